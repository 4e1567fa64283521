package org.alkahest.orm.natural;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;

/** A child that does not outlive its parent, and is nothing without one. */
@Entity
@Table(name = "stamps")
public class Stamp {
    @Id
    public Integer id;

    public int price;

    @ManyToOne(optional = false)
    public Ref<Country> country;

    protected Stamp() {}

    public Stamp(int price) {
        this.price = price;
    }
}
