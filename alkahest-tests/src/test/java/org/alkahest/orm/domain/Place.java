package org.alkahest.orm.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A composite key. */
@Entity
@Table(name = "places")
public class Place {
    @Id
    @Column(length = 2)
    public String country;

    @Id
    @Column(length = 50)
    public String city;

    public int inhabitants;

    protected Place() {}

    public Place(String country, String city, int inhabitants) {
        this.country = country;
        this.city = city;
        this.inhabitants = inhabitants;
    }
}
