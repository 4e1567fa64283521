package org.alkahest.orm.views;

import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "items")
public class Item {
    @Id
    public @Nullable Integer id;

    /** Without a constraint, so that DuckDB lets purchases change. */
    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    public @Nullable Ref<Purchase> purchase;

    @ManyToOne
    public @Nullable Ref<Product> product;

    protected Item() {}

    public Item(Purchase purchase, Product product) {
        this.purchase = Ref.of(purchase);
        this.product = Ref.of(product);
    }
}
