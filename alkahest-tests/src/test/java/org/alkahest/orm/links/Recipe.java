package org.alkahest.orm.links;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.alkahest.orm.ext.AssociationView;

@Entity
@Table(name = "recipes")
public class Recipe {
    @Id
    public Integer id;

    public String name;

    @OneToMany(mappedBy = "recipe", cascade = CascadeType.ALL, orphanRemoval = true)
    public List<Ingredient> ingredients = new ArrayList<>();

    protected Recipe() {}

    public Recipe(String name) {
        this.name = name;
    }

    /** The foods of the ingredients; a new one begins with an amount of one. */
    public Collection<Food> foods() {
        return AssociationView.of(ingredients, i -> i.food.get(), food -> new Ingredient(this, food, BigDecimal.ONE));
    }

    @Override
    public String toString() {
        return name;
    }
}
