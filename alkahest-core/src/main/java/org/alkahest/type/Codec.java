package org.alkahest.type;

import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Moves values of one type between Java and JDBC. A codec is found once per compiled statement, never per row. Indexes
 * are JDBC's, 1-based. Thread-safe.
 */
@ExtensionPoint("dialects replace the codecs of types that their driver treats specially")
public interface Codec<T> {
    /** The value of a column of the current row; null for SQL NULL. */
    @Nullable
    T read(ResultSet row, int index) throws SQLException;

    /** Binds a non-null value. */
    void write(PreparedStatement statement, int index, T value) throws SQLException;

    /** Binds SQL NULL with the type that the driver expects. */
    void writeNull(PreparedStatement statement, int index) throws SQLException;

    /**
     * Decodes a column of this codec, 0-based. The standard codecs give decoders of different classes: where one place in
     * the code meets only one of them, as in a program's hot loop, the JIT inlines it down to the driver.
     */
    default Decoder<T> decoder(int position) {
        return row -> row.at(position);
    }

    /**
     * A codec from a getter of the driver's result and a setter of its statement.
     *
     * @param type the type of a NULL that is bound
     */
    static <T> Codec<T> of(JDBCType type, Reader<T> reader, Writer<T> writer) {
        return new StandardCodecs.Simple<>(type, reader, writer);
    }

    /** A codec of values that are kept as this codec's values. The functions see no nulls; they must be thread-safe. */
    default <U> Codec<U> map(Function<U, T> toStored, Function<T, U> fromStored) {
        return new Mapped<>(this, toStored, fromStored);
    }

    /** Reads a column of the current row; null for SQL NULL. */
    @FunctionalInterface
    interface Reader<T> {
        @Nullable
        T read(ResultSet row, int index) throws SQLException;
    }

    /** Binds a value that is not null. */
    @FunctionalInterface
    interface Writer<T> {
        void write(PreparedStatement statement, int index, T value) throws SQLException;
    }
}
