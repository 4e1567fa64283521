package org.alkahest.orm.inheritance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

@Entity
public class Seller extends Employee {
    @Column(name = "region")
    public String area;

    protected Seller() {}

    public Seller(String name, String area) {
        super(name);
        this.area = area;
    }
}
