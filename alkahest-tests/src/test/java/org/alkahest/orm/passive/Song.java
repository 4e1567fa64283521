package org.alkahest.orm.passive;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.OnDelete;
import org.alkahest.schema.ForeignKey;

@Entity
@Table(name = "songs")
@OnDelete(ForeignKey.Action.CASCADE)
public class Song extends Medium {
    public Integer seconds;

    protected Song() {}

    public Song(String title, Integer seconds) {
        super(title);
        this.seconds = seconds;
    }
}
