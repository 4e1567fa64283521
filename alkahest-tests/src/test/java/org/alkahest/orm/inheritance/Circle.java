package org.alkahest.orm.inheritance;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "circles")
public class Circle extends Shape {
    public Integer radius;

    protected Circle() {}

    public Circle(String code, Integer radius) {
        super(code, "red");
        this.radius = radius;
    }
}
