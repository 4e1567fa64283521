package org.alkahest.orm.lazy;

import jakarta.persistence.Column;
import jakarta.persistence.Lob;
import jakarta.persistence.MappedSuperclass;
import org.alkahest.orm.mapping.Lazy;
import org.jspecify.annotations.Nullable;

/** A mapped superclass with a private lazy field. */
@MappedSuperclass
abstract class Noted {
    @Lob
    @Column(name = "remarks")
    private @Nullable Lazy<@Nullable String> notes;

    Lazy<@Nullable String> notes() {
        Lazy<@Nullable String> present = notes;
        return present == null ? Lazy.of(null) : present;
    }

    void note(@Nullable String text) {
        notes = Lazy.of(text);
    }
}
