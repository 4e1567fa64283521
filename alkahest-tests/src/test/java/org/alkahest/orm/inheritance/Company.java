package org.alkahest.orm.inheritance;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "companies")
public class Company {
    @Id
    public Integer id;

    public String name;

    @OneToMany(mappedBy = "company")
    public List<Employee> employees = new ArrayList<>();

    @OneToMany(mappedBy = "company")
    public List<Engineer> engineers = new ArrayList<>();

    /** A plain reference to the root of a hierarchy, loaded with its owner. */
    @ManyToOne
    public Employee head;

    protected Company() {}

    public Company(String name) {
        this.name = name;
    }
}
