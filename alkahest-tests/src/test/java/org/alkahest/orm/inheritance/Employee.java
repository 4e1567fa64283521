package org.alkahest.orm.inheritance;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;

/** The root of a hierarchy in one table, with objects of its own. */
@Entity
@Table(name = "staff")
@Inheritance
@DiscriminatorColumn(name = "kind", length = 20)
public class Employee {
    @Id
    public Integer id;

    public String name;

    @ManyToOne
    public Ref<Company> company;

    protected Employee() {}

    public Employee(String name) {
        this.name = name;
    }
}
