package org.alkahest.orm.concrete;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;

/** Refers to the root, for which the database has no foreign key, and to a leaf, for which it has one. */
@Entity
@Table(name = "trips")
public class Trip {
    @Id
    public Integer id;

    public String goal;

    @ManyToOne
    public Vehicle vehicle;

    @ManyToOne
    public Ref<Taxi> back;

    protected Trip() {}

    public Trip(String goal, Vehicle vehicle) {
        this.goal = goal;
        this.vehicle = vehicle;
    }
}
