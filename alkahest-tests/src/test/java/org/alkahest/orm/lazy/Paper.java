package org.alkahest.orm.lazy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Lazy;
import org.jspecify.annotations.Nullable;

/** The root of classes in one table. */
@Entity
@Table(name = "papers")
@Inheritance
class Paper {
    @Id
    @Nullable
    Integer id;

    @Nullable
    Lazy<@Nullable String> text;

    @Column(length = 80)
    String title = "";

    protected Paper() {}

    Paper(String title, String text) {
        this.title = title;
        this.text = Lazy.of(text);
    }
}
