package org.alkahest.orm.natural;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;

/** A child whose foreign key may be NULL. */
@Entity
@Table(name = "towns")
public class Town {
    @Id
    @Column(length = 10)
    public String code;

    @ManyToOne
    public Ref<Country> country;

    protected Town() {}

    public Town(String code) {
        this.code = code;
    }
}
