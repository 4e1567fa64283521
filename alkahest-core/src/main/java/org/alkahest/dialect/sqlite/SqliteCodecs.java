package org.alkahest.dialect.sqlite;

import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.Codec;
import org.alkahest.type.Codecs;
import org.alkahest.type.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * How values are kept in SQLite, which knows integers, reals, text and blobs. Dates and times are ISO text
 * ({@link SqliteTimes}), decimals numbers ({@link SqliteDecimals}), booleans 0 and 1, UUIDs text.
 */
final class SqliteCodecs {
    private static final Codec<String> TEXT =
            Codec.of(JDBCType.VARCHAR, ResultSet::getString, PreparedStatement::setString);

    private SqliteCodecs() {}

    static Codecs all() {
        return Codecs.standard()
                .with(
                        TypeName.BOOLEAN,
                        Codec.of(JDBCType.INTEGER, SqliteCodecs::readBoolean, SqliteCodecs::writeBoolean))
                .with(TypeName.REAL, Codec.of(JDBCType.REAL, SqliteCodecs::readFloat, SqliteCodecs::writeFloat))
                .with(TypeName.DOUBLE, Codec.of(JDBCType.DOUBLE, SqliteCodecs::readDouble, SqliteCodecs::writeDouble))
                .with(TypeName.DECIMAL, SqliteDecimals::codec)
                .with(TypeName.CHAR, type -> TEXT.map(value -> Codecs.padded(value, type), value -> value))
                .with(TypeName.UUID, TEXT.map(UUID::toString, UUID::fromString))
                .with(TypeName.DATE, TEXT.map(SqliteTimes::write, SqliteTimes::readDate))
                .with(TypeName.TIME, TEXT.map(SqliteTimes::write, SqliteTimes::readTime))
                .with(TypeName.TIMESTAMP, TEXT.map(SqliteTimes::write, SqliteTimes::readTimestamp))
                .with(TypeName.TIMESTAMP_WITH_TIME_ZONE, TEXT.map(SqliteTimes::write, SqliteTimes::readInstant));
    }

    private static @Nullable Boolean readBoolean(ResultSet row, int index) throws SQLException {
        int value = row.getInt(index);
        return row.wasNull() ? null : value != 0;
    }

    private static void writeBoolean(PreparedStatement statement, int index, Boolean value) throws SQLException {
        statement.setInt(index, value ? 1 : 0);
    }

    private static @Nullable Float readFloat(ResultSet row, int index) throws SQLException {
        float value = row.getFloat(index);
        return row.wasNull() ? null : value;
    }

    private static void writeFloat(PreparedStatement statement, int index, Float value) throws SQLException {
        statement.setDouble(index, numbered(value));
    }

    private static @Nullable Double readDouble(ResultSet row, int index) throws SQLException {
        double value = row.getDouble(index);
        return row.wasNull() ? null : value;
    }

    private static void writeDouble(PreparedStatement statement, int index, Double value) throws SQLException {
        statement.setDouble(index, numbered(value));
    }

    /** SQLite would keep NaN as NULL (https://www.sqlite.org/floatingpoint.html), which is another value. */
    private static double numbered(double value) {
        if (Double.isNaN(value)) {
            throw new AlkahestArgumentException(
                    "ALK-1409",
                    "Cannot send NaN to SQLite: it has no such number and would keep NULL. Send null if that is"
                            + " meant.");
        }
        return value;
    }
}
