package org.alkahest.orm.inheritance;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "squares")
public class Square extends Shape {
    public Integer side;

    protected Square() {}

    public Square(String code, Integer side) {
        super(code, "red");
        this.side = side;
    }
}
