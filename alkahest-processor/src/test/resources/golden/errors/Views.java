package errors;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Map;
import org.alkahest.orm.mapping.JoinOn;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ViewOnly;
import org.alkahest.orm.mapping.WriteOnly;
import org.alkahest.sql.Expression;

public class Views {
    @Entity
    static class Shop {
        @Id
        Integer id;

        @JoinOn("missing")
        List<Sale> missing;

        @JoinOn("ofObject")
        List<Sale> ofObject;

        @JoinOn("twice")
        List<Sale> twice;

        @JoinOn("turned")
        List<Sale> turned;

        @JoinOn("number")
        List<Sale> number;

        @JoinOn("own")
        Map<Integer, Sale> map;

        @JoinOn(value = "own", limit = 2)
        Ref<Sale> two;

        @JoinOn(value = "own", limit = -1)
        List<Sale> negative;

        @JoinOn("own")
        String noEntity;

        @JoinOn("own")
        @ViewOnly
        @OrderColumn
        List<Sale> placed;

        @ViewOnly
        @OneToMany(mappedBy = "shop", cascade = CascadeType.ALL)
        List<Sale> cascading;

        @ViewOnly
        @OneToMany(mappedBy = "shop")
        WriteOnly<Sale> neither;

        @JoinOn("own")
        WriteOnly<Sale> unwritten;

        @ViewOnly
        @ManyToOne
        Ref<Sale> reference;

        Expression<Boolean> ofObject(Views_Shop_ shop, Views_Sale_ sale) {
            return null;
        }

        static Expression<Boolean> twice(Views_Shop_ shop, Views_Sale_ sale) {
            return null;
        }

        static Expression<Boolean> twice(Views_Shop_ shop) {
            return null;
        }

        static Expression<Boolean> turned(Views_Sale_ sale, Views_Shop_ shop) {
            return null;
        }

        static Expression<Integer> number(Views_Shop_ shop, Views_Sale_ sale) {
            return null;
        }

        static Expression<Boolean> own(Views_Shop_ shop, Views_Sale_ sale) {
            return null;
        }
    }

    @Entity
    static class Sale {
        @Id
        Integer id;

        @ManyToOne
        Ref<Shop> shop;
    }
}
