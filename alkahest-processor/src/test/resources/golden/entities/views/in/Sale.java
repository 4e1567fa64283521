package views;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.util.List;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ViewOnly;

@Entity
public class Sale {
    @Id
    Integer id;

    @ManyToOne
    Ref<Shop> shop;

    int total;

    @ViewOnly
    @ManyToMany(mappedBy = "shown")
    List<Shop> shownIn;
}
