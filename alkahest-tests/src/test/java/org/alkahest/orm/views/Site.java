package org.alkahest.orm.views;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.JoinOn;
import org.alkahest.sql.Expression;
import org.jspecify.annotations.Nullable;

/** A root whose subclasses inherit its views. */
@Entity
@Table(name = "sites")
@Inheritance(strategy = InheritanceType.JOINED)
public class Site {
    @Id
    public @Nullable Integer id;

    public String city = "";

    @JoinOn("near")
    @OrderBy("name")
    public List<Client> near = new ArrayList<>();

    @JoinOn(value = "near", limit = 1)
    @OrderBy("name DESC")
    public List<Client> last = new ArrayList<>();

    protected Site() {}

    public Site(String city) {
        this.city = city;
    }

    static Expression<Boolean> near(Site_ site, Client_ client) {
        return client.city.eq(site.city);
    }
}
