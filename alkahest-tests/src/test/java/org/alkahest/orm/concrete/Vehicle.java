package org.alkahest.orm.concrete;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Ref;

/** The abstract root of a hierarchy in which each class has a whole table. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
public abstract class Vehicle {
    @Id
    @Column(length = 10)
    public String plate;

    public String maker;

    @Version
    public int version;

    @ManyToOne
    public Ref<Depot> depot;

    @OneToMany(mappedBy = "vehicle")
    public List<Trip> trips = new ArrayList<>();

    protected Vehicle() {}

    protected Vehicle(String plate, String maker) {
        this.plate = plate;
        this.maker = maker;
    }
}
