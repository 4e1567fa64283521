package org.alkahest.orm.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An assigned key. */
@Entity
@Table(name = "publishers")
public class Publisher {
    @Id
    @Column(length = 20)
    public String code;

    public String name;

    protected Publisher() {}

    public Publisher(String code, String name) {
        this.code = code;
        this.name = name;
    }
}
