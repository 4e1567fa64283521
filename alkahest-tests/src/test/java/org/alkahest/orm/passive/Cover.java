package org.alkahest.orm.passive;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.OnDelete;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.schema.ForeignKey;

/** Refers to its own hierarchy, so that its rows go before those. */
@Entity
@Table(name = "covers")
@OnDelete(ForeignKey.Action.CASCADE)
public class Cover extends Song {
    @ManyToOne
    public Ref<Song> original;

    protected Cover() {}

    public Cover(String title, Song original) {
        super(title, original.seconds);
        this.original = Ref.of(original);
    }
}
