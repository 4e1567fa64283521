package org.alkahest.orm.links;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;

/** Refers to an object by a key of two references. */
@Entity
@Table(name = "steps")
public class Step {
    @Id
    public Integer id;

    public String text;

    @ManyToOne
    @JoinColumn(name = "for_recipe", referencedColumnName = "recipe_id")
    @JoinColumn(name = "for_food", referencedColumnName = "food_id")
    public Ref<Ingredient> ingredient;

    protected Step() {}

    public Step(String text) {
        this.text = text;
    }
}
