package org.alkahest.orm.places;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;

@Entity
@Table(name = "tracks")
public class Track {
    @Id
    public Integer id;

    public String title;

    @ManyToOne
    public Ref<Album> album;

    public Integer position;

    protected Track() {}

    public Track(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
