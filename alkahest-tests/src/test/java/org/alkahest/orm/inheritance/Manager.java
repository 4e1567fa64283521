package org.alkahest.orm.inheritance;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

@Entity
@DiscriminatorValue("boss")
public class Manager extends Employee {
    @Column(nullable = false)
    private int budget;

    /** A column that salespeople have as well. */
    @Column(name = "region")
    public String region;

    protected Manager() {}

    public Manager(String name, int budget) {
        super(name);
        this.budget = budget;
    }

    public int budget() {
        return budget;
    }

    public void setBudget(int newBudget) {
        budget = newBudget;
    }
}
