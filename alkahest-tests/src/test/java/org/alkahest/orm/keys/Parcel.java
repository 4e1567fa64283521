package org.alkahest.orm.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.alkahest.orm.mapping.Ref;

/** UUIDs in the order of time, and a reference to one of its own. */
@Entity
@Table(name = "parcels")
public class Parcel {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    public UUID id;

    public int place;

    public Integer weight;

    @ManyToOne
    public Ref<Parcel> outer;

    protected Parcel() {}

    public Parcel(int place, Integer weight) {
        this.place = place;
        this.weight = weight;
    }
}
