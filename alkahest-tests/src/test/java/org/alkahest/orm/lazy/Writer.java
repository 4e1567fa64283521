package org.alkahest.orm.lazy;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.LazyGroup;
import org.jspecify.annotations.Nullable;

/** A lazy column before the key, others after it, and a group of two. */
@Entity
@Table(name = "writers")
class Writer extends Noted {
    @Nullable
    Lazy<@Nullable String> biography;

    @Id
    @Nullable
    Integer id;

    @Column(length = 80)
    String name = "";

    @Lob
    @Nullable
    Lazy<byte @Nullable []> photo;

    @LazyGroup("texts")
    @Nullable
    Lazy<@Nullable String> preface;

    @LazyGroup("texts")
    @Column(length = 100)
    @Nullable
    Lazy<@Nullable String> motto;

    @OneToMany(mappedBy = "writer", cascade = CascadeType.ALL)
    @OrderBy("title")
    List<Novel> novels = new ArrayList<>();

    protected Writer() {}

    Writer(String name, String biography) {
        this.name = name;
        this.biography = Lazy.of(biography);
    }

    /** The content, where the session has filled the field. */
    @Nullable
    String biographyText() {
        Lazy<@Nullable String> present = biography;
        return present == null ? null : present.get();
    }
}
