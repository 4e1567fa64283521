package org.alkahest.orm.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collection;

/** Equal by name, although names are not unique: what users do, and what identity maps must not fall for. */
@Entity
@Table(name = "tags")
public class Tag {
    @Id
    public Integer id;

    public String name;

    @ManyToMany(mappedBy = "tags")
    public Collection<Book> books = new ArrayList<>();

    protected Tag() {}

    public Tag(String name) {
        this.name = name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tag that && String.valueOf(name).equals(that.name);
    }

    @Override
    public int hashCode() {
        return String.valueOf(name).hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
