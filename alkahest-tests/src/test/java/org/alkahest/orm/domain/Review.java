package org.alkahest.orm.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;

/** A primitive generated key. */
@Entity
@Table(name = "reviews")
public class Review {
    @Id
    @GeneratedValue
    public long id;

    public int stars;
    public String text;

    @ManyToOne
    public Ref<Book> book;

    protected Review() {}

    public Review(int stars) {
        this.stars = stars;
    }

    @Override
    public String toString() {
        return stars + " stars";
    }
}
