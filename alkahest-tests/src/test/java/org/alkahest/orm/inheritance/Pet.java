package org.alkahest.orm.inheritance;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An abstract class in the middle, with a table of its own. */
@Entity
@Table(name = "pets")
public abstract class Pet extends Animal {
    public String licence;

    protected Pet() {}

    protected Pet(String name, String licence) {
        super(name);
        this.licence = licence;
    }
}
