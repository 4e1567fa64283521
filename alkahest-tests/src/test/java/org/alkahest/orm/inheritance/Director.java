package org.alkahest.orm.inheritance;

import jakarta.persistence.Entity;

/** Two levels below the root. */
@Entity
public final class Director extends Manager {
    public Integer bonus;

    Director() {}

    public Director(String name, int budget, Integer bonus) {
        super(name, budget);
        this.bonus = bonus;
    }
}
