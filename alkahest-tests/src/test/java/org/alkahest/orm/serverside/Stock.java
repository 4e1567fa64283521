package org.alkahest.orm.serverside;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.ServerDefault;
import org.alkahest.orm.mapping.ServerGenerated;

/** A key of the user's own, and columns that a trigger writes. */
@Entity
@Table(name = "stock")
public class Stock {
    @Id
    @Column(length = 20)
    public String place;

    public int pieces;

    @ServerGenerated
    @ServerDefault("0")
    public int doubled;

    @ServerGenerated(ServerGenerated.When.INSERT)
    @ServerDefault("'new'")
    @Column(length = 20)
    public String origin;

    protected Stock() {}

    public Stock(String place, int pieces) {
        this.place = place;
        this.pieces = pieces;
    }
}
