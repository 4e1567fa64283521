package org.alkahest.orm.inheritance;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "dogs")
@DiscriminatorValue("3")
public class Dog extends Pet {
    public String breed;

    protected Dog() {}

    public Dog(String name, String breed) {
        super(name, "L-" + name);
        this.breed = breed;
    }
}
