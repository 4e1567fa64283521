package org.alkahest.orm.lazy;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Lazy;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "songs")
class Song extends Media {
    @Nullable
    Lazy<@Nullable String> lyrics;

    protected Song() {}

    Song(String title, String review, String lyrics) {
        super(title, review);
        this.lyrics = Lazy.of(lyrics);
    }
}
