package org.alkahest.chinook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Ref;

/** A record of an artist. */
@Entity
@Table(name = "Album")
class Album {
    @Id
    @Column(name = "AlbumId")
    Integer id;

    @Column(name = "Title", nullable = false)
    String title;

    @ManyToOne(optional = false)
    @JoinColumn(name = "ArtistId")
    Ref<Artist> artist;

    @OneToMany(mappedBy = "album")
    List<Track> tracks = new ArrayList<>();
}
