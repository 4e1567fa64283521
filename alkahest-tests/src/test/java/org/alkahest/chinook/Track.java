package org.alkahest.chinook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.alkahest.orm.mapping.Ref;

/** One piece of music. Its genre and media type are plain: loaded with it, in batches. */
@Entity
@Table(name = "Track")
class Track {
    @Id
    @Column(name = "TrackId")
    Integer id;

    @Column(name = "Name", nullable = false)
    String name;

    @ManyToOne
    @JoinColumn(name = "AlbumId")
    Ref<Album> album;

    @ManyToOne(optional = false)
    @JoinColumn(name = "MediaTypeId")
    MediaType mediaType;

    @ManyToOne
    @JoinColumn(name = "GenreId")
    Genre genre;

    @Column(name = "Composer")
    String composer;

    @Column(name = "Milliseconds", nullable = false)
    Integer milliseconds;

    @Column(name = "Bytes")
    Integer bytes;

    @Column(name = "UnitPrice", nullable = false, precision = 10, scale = 2)
    BigDecimal unitPrice;

    @ManyToMany(mappedBy = "tracks")
    Set<Playlist> playlists = new HashSet<>();
}
