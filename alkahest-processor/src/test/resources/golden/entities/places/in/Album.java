package places;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Album {
    enum Role {
        VOICE,
        DRUMS
    }

    @Id
    Integer id;

    @OneToMany(mappedBy = "album")
    @OrderColumn
    List<Track> tracks;

    @OneToMany(mappedBy = "fourth")
    @MapKey
    Map<Integer, Track> byKey;

    @OneToMany(mappedBy = "other")
    @MapKey(name = "title")
    Map<String, Track> byTitle;

    @OneToMany(mappedBy = "third")
    @MapKeyColumn(name = "name")
    Map<String, Track> byColumn;

    @ManyToMany
    @OrderColumn(name = "place")
    List<Track> ordered;

    @OneToMany
    @JoinTable
    @MapKeyColumn
    Map<Role, Track> roles;
}
