package org.alkahest.orm.embedded;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** Two parts of a key, and a record of both. */
@Entity
@Table(name = "seats")
@IdClass(Seat.Key.class)
public class Seat {
    @Id
    @Column(length = 20)
    public String hall;

    @Id
    public int place;

    protected Seat() {}

    public Seat(String hall, int place) {
        this.hall = hall;
        this.place = place;
    }

    /** The parts in another order. */
    public record Key(int place, String hall) {}
}
