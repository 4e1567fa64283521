package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.SqlType;

/** The name and type of a column that no table declares: of a list of values, of a function in FROM, of text. */
public record Field<T>(String name, SqlType<T> type) {
    public Field {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(type, "type is null");
    }
}
