package org.alkahest.type;

import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * JDBC's getters with null for NULL. Those of primitives give 0 for it, or NaN by some drivers; of other values nothing needs
 * to be asked.
 */
final class Getters {
    private Getters() {}

    static @Nullable Boolean getBoolean(ResultSet row, int index) throws SQLException {
        boolean value = row.getBoolean(index);
        return (!value && row.wasNull()) ? null : value;
    }

    static @Nullable Short getShort(ResultSet row, int index) throws SQLException {
        long value = row.getLong(index);
        if (value == 0 && row.wasNull()) {
            return null;
        }
        if ((short) value != value) {
            throw outOfRange(value, "SMALLINT");
        }
        return (short) value;
    }

    static @Nullable Integer getInt(ResultSet row, int index) throws SQLException {
        long value = row.getLong(index);
        return value == 0 && row.wasNull() ? null : toInt(value);
    }

    /** Some drivers cut what does not fit, which would be another value. */
    static int toInt(long value) throws SQLException {
        if ((int) value != value) {
            throw outOfRange(value, "INTEGER");
        }
        return (int) value;
    }

    private static SQLException outOfRange(long value, String type) {
        return new SQLDataException(value + " is out of the range of " + type, "22003");
    }

    static @Nullable Long getLong(ResultSet row, int index) throws SQLException {
        long value = row.getLong(index);
        return value == 0 && row.wasNull() ? null : value;
    }

    static @Nullable Float getFloat(ResultSet row, int index) throws SQLException {
        float value = row.getFloat(index);
        return (value == 0 || Float.isNaN(value)) && row.wasNull() ? null : value;
    }

    static @Nullable Double getDouble(ResultSet row, int index) throws SQLException {
        double value = row.getDouble(index);
        return (value == 0 || Double.isNaN(value)) && row.wasNull() ? null : value;
    }

    static @Nullable LocalDate getDate(ResultSet row, int index) throws SQLException {
        return row.getObject(index, LocalDate.class);
    }

    static @Nullable LocalTime getTime(ResultSet row, int index) throws SQLException {
        return row.getObject(index, LocalTime.class);
    }

    static @Nullable LocalDateTime getTimestamp(ResultSet row, int index) throws SQLException {
        return row.getObject(index, LocalDateTime.class);
    }

    static @Nullable OffsetDateTime getOffsetDateTime(ResultSet row, int index) throws SQLException {
        return row.getObject(index, OffsetDateTime.class);
    }

    static @Nullable UUID getUuid(ResultSet row, int index) throws SQLException {
        return row.getObject(index, UUID.class);
    }
}
