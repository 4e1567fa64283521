package org.alkahest.dialect.postgresql;

import java.util.Objects;

/**
 * A query of full-text search as the server writes it, such as {@code 'fat' & ( 'rat' | 'cat' )}
 * (docs/18/datatype-textsearch.html, 8.11.2). Immutable.
 */
public record TsQuery(String text) {
    public TsQuery {
        Objects.requireNonNull(text, "text is null");
    }

    @Override
    public String toString() {
        return text;
    }
}
