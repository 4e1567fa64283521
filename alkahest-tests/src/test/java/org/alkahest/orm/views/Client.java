package org.alkahest.orm.views;

import static org.alkahest.orm.views.Item_.ITEM;
import static org.alkahest.sql.Sql.exists;
import static org.alkahest.sql.Sql.select;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.alkahest.orm.mapping.JoinOn;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ViewOnly;
import org.alkahest.sql.Expression;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "clients")
public class Client {
    @Id
    public @Nullable Integer id;

    public String name = "";

    public String city = "";

    /** From which total on an order is a large one. */
    public int threshold;

    @OneToMany(mappedBy = "client")
    public List<Purchase> purchases = new ArrayList<>();

    @ViewOnly
    @OneToMany(mappedBy = "client")
    @OrderBy("total DESC")
    public List<Purchase> byTotal = new ArrayList<>();

    @JoinOn("large")
    @OrderBy("total")
    public List<Purchase> large = new ArrayList<>();

    @JoinOn(value = "own", limit = 2)
    @OrderBy("day DESC")
    public List<Purchase> latest = new ArrayList<>();

    @JoinOn(value = "own", limit = 1)
    @OrderBy("day DESC")
    public @Nullable Ref<Purchase> last;

    @JoinOn("bought")
    public Set<Product> bought = new LinkedHashSet<>();

    @JoinOn("neighbour")
    public Collection<Client> neighbours = new ArrayList<>();

    @JoinOn("depot")
    public @Nullable Depot depot;

    protected Client() {}

    public Client(String name, String city, int threshold) {
        this.name = name;
        this.city = city;
        this.threshold = threshold;
    }

    static Expression<Boolean> own(Client_ client, Purchase_ purchase) {
        return purchase.clientId.eq(client.id);
    }

    static Expression<Boolean> large(Client_ client, Purchase_ purchase) {
        return own(client, purchase).and(purchase.total.ge(client.threshold));
    }

    static Expression<Boolean> neighbour(Client_ client, Client_ other) {
        return other.city.eq(client.city).and(other.id.ne(client.id));
    }

    static Expression<Boolean> depot(Client_ client, Depot_ depot) {
        return depot.city.eq(client.city);
    }

    static Expression<Boolean> bought(Client_ client, Product_ product) {
        Purchase_ purchase = Purchase_.PURCHASE.as("by_client");
        return exists(select(ITEM.id)
                .from(ITEM)
                .join(purchase, ITEM.purchaseId.eq(purchase.id))
                .where(purchase.clientId.eq(client.id).and(ITEM.productId.eq(product.id))));
    }

    @Override
    public String toString() {
        return name;
    }
}
