package org.alkahest.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
}
