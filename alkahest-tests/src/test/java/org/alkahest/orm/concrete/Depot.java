package org.alkahest.orm.concrete;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "depots")
public class Depot {
    @Id
    public Integer id;

    public String name;

    @OneToMany(mappedBy = "depot")
    public List<Vehicle> vehicles = new ArrayList<>();

    @OneToMany(mappedBy = "depot")
    public List<Taxi> taxis = new ArrayList<>();

    protected Depot() {}

    public Depot(String name) {
        this.name = name;
    }
}
