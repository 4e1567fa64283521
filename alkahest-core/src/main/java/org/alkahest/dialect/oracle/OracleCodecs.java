package org.alkahest.dialect.oracle;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.alkahest.type.Codec;
import org.alkahest.type.Codecs;
import org.alkahest.type.IntervalText;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;
import org.alkahest.type.YearRange;
import org.jspecify.annotations.Nullable;

/**
 * How values are kept in Oracle (JDBC Developer's Guide 23ai, "Accessing and Manipulating Oracle Data"). Times are timestamps
 * of 1 January 1970, UUIDs 16 bytes, booleans before 23ai 0 and 1; intervals are sent as text, of which functions make them.
 */
final class OracleCodecs {
    /** The day of a TIME, which is kept as a timestamp. */
    static final LocalDate TIME_DAY = LocalDate.EPOCH;

    /** From 4712 BC on ("Data Types", DATE). */
    private static final YearRange YEARS = new YearRange("Oracle", -4711, 9999);

    /** As many bytes as VARCHAR2 has for certain; longer text of an expression has to be a CLOB (ORA-01461). */
    private static final int MAX_VARCHAR = 4000;

    /** Text of a vector, in ASCII; the driver makes a temporary CLOB of a reader, but not of a long string. */
    private static final Codec<String> VECTOR_TEXT =
            Codec.of(JDBCType.VARCHAR, ResultSet::getString, OracleCodecs::writeVector);

    private OracleCodecs() {}

    static Codecs all(boolean booleans) {
        Codec<LocalDateTime> timestamp = Codec.of(
                JDBCType.TIMESTAMP,
                (row, index) -> row.getObject(index, LocalDateTime.class),
                PreparedStatement::setObject);
        Codec<String> text = Codec.of(JDBCType.VARCHAR, ResultSet::getString, PreparedStatement::setString);
        Codec<byte[]> bytes = Codec.of(JDBCType.VARBINARY, ResultSet::getBytes, PreparedStatement::setBytes);
        Codecs codecs = YEARS.in(Codecs.standard()
                        .with(TypeName.REAL, new VendorCodec<>(VendorTypes.BINARY_FLOAT, OracleCodecs::readFloat))
                        .with(TypeName.DOUBLE, new VendorCodec<>(VendorTypes.BINARY_DOUBLE, OracleCodecs::readDouble))
                        .with(TypeName.DECIMAL, OracleCodecs::decimal)
                        .with(TypeName.CHAR, new VendorCodec<>(VendorTypes.FIXED_CHAR, ResultSet::getString))
                        .with(
                                TypeName.TIME,
                                timestamp.map(
                                        (LocalTime value) -> value.truncatedTo(ChronoUnit.MICROS)
                                                .atDate(TIME_DAY),
                                        LocalDateTime::toLocalTime))
                        .with(
                                TypeName.TIMESTAMP_WITH_TIME_ZONE,
                                new VendorCodec<>(
                                                VendorTypes.TIMESTAMPTZ,
                                                (row, index) -> row.getObject(index, OffsetDateTime.class))
                                        .map(OracleCodecs::utcMicros, OracleCodecs::utc)))
                .with(TypeName.INTERVAL_DAY_TIME, text.map(IntervalText::dayToSecond, IntervalText::duration))
                .with(TypeName.INTERVAL_YEAR_MONTH, text.map(IntervalText::yearToMonth, IntervalText::period))
                .with(TypeName.UUID, bytes.map(OracleCodecs::toBytes, OracleCodecs::toUuid))
                .with(TypeName.TEXT, type -> Vectors.isVector(type) ? VECTOR_TEXT : text)
                .with(
                        TypeName.OTHER,
                        Codec.<Object>of(JDBCType.VARCHAR, ResultSet::getObject, PreparedStatement::setObject));
        return booleans
                ? codecs
                : codecs.with(
                        TypeName.BOOLEAN,
                        Codec.of(JDBCType.NUMERIC, OracleCodecs::readBoolean, OracleCodecs::writeBoolean));
    }

    static byte[] toBytes(UUID value) {
        return ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    private static UUID toUuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static OffsetDateTime utcMicros(OffsetDateTime value) {
        return utc(value).truncatedTo(ChronoUnit.MICROS);
    }

    private static OffsetDateTime utc(OffsetDateTime value) {
        return value.withOffsetSameInstant(ZoneOffset.UTC);
    }

    /** A number comes back without the zeros at its end. */
    private static Codec<BigDecimal> decimal(SqlType<?> type) {
        return Codec.of(JDBCType.NUMERIC, ResultSet::getBigDecimal, PreparedStatement::setBigDecimal)
                .map(value -> value, (BigDecimal value) -> scaled(value, type.scale()));
    }

    private static BigDecimal scaled(BigDecimal value, int scale) {
        return value.scale() < scale ? value.setScale(scale) : value;
    }

    private static @Nullable Boolean readBoolean(ResultSet row, int index) throws SQLException {
        int value = row.getInt(index);
        return row.wasNull() ? null : value != 0;
    }

    private static void writeBoolean(PreparedStatement statement, int index, Boolean value) throws SQLException {
        statement.setInt(index, value ? 1 : 0);
    }

    private static void writeVector(PreparedStatement statement, int index, String value) throws SQLException {
        if (value.length() <= MAX_VARCHAR) {
            statement.setString(index, value);
        } else {
            statement.setClob(index, new StringReader(value), value.length());
        }
    }

    private static @Nullable Float readFloat(ResultSet row, int index) throws SQLException {
        float value = row.getFloat(index);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Double readDouble(ResultSet row, int index) throws SQLException {
        double value = row.getDouble(index);
        return row.wasNull() ? null : value;
    }

    /**
     * Binds values as a type that only the driver has a number for: a float or double would go as NUMBER, which has no
     * infinities, and text for CHAR as VARCHAR2, beside which the column's padding counts.
     */
    private record VendorCodec<T>(int vendorType, Reader<T> reader) implements Codec<T> {
        @Override
        public @Nullable T read(ResultSet row, int index) throws SQLException {
            return reader.read(row, index);
        }

        @Override
        public void write(PreparedStatement statement, int index, T value) throws SQLException {
            statement.setObject(index, value, vendorType);
        }

        @Override
        public void writeNull(PreparedStatement statement, int index) throws SQLException {
            statement.setNull(index, vendorType);
        }
    }
}
