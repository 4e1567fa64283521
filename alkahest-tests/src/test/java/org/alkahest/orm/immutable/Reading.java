package org.alkahest.orm.immutable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Immutable;
import org.alkahest.orm.mapping.Ref;
import org.jspecify.annotations.Nullable;

/** A plain class whose objects are never compared. */
@Entity
@Immutable
@Table(name = "readings")
public class Reading {
    @Id
    public @Nullable Integer id;

    public int degrees;

    @ManyToOne
    public @Nullable Ref<City> city;

    protected Reading() {}

    public Reading(int degrees, City city) {
        this.degrees = degrees;
        this.city = Ref.of(city);
    }
}
