package org.alkahest.orm.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;

/** One half of a circle of two tables: the foreign key that may be NULL. */
@Entity
@Table(name = "teams")
public class Team {
    @Id
    public Integer id;

    public String name;

    @ManyToOne
    public Ref<Player> captain;

    protected Team() {}

    public Team(String name) {
        this.name = name;
    }
}
