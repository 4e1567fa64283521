package org.alkahest.orm.links;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Ref;

/** What links a recipe and a food, with an amount: the two are its key. */
@Entity
@Table(name = "ingredients")
public class Ingredient {
    @Id
    @ManyToOne
    public Ref<Recipe> recipe;

    @Id
    @ManyToOne
    public Ref<Food> food;

    @Column(precision = 8, scale = 2)
    public BigDecimal amount;

    @OneToMany(mappedBy = "ingredient", cascade = CascadeType.ALL, orphanRemoval = true)
    public List<Step> steps = new ArrayList<>();

    protected Ingredient() {}

    public Ingredient(Recipe recipe, Food food, BigDecimal amount) {
        this.recipe = Ref.of(recipe);
        this.food = Ref.of(food);
        this.amount = amount;
    }
}
