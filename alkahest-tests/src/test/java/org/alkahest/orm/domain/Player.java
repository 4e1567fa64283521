package org.alkahest.orm.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;

/** The other half: the foreign key that may not be NULL, and one to a row of its own table that may. */
@Entity
@Table(name = "players")
public class Player {
    @Id
    public Integer id;

    public String name;

    @ManyToOne(optional = false)
    public Ref<Team> team;

    @ManyToOne
    public Ref<Player> rival;

    protected Player() {}

    public Player(Team team, String name) {
        this.team = Ref.of(team);
        this.name = name;
    }
}
