package keys;

import jakarta.persistence.*;
import org.alkahest.orm.mapping.Ref;

@Entity
class Delivery {
    @Id
    String carrier;

    @Id
    private long number;

    @ManyToOne
    @JoinColumn(name = "line_no", referencedColumnName = "line")
    @JoinColumn(
            name = "order_no",
            referencedColumnName = "order_number",
            foreignKey = @ForeignKey(name = "delivery_line_fk"))
    Ref<OrderLine> line;

    @OneToOne
    Ref<OrderLine> first;
}
