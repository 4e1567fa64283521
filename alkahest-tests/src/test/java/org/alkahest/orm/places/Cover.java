package org.alkahest.orm.places;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;

@Entity
@Table(name = "covers")
public class Cover {
    @Id
    public Integer id;

    @Column(length = 20)
    public String side;

    public String image;

    @ManyToOne
    public Ref<Album> album;

    protected Cover() {}

    public Cover(String side, String image) {
        this.side = side;
        this.image = image;
    }

    @Override
    public String toString() {
        return image;
    }
}
