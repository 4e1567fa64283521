package org.alkahest.chinook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A kind of music. */
@Entity
@Table(name = "Genre")
class Genre {
    @Id
    @Column(name = "GenreId")
    Integer id;

    @Column(name = "Name")
    String name;
}
