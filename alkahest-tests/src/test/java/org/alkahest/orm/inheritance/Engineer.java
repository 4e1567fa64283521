package org.alkahest.orm.inheritance;

import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Engineer extends Employee {
    public String skill;

    @OneToMany(mappedBy = "engineer")
    public List<Machine> machines = new ArrayList<>();

    protected Engineer() {}

    public Engineer(String name, String skill) {
        super(name);
        this.skill = skill;
    }
}
