package org.alkahest.orm.inheritance;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;

@Entity
@Table(name = "cats")
@DiscriminatorValue("1")
public class Cat extends Animal {
    public int lives;

    /** From a subclass's table to the root's. */
    @ManyToOne
    public Ref<Animal> enemy;

    protected Cat() {}

    public Cat(String name, int lives) {
        super(name);
        this.lives = lives;
    }
}
