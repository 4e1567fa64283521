package org.alkahest.orm.inheritance;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "kittens")
@DiscriminatorValue("2")
public class Kitten extends Cat {
    public String colour;

    protected Kitten() {}

    public Kitten(String name, String colour) {
        super(name, 9);
        this.colour = colour;
    }
}
