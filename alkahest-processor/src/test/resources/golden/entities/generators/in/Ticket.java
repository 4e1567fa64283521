package demo;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Clock;
import org.alkahest.engine.Connection;
import org.alkahest.orm.mapping.KeyBy;
import org.alkahest.orm.mapping.KeyGenerator;

@Entity
@SequenceGenerator(
        name = "numbers",
        schema = "shop",
        sequenceName = "ticket_numbers",
        initialValue = 10,
        allocationSize = 20)
class Ticket {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers")
    int number;

    @Id
    @KeyBy(Letters.class)
    String letter;

    static final class Letters implements KeyGenerator<String> {
        @Override
        public String next(Connection connection, Clock clock) {
            return "a";
        }
    }
}
