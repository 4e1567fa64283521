package org.alkahest.orm.places;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Entity
@Table(name = "artists")
public class Artist {
    @Id
    public Integer id;

    public String name;

    @ManyToMany(mappedBy = "artists")
    @OrderBy("title DESC")
    public List<Album> albums = new ArrayList<>();

    @ManyToMany(mappedBy = "credits")
    public Set<Album> credited = new HashSet<>();

    protected Artist() {}

    public Artist(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
