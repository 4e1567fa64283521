package org.alkahest.orm.places;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists with positions and maps with keys, in attributes of their elements and in tables between. */
@Entity
@Table(name = "albums")
public class Album {
    @Id
    public Integer id;

    public String title;

    @OneToMany(mappedBy = "album")
    @OrderColumn(name = "position")
    public List<Track> tracks = new ArrayList<>();

    @OneToMany(mappedBy = "album", cascade = CascadeType.ALL, orphanRemoval = true)
    @MapKey(name = "side")
    public Map<String, Cover> covers = new HashMap<>();

    @ManyToMany
    @JoinTable(name = "albums_artists")
    @OrderColumn(name = "place")
    public List<Artist> artists = new ArrayList<>();

    @ManyToMany
    @JoinTable(name = "albums_credits")
    @MapKeyColumn(name = "role", length = 40)
    public Map<String, Artist> credits = new HashMap<>();

    protected Album() {}

    public Album(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
