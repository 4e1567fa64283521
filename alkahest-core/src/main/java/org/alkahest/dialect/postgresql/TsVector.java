package org.alkahest.dialect.postgresql;

import java.util.Objects;

/**
 * A document of full-text search as the server writes it: its words with their places, such as {@code 'cat':3 'fat':2A}
 * (docs/18/datatype-textsearch.html, 8.11.1). Immutable.
 */
public record TsVector(String text) {
    public TsVector {
        Objects.requireNonNull(text, "text is null");
    }

    @Override
    public String toString() {
        return text;
    }
}
