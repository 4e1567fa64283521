package org.alkahest.dialect.mysql;

import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.Codec;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * How values are kept in MySQL and MariaDB where JDBC's way would change them: instants as dates with time in UTC, as the
 * drivers would turn them into their own time zone; UUIDs as text; REAL as DOUBLE, see {@link MysqlTypeCompiler}.
 */
final class MysqlCodecs {
    private static final Codec<String> TEXT =
            Codec.of(JDBCType.VARCHAR, ResultSet::getString, PreparedStatement::setString);

    private MysqlCodecs() {}

    static Codecs all() {
        Codec<LocalDate> date = Codecs.standard().codec(SqlTypes.DATE).map(MysqlCodecs::checked, value -> value);
        Codec<LocalDateTime> timestamp =
                Codecs.standard().codec(SqlTypes.TIMESTAMP).map(MysqlCodecs::checked, value -> value);
        return Codecs.standard()
                .with(TypeName.REAL, Codec.of(JDBCType.REAL, MysqlCodecs::readFloat, MysqlCodecs::writeFloat))
                .with(TypeName.DOUBLE, Codec.of(JDBCType.DOUBLE, MysqlCodecs::readDouble, MysqlCodecs::writeDouble))
                // The padding of CHAR is cut off when it is read (13.3.2), unlike in other databases.
                .with(TypeName.CHAR, type -> TEXT.map(MysqlCodecs::withoutPadding, value -> Codecs.padded(value, type)))
                .with(TypeName.UUID, TEXT.map(UUID::toString, UUID::fromString))
                .with(TypeName.DATE, date)
                .with(TypeName.TIMESTAMP, timestamp)
                .with(TypeName.TIMESTAMP_WITH_TIME_ZONE, timestamp.map(MysqlCodecs::utc, MysqlCodecs::instant));
    }

    private static LocalDateTime checked(LocalDateTime value) {
        checked(value.toLocalDate());
        return value;
    }

    /** Drivers lose the sign of a year, and servers take what has five digits for something else. */
    private static LocalDate checked(LocalDate value) {
        if (value.getYear() < 1 || value.getYear() > 9999) {
            throw new AlkahestArgumentException(
                    "ALK-1372",
                    "Cannot send the date " + value
                            + " to MySQL or MariaDB: its year is outside 1 to 9999. Use null for"
                            + " no limit, or map the column as a number.");
        }
        return value;
    }

    private static LocalDateTime utc(OffsetDateTime value) {
        return value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    private static OffsetDateTime instant(LocalDateTime utc) {
        return utc.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Float readFloat(ResultSet row, int index) throws SQLException {
        double value = row.getDouble(index);
        return row.wasNull() ? null : (float) value;
    }

    private static void writeFloat(PreparedStatement statement, int index, Float value) throws SQLException {
        statement.setDouble(index, finite(value));
    }

    private static @Nullable Double readDouble(ResultSet row, int index) throws SQLException {
        double value = row.getDouble(index);
        return row.wasNull() ? null : value;
    }

    private static void writeDouble(PreparedStatement statement, int index, Double value) throws SQLException {
        statement.setDouble(index, finite(value));
    }

    private static double finite(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new AlkahestArgumentException(
                    "ALK-1371",
                    "Cannot send " + value + " to MySQL or MariaDB: their floating-point numbers are finite. Send null"
                            + " if that is meant.");
        }
        return value;
    }

    /** Beside a column of CHAR blanks at the end count in the collations that do not pad (12.10.1), though it has none. */
    private static String withoutPadding(String value) {
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == ' ') {
            end--;
        }
        return value.substring(0, end);
    }
}
