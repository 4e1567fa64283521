package org.alkahest.orm.inheritance;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "toys")
public class Toy {
    @Id
    public Integer id;

    public String name;

    @ManyToOne
    public Animal animal;

    protected Toy() {}

    public Toy(String name) {
        this.name = name;
    }
}
