package org.alkahest.orm.inheritance;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "owners")
public class Owner {
    @Id
    public Integer id;

    public String name;

    @OneToMany(mappedBy = "owner")
    public List<Animal> animals = new ArrayList<>();

    /** By the foreign key that the root's table has. */
    @OneToMany(mappedBy = "owner")
    public List<Kitten> kittens = new ArrayList<>();

    protected Owner() {}

    public Owner(String name) {
        this.name = name;
    }
}
