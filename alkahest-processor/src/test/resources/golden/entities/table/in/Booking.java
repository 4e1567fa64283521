package table;

import jakarta.persistence.*;

@Entity
@Table(
        name = "\"Bookings\"",
        schema = "travel",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "one_seat",
                        columnNames = {"flight", "SEAT"}),
        indexes = {
            @Index(columnList = "flight ASC, seat desc"),
            @Index(name = "by_price", columnList = "price", unique = true)
        },
        check = @CheckConstraint(name = "positive", constraint = "price > 0"))
public class Booking {
    @Id
    Integer id;

    String flight;
    String seat;

    @Column(name = "`price`")
    int price;
}
