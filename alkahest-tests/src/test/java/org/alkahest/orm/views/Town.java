package org.alkahest.orm.views;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.JoinOn;
import org.alkahest.sql.Expression;

/** Whose views lead into a hierarchy. */
@Entity
@Table(name = "towns")
public class Town {
    @Id
    @Column(length = 40)
    public String name = "";

    @JoinOn("sites")
    @OrderBy("id")
    public List<Site> sites = new ArrayList<>();

    /** The condition is on a column that shops have inherited. */
    @JoinOn("shops")
    @OrderBy("size")
    public List<Shop> shops = new ArrayList<>();

    @JoinOn(value = "shops", limit = 1)
    @OrderBy("size DESC")
    public List<Shop> largest = new ArrayList<>();

    protected Town() {}

    public Town(String name) {
        this.name = name;
    }

    static Expression<Boolean> sites(Town_ town, Site_ site) {
        return site.city.eq(town.name);
    }

    static Expression<Boolean> shops(Town_ town, Shop_ shop) {
        return shop.city.eq(town.name);
    }
}
