package org.alkahest.processor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.UUID;
import org.alkahest.orm.mapping.Ref;
import org.jspecify.annotations.Nullable;

/** A key that the program assigns, and a reference of two columns. */
@Entity
class Parcel {
    @Id
    @Nullable
    UUID id;

    @ManyToOne
    private Ref<Line> content = Ref.none();

    Parcel() {}

    Parcel(UUID id, Line content) {
        this.id = id;
        this.content = Ref.of(content);
    }

    Ref<Line> content() {
        return content;
    }
}
