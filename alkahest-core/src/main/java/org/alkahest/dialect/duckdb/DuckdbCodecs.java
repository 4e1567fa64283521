package org.alkahest.dialect.duckdb;

import java.math.BigDecimal;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.alkahest.dialect.IntervalCodecs;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.Codec;
import org.alkahest.type.Codecs;
import org.alkahest.type.TypeName;
import org.alkahest.type.YearRange;
import org.jspecify.annotations.Nullable;

/** What the driver does otherwise than JDBC 4.3 says. */
final class DuckdbCodecs {
    private static final int MAX_DIGITS = 38;
    private static final long MICROS = 1_000_000;
    private static final long NANOS_OF_MICRO = 1_000;
    private static final Codec<String> TEXT =
            Codec.of(JDBCType.VARCHAR, ResultSet::getString, PreparedStatement::setString);

    /** The whole years of a timestamp ("Timestamp Types"), as which dates are sent too. */
    private static final YearRange YEARS = new YearRange("DuckDB", -290_307, 294_246);

    private DuckdbCodecs() {}

    static Codecs all() {
        return YEARS.in(IntervalCodecs.in(Codecs.standard())
                .with(
                        TypeName.DECIMAL,
                        Codec.of(JDBCType.DECIMAL, ResultSet::getBigDecimal, DuckdbCodecs::writeDecimal))
                .with(TypeName.ARRAY, DuckdbLists::codec)
                .with(TypeName.CHAR, type -> TEXT.map(value -> Codecs.padded(value, type), value -> value))
                .with(TypeName.DATE, Codec.of(JDBCType.DATE, DuckdbCodecs::readDate, DuckdbCodecs::writeDate))
                .with(
                        TypeName.TIMESTAMP_WITH_TIME_ZONE,
                        Codec.of(
                                JDBCType.TIMESTAMP_WITH_TIMEZONE,
                                DuckdbCodecs::readInstant,
                                DuckdbCodecs::writeInstant)));
    }

    /** The driver takes no negative scale, and forgets its connection where there are more digits. */
    private static void writeDecimal(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        if (Math.max(plain.precision(), plain.scale()) > MAX_DIGITS) {
            throw new AlkahestArgumentException(
                    "ALK-1360",
                    "Cannot bind a decimal: it has more than the " + MAX_DIGITS
                            + " digits that DuckDB keeps. Round it, or map it to text.");
        }
        statement.setBigDecimal(index, plain);
    }

    /** The driver's LocalDate goes through java.util's calendar, which lacks ten days of 1582; its LocalDateTime does not. */
    private static @Nullable LocalDate readDate(ResultSet row, int index) throws SQLException {
        LocalDateTime value = row.getObject(index, LocalDateTime.class);
        return value == null ? null : value.toLocalDate();
    }

    /** The placeholder makes a date of it again. */
    private static void writeDate(PreparedStatement statement, int index, LocalDate value) throws SQLException {
        statement.setObject(index, value.atStartOfDay());
    }

    /** The driver's OffsetDateTime goes through local time, in which an hour of autumn comes twice; its long does not. */
    static @Nullable OffsetDateTime readInstant(ResultSet row, int index) throws SQLException {
        long micros = row.getLong(index);
        if (row.wasNull()) {
            return null;
        }
        long seconds = Math.floorDiv(micros, MICROS);
        return Instant.ofEpochSecond(seconds, Math.floorMod(micros, MICROS) * NANOS_OF_MICRO)
                .atOffset(ZoneOffset.UTC);
    }

    private static void writeInstant(PreparedStatement statement, int index, OffsetDateTime value) throws SQLException {
        statement.setObject(index, value.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS));
    }
}
