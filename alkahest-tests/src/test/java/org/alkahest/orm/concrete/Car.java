package org.alkahest.orm.concrete;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A class with objects and subclasses. */
@Entity
@Table(name = "cars")
public class Car extends Vehicle {
    public Integer seats;

    protected Car() {}

    public Car(String plate, String maker, Integer seats) {
        super(plate, maker);
        this.seats = seats;
    }
}
