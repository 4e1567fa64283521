package org.alkahest.orm.immutable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A class of the usual kind with a collection of records. */
@Entity
@Table(name = "continents")
public class Continent {
    @Id
    @Column(length = 20)
    public String name;

    @OneToMany(mappedBy = "continent")
    @OrderBy("code")
    public List<Nation> nations = new ArrayList<>();

    protected Continent() {}

    public Continent(String name) {
        this.name = name;
    }
}
