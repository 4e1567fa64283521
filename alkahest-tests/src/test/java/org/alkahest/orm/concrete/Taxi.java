package org.alkahest.orm.concrete;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "taxis")
public class Taxi extends Car {
    public String licence;

    protected Taxi() {}

    public Taxi(String plate, String maker, String licence) {
        super(plate, maker, 4);
        this.licence = licence;
    }
}
