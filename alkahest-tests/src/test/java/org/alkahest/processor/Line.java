package org.alkahest.processor;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/** A key of two columns in a record, whose components are not in the order of their names. */
@Entity
class Line {
    @EmbeddedId
    @Nullable
    Key key;

    @Nullable
    String article;

    Line() {}

    Line(Key key, String article) {
        this.key = key;
        this.article = article;
    }

    @Embeddable
    record Key(int orderNumber, Integer line) {}
}
