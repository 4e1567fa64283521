package org.alkahest.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of one Java type, moved as values of another. */
record Mapped<T, S>(Codec<S> storage, Function<T, S> toStored, Function<S, T> fromStored) implements Codec<T> {
    @Override
    public @Nullable T read(ResultSet row, int index) throws SQLException {
        S stored = storage.read(row, index);
        return stored == null ? null : fromStored.apply(stored);
    }

    @Override
    public void write(PreparedStatement statement, int index, T value) throws SQLException {
        storage.write(statement, index, toStored.apply(value));
    }

    @Override
    public void writeNull(PreparedStatement statement, int index) throws SQLException {
        storage.writeNull(statement, index);
    }
}
