package org.alkahest.orm.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;

/** A foreign key of two columns. */
@Entity
@Table(name = "visits")
public class Visit {
    @Id
    public Integer id;

    @ManyToOne
    @JoinColumns({
        @JoinColumn(name = "place_country", referencedColumnName = "country"),
        @JoinColumn(name = "place_city", referencedColumnName = "city")
    })
    public Ref<Place> place;

    public Visit() {}

    public Visit(Place place) {
        this.place = Ref.of(place);
    }
}
