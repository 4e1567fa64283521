package org.alkahest.orm.immutable;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;
import org.jspecify.annotations.Nullable;

/** A class with final fields, whose constructor takes them in another order; its integer key is the user's. */
@Entity
@Table(name = "cities")
public final class City {
    public static int loaded;

    @Id
    private final Integer id;

    @Column(length = 40)
    private final String name;

    @Embedded
    private final @Nullable Point place;

    @ManyToOne
    private final Ref<Nation> nation;

    City(String name, Integer id, Ref<Nation> nation, @Nullable Point place) {
        this.id = id;
        this.name = name;
        this.place = place;
        this.nation = nation;
    }

    public static City of(int id, String name, Nation nation, @Nullable Point place) {
        return new City(name, id, Ref.of(nation), place);
    }

    @PostLoad
    void loaded() {
        loaded++;
    }

    public Integer id() {
        return id;
    }

    public String name() {
        return name;
    }

    public @Nullable Point place() {
        return place;
    }

    public Ref<Nation> nation() {
        return nation;
    }
}
