package org.alkahest.orm.links;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "foods")
public class Food {
    @Id
    public Integer id;

    public String name;

    @OneToMany(mappedBy = "food")
    public List<Ingredient> uses = new ArrayList<>();

    protected Food() {}

    public Food(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
