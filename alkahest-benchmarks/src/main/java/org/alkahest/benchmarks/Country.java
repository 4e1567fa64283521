package org.alkahest.benchmarks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Another table than {@link Person}'s, for queries before which nothing has to be flushed. */
@Entity
@Table(name = "countries")
@SuppressWarnings("NullAway.Init") // the mapping fills it
public class Country {
    @Id
    @Column(length = 2)
    String code;

    protected Country() {}

    Country(String code) {
        this.code = code;
    }
}
