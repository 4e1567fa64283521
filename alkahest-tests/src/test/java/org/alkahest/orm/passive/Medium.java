package org.alkahest.orm.passive;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;

/** A root to whose rows the database joins those of subclasses. */
@Entity
@Table(name = "media")
@Inheritance(strategy = InheritanceType.JOINED)
public class Medium {
    @Id
    public Integer id;

    public String title;

    protected Medium() {}

    public Medium(String title) {
        this.title = title;
    }
}
