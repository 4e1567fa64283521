package org.alkahest.chinook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How a track is stored. */
@Entity
@Table(name = "MediaType")
class MediaType {
    @Id
    @Column(name = "MediaTypeId")
    Integer id;

    @Column(name = "Name")
    String name;
}
