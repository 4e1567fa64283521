package org.alkahest.orm.immutable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Ref;
import org.jspecify.annotations.Nullable;

/** A class of the usual kind that refers to immutable ones in each way. */
@Entity
@Table(name = "trips")
public class Trip {
    @Id
    public @Nullable Integer id;

    @ManyToOne
    public @Nullable City start;

    @ManyToOne
    public @Nullable Ref<Nation> nation;

    @ManyToMany
    @JoinTable(name = "trips_stops")
    @OrderBy("id")
    public List<City> stops = new ArrayList<>();
}
