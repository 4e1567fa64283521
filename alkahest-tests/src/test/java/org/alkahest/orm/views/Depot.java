package org.alkahest.orm.views;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "depots")
public class Depot {
    @Id
    public @Nullable Integer id;

    public String city = "";

    protected Depot() {}

    public Depot(String city) {
        this.city = city;
    }
}
