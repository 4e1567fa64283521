package org.alkahest.orm.lazy;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.LazyGroup;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "films")
class Film extends Media {
    @LazyGroup("texts")
    @Nullable
    Lazy<@Nullable String> script;

    int minutes;

    protected Film() {}

    Film(String title, String review, String script) {
        super(title, review);
        this.script = Lazy.of(script);
        this.minutes = 90;
    }
}
