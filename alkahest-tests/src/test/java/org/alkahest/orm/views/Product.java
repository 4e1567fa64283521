package org.alkahest.orm.views;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "products")
public class Product {
    @Id
    public @Nullable Integer id;

    public String name = "";

    protected Product() {}

    public Product(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
