package org.alkahest.orm.inheritance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.LoadSubclasses;
import org.alkahest.orm.mapping.SubclassLoading;

/** A root whose key the user assigns, and which has objects of its own. */
@Entity
@Table(name = "shapes")
@Inheritance(strategy = InheritanceType.JOINED)
@LoadSubclasses(SubclassLoading.SELECT)
public class Shape {
    @Id
    @Column(length = 10)
    public String code;

    public String colour;

    protected Shape() {}

    public Shape(String code, String colour) {
        this.code = code;
        this.colour = colour;
    }
}
