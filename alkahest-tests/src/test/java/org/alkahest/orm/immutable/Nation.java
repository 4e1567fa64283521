package org.alkahest.orm.immutable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;
import org.jspecify.annotations.Nullable;

/** A record with a reference. */
@Entity
@Table(name = "nations")
public record Nation(
        @Id @Column(length = 2) String code,
        @Nullable String name,
        @ManyToOne @Nullable Ref<Continent> continent) {
    /** With a null that says nothing of its type. */
    public Nation(String code) {
        this(code, null, null);
    }
}
