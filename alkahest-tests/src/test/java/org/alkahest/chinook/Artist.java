package org.alkahest.chinook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A band or person. */
@Entity
@Table(name = "Artist")
class Artist {
    @Id
    @Column(name = "ArtistId")
    Integer id;

    @Column(name = "Name")
    String name;

    @OneToMany(mappedBy = "artist")
    List<Album> albums = new ArrayList<>();
}
