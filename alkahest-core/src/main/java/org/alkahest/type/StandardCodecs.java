package org.alkahest.type;

import java.math.BigDecimal;
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
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The codecs of JDBC 4.3 (appendix B, data type conversion tables). */
final class StandardCodecs {
    private StandardCodecs() {}

    static Map<TypeName, Codec<?>> all() {
        Map<TypeName, Codec<?>> codecs = new EnumMap<>(TypeName.class);
        codecs.put(
                TypeName.BOOLEAN,
                new Simple<>(JDBCType.BOOLEAN, orNull(ResultSet::getBoolean), PreparedStatement::setBoolean));
        codecs.put(
                TypeName.SMALLINT,
                new Simple<>(JDBCType.SMALLINT, orNull(ResultSet::getShort), PreparedStatement::setShort));
        codecs.put(
                TypeName.INTEGER, new Simple<>(JDBCType.INTEGER, orNull(ResultSet::getInt), PreparedStatement::setInt));
        codecs.put(
                TypeName.BIGINT, new Simple<>(JDBCType.BIGINT, orNull(ResultSet::getLong), PreparedStatement::setLong));
        codecs.put(
                TypeName.REAL, new Simple<>(JDBCType.REAL, orNull(ResultSet::getFloat), PreparedStatement::setFloat));
        codecs.put(
                TypeName.DOUBLE,
                new Simple<>(JDBCType.DOUBLE, orNull(ResultSet::getDouble), PreparedStatement::setDouble));
        codecs.put(
                TypeName.DECIMAL,
                new Simple<BigDecimal>(JDBCType.DECIMAL, ResultSet::getBigDecimal, PreparedStatement::setBigDecimal));
        Codec<String> string = new Simple<>(JDBCType.VARCHAR, ResultSet::getString, PreparedStatement::setString);
        codecs.put(TypeName.CHAR, string);
        codecs.put(TypeName.VARCHAR, string);
        codecs.put(TypeName.TEXT, string);
        codecs.put(TypeName.BINARY, new Simple<>(JDBCType.VARBINARY, ResultSet::getBytes, PreparedStatement::setBytes));
        codecs.put(TypeName.DATE, object(JDBCType.DATE, LocalDate.class));
        codecs.put(TypeName.TIME, micros(object(JDBCType.TIME, LocalTime.class), LocalTime::truncatedTo));
        codecs.put(
                TypeName.TIMESTAMP,
                micros(object(JDBCType.TIMESTAMP, LocalDateTime.class), LocalDateTime::truncatedTo));
        codecs.put(
                TypeName.TIMESTAMP_WITH_TIME_ZONE,
                object(JDBCType.TIMESTAMP_WITH_TIMEZONE, OffsetDateTime.class)
                        .map(StandardCodecs::utcMicros, StandardCodecs::utc));
        codecs.put(TypeName.UUID, object(JDBCType.OTHER, UUID.class));
        codecs.put(
                TypeName.OTHER, new Simple<Object>(JDBCType.OTHER, ResultSet::getObject, PreparedStatement::setObject));
        return codecs;
    }

    /** Finer than the microseconds that columns keep is cut off here, as databases differ in how they round. */
    private static <T> Codec<T> micros(Codec<T> codec, BiFunction<T, ChronoUnit, T> truncate) {
        return codec.map(
                value -> value.equals(LocalDateTime.MAX) ? value : truncate.apply(value, ChronoUnit.MICROS),
                UnaryOperator.identity());
    }

    private static OffsetDateTime utcMicros(OffsetDateTime value) {
        OffsetDateTime utc = utc(value);
        return utc.equals(OffsetDateTime.MAX) ? utc : utc.truncatedTo(ChronoUnit.MICROS);
    }

    /** The limits are drivers' way to say infinity, and have no representation in UTC. */
    private static OffsetDateTime utc(OffsetDateTime value) {
        boolean limit = value.equals(OffsetDateTime.MAX) || value.equals(OffsetDateTime.MIN);
        return limit ? value : value.withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static <T> Codec<T> object(JDBCType type, Class<T> javaType) {
        return new Simple<>(type, (row, index) -> row.getObject(index, javaType), PreparedStatement::setObject);
    }

    static <T> Codec.Reader<T> orNull(Codec.Reader<T> read) {
        return (row, index) -> {
            T value = read.read(row, index);
            return row.wasNull() ? null : value;
        };
    }

    record Simple<T>(JDBCType jdbcType, Reader<T> reader, Writer<T> writer) implements Codec<T> {
        @Override
        public @Nullable T read(ResultSet row, int index) throws SQLException {
            return reader.read(row, index);
        }

        @Override
        public void write(PreparedStatement statement, int index, T value) throws SQLException {
            writer.write(statement, index, value);
        }

        @Override
        public void writeNull(PreparedStatement statement, int index) throws SQLException {
            statement.setNull(index, jdbcType.getVendorTypeNumber());
        }
    }
}
