package demo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.alkahest.orm.mapping.Computed;
import org.alkahest.orm.mapping.ServerDefault;
import org.alkahest.orm.mapping.ServerGenerated;

@Entity
class Sale {
    @Id
    Integer id;

    int price;

    @Computed(value = "price * 2", stored = false)
    int twice;

    @ServerDefault("CURRENT_DATE")
    java.time.LocalDate day;

    @Column(updatable = false)
    String seller;

    @Column(insertable = false)
    String buyer;

    @ServerGenerated(ServerGenerated.When.INSERT)
    long serial;

    @ServerGenerated
    byte[] stamp;
}
