package org.alkahest.orm.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.alkahest.engine.Connection;
import org.alkahest.orm.mapping.KeyBy;
import org.alkahest.orm.mapping.KeyGenerator;

/** A key of two parts, one of which a generator of the user's makes. */
@Entity
@Table(name = "coupons")
public class Coupon {
    @Id
    @Column(length = 20)
    public String shop;

    @Id
    @KeyBy(Codes.class)
    @Column(length = 20)
    public String code;

    protected Coupon() {}

    public Coupon(String shop) {
        this.shop = shop;
    }

    /** c1, c2 …, and null when it has run out. */
    public static final class Codes implements KeyGenerator<String> {
        public static final AtomicInteger LAST = new AtomicInteger();

        @Override
        public String next(Connection connection, Clock clock) {
            return LAST.get() < 0 ? null : "c" + LAST.incrementAndGet();
        }
    }
}
