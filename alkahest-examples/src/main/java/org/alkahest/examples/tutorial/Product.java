package org.alkahest.examples.tutorial;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The second exercise: a product and its price in PKR. */
@Entity
@Table(name = "products")
public final class Product {
    @Id
    Integer id;

    String name;
    Integer price;

    Product() {}

    Product(String name, Integer price) {
        this.name = name;
        this.price = price;
    }
}
