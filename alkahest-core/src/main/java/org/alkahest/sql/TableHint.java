package org.alkahest.sql;

import java.util.Objects;
import java.util.Set;

/**
 * Text beside one table in FROM, such as {@code USE INDEX (i)}; written as it is, in some dialects only.
 *
 * @param dialects the dialects' names
 */
public record TableHint(FromItem table, Set<String> dialects, Place place, String text) {
    public TableHint {
        Objects.requireNonNull(table, "table is null");
        dialects = Set.copyOf(dialects);
        Objects.requireNonNull(place, "place is null");
        Objects.requireNonNull(text, "text is null");
    }

    TableHint mapChildren(NodeMapper mapper) {
        return new TableHint(mapper.map(table), dialects, place, text);
    }

    void describe(Description description) {
        description.child(table).add(dialects).add(place).add(text);
    }

    /** Where the text stands. */
    public enum Place {
        BEFORE,
        AFTER
    }
}
