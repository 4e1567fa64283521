package org.alkahest.orm.lazy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.LazyGroup;
import org.jspecify.annotations.Nullable;

/** The root of joined tables, with a lazy attribute before its key. */
@Entity
@Table(name = "media")
@Inheritance(strategy = InheritanceType.JOINED)
class Media {
    @LazyGroup("texts")
    @Nullable
    Lazy<@Nullable String> review;

    @Id
    @Nullable
    Integer id;

    @Column(length = 80)
    String title = "";

    protected Media() {}

    Media(String title, String review) {
        this.title = title;
        this.review = Lazy.of(review);
    }
}
