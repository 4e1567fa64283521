package org.alkahest.sql;

import java.util.Objects;

/**
 * Text after one table in FROM, such as {@code USE INDEX (i)}; written as it is, in one dialect only.
 *
 * @param dialect the dialect's name
 */
public record TableHint(FromItem table, String dialect, String text) {
    public TableHint {
        Objects.requireNonNull(table, "table is null");
        Objects.requireNonNull(dialect, "dialect is null");
        Objects.requireNonNull(text, "text is null");
    }

    TableHint mapChildren(NodeMapper mapper) {
        return new TableHint(mapper.map(table), dialect, text);
    }

    void describe(Description description) {
        description.child(table).add(dialect).add(text);
    }
}
