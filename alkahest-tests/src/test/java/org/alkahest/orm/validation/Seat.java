package org.alkahest.orm.validation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Positive;
import org.alkahest.orm.mapping.Ref;

/** One of the seats of a course. */
@Entity
@Table(name = "validated_seats")
public class Seat {
    @Id
    public Integer id;

    @Positive
    public int number;

    @ManyToOne
    public Ref<Course> course;

    protected Seat() {}

    public Seat(int number) {
        this.number = number;
    }
}
