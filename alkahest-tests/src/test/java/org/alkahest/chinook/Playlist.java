package org.alkahest.chinook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;

/** A list of tracks, through the eleventh table. */
@Entity
@Table(name = "Playlist")
class Playlist {
    @Id
    @Column(name = "PlaylistId")
    Integer id;

    @Column(name = "Name")
    String name;

    @ManyToMany
    @JoinTable(
            name = "PlaylistTrack",
            joinColumns = @JoinColumn(name = "PlaylistId"),
            inverseJoinColumns = @JoinColumn(name = "TrackId"))
    Set<Track> tracks = new HashSet<>();
}
