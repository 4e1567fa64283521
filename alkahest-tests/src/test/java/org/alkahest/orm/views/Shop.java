package org.alkahest.orm.views;

import jakarta.persistence.Entity;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.JoinOn;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.sql.Expression;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "shops")
public class Shop extends Site {
    public int size;

    /** By a column that is the superclass's. */
    @JoinOn("inTown")
    @OrderBy("name")
    public List<Client> inTown = new ArrayList<>();

    @JoinOn(value = "inTown", limit = 1)
    @OrderBy("name")
    public @Nullable Ref<Client> first;

    protected Shop() {}

    public Shop(String city, int size) {
        super(city);
        this.size = size;
    }

    static Expression<Boolean> inTown(Shop_ shop, Client_ client) {
        return client.city.eq(shop.city);
    }

    @Override
    public String toString() {
        return "shop of " + size;
    }
}
