package embedded;

import jakarta.persistence.*;
import java.math.BigDecimal;

@Embeddable
public record Money(
        @Column(name = "credit_amount", precision = 12, scale = 2)
        BigDecimal amount,

        String currency,
        int rate) {
    public Money(BigDecimal amount, String currency, String rate) {
        this(amount, currency, Integer.parseInt(rate));
    }
}
