package org.alkahest.orm.inheritance;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;

@Entity
@Table(name = "machines")
public class Machine {
    @Id
    public Integer id;

    public String name;

    @ManyToOne
    public Ref<Engineer> engineer;

    protected Machine() {}

    public Machine(String name) {
        this.name = name;
    }
}
