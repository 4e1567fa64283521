package views;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.List;
import java.util.Set;
import org.alkahest.orm.mapping.JoinOn;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ViewOnly;
import org.alkahest.orm.mapping.WriteOnly;
import org.alkahest.sql.Expression;

@Entity
public class Shop {
    @Id
    Integer id;

    int from;

    @OneToMany(mappedBy = "shop")
    List<Sale> sales;

    @ViewOnly
    @OneToMany(mappedBy = "shop")
    @OrderBy("total DESC")
    Set<Sale> byTotal;

    @ManyToMany
    WriteOnly<Sale> shown;

    @JoinOn("large")
    List<Sale> large;

    @JoinOn(value = "own", limit = 3)
    @OrderBy("total DESC")
    List<Sale> best;

    @JoinOn(value = "own", limit = 1)
    @OrderBy("total DESC")
    Ref<Sale> first;

    static Expression<Boolean> own(Shop_ shop, Sale_ sale) {
        return sale.shopId.eq(shop.id);
    }

    static Expression<Boolean> large(Shop_ shop, Sale_ sale) {
        return own(shop, sale).and(sale.total.ge(shop.from));
    }
}
