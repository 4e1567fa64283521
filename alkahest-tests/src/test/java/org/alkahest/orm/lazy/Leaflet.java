package org.alkahest.orm.lazy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Lazy;
import org.jspecify.annotations.Nullable;

/** With a key of the user's own. */
@Entity
@Table(name = "leaflets")
class Leaflet {
    @Id
    @Column(length = 20)
    String code = "";

    @Nullable
    Lazy<@Nullable String> text;

    @Nullable
    Lazy<@Nullable String> footer;

    protected Leaflet() {}

    Leaflet(String code, @Nullable String text) {
        this.code = code;
        this.text = Lazy.of(text);
    }
}
