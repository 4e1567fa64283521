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
import org.jspecify.annotations.Nullable;

/** The codecs of JDBC 4.3 (appendix B, data type conversion tables). */
final class StandardCodecs {
    private StandardCodecs() {}

    static Map<TypeName, Codec<?>> all() {
        Map<TypeName, Codec<?>> codecs = new EnumMap<>(TypeName.class);
        codecs.put(
                TypeName.BOOLEAN,
                new Simple<Boolean>(
                        JDBCType.BOOLEAN,
                        Getters::getBoolean,
                        PreparedStatement::setBoolean,
                        at -> row -> row.read(at, Getters::getBoolean)));
        codecs.put(
                TypeName.SMALLINT,
                new Simple<Short>(
                        JDBCType.SMALLINT,
                        Getters::getShort,
                        PreparedStatement::setShort,
                        at -> row -> row.read(at, Getters::getShort)));
        codecs.put(
                TypeName.INTEGER,
                new Simple<Integer>(
                        JDBCType.INTEGER,
                        Getters::getInt,
                        PreparedStatement::setInt,
                        at -> row -> row.read(at, Getters::getInt)));
        codecs.put(
                TypeName.BIGINT,
                new Simple<Long>(
                        JDBCType.BIGINT,
                        Getters::getLong,
                        PreparedStatement::setLong,
                        at -> row -> row.read(at, Getters::getLong)));
        codecs.put(
                TypeName.REAL,
                new Simple<Float>(
                        JDBCType.REAL,
                        Getters::getFloat,
                        PreparedStatement::setFloat,
                        at -> row -> row.read(at, Getters::getFloat)));
        codecs.put(
                TypeName.DOUBLE,
                new Simple<Double>(
                        JDBCType.DOUBLE,
                        Getters::getDouble,
                        PreparedStatement::setDouble,
                        at -> row -> row.read(at, Getters::getDouble)));
        codecs.put(
                TypeName.DECIMAL,
                new Simple<BigDecimal>(
                        JDBCType.DECIMAL,
                        ResultSet::getBigDecimal,
                        PreparedStatement::setBigDecimal,
                        at -> row -> row.read(at, ResultSet::getBigDecimal)));
        codecs.put(
                TypeName.INTERVAL_DAY_TIME,
                new Simple<Long>(JDBCType.BIGINT, Getters::getLong, PreparedStatement::setLong)
                        .map(IntervalText::micros, IntervalText::ofMicros));
        codecs.put(
                TypeName.INTERVAL_YEAR_MONTH,
                new Simple<Integer>(JDBCType.INTEGER, Getters::getInt, PreparedStatement::setInt)
                        .map(IntervalText::months, IntervalText::ofMonths));
        Codec<String> string = new Simple<String>(
                JDBCType.VARCHAR,
                ResultSet::getString,
                PreparedStatement::setString,
                at -> row -> row.read(at, ResultSet::getString));
        codecs.put(TypeName.CHAR, string);
        codecs.put(TypeName.VARCHAR, string);
        codecs.put(TypeName.TEXT, string);
        codecs.put(TypeName.JSON, string);
        codecs.put(
                TypeName.BINARY,
                new Simple<byte[]>(
                        JDBCType.VARBINARY,
                        ResultSet::getBytes,
                        PreparedStatement::setBytes,
                        at -> row -> row.read(at, ResultSet::getBytes)));
        codecs.put(
                TypeName.DATE,
                new Simple<LocalDate>(
                        JDBCType.DATE,
                        Getters::getDate,
                        PreparedStatement::setObject,
                        at -> row -> row.read(at, Getters::getDate)));
        codecs.put(
                TypeName.TIME,
                new Simple<LocalTime>(
                        JDBCType.TIME,
                        Getters::getTime,
                        StandardCodecs::setTime,
                        at -> row -> row.read(at, Getters::getTime)));
        codecs.put(
                TypeName.TIMESTAMP,
                new Simple<LocalDateTime>(
                        JDBCType.TIMESTAMP,
                        Getters::getTimestamp,
                        StandardCodecs::setTimestamp,
                        at -> row -> row.read(at, Getters::getTimestamp)));
        Codec<OffsetDateTime> instant = new Simple<OffsetDateTime>(
                JDBCType.TIMESTAMP_WITH_TIMEZONE,
                Getters::getOffsetDateTime,
                PreparedStatement::setObject,
                at -> row -> row.read(at, Getters::getOffsetDateTime));
        codecs.put(TypeName.TIMESTAMP_WITH_TIME_ZONE, instant.map(StandardCodecs::utcMicros, StandardCodecs::utc));
        codecs.put(
                TypeName.UUID,
                new Simple<UUID>(
                        JDBCType.OTHER,
                        Getters::getUuid,
                        PreparedStatement::setObject,
                        at -> row -> row.read(at, Getters::getUuid)));
        codecs.put(
                TypeName.OTHER,
                new Simple<Object>(
                        JDBCType.OTHER,
                        ResultSet::getObject,
                        PreparedStatement::setObject,
                        at -> row -> row.read(at, ResultSet::getObject)));
        return codecs;
    }

    // Finer than the microseconds that columns keep is cut off, as databases differ in how they round.

    private static void setTime(PreparedStatement statement, int index, LocalTime value) throws SQLException {
        statement.setObject(index, value.truncatedTo(ChronoUnit.MICROS));
    }

    private static void setTimestamp(PreparedStatement statement, int index, LocalDateTime value) throws SQLException {
        statement.setObject(index, value.equals(LocalDateTime.MAX) ? value : value.truncatedTo(ChronoUnit.MICROS));
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

    /** Gives the decoder of a column. Each codec has a lambda of its own here, so that its decoders have a class of their own. */
    @FunctionalInterface
    interface Decoders<T> {
        Decoder<T> at(int position);
    }

    record Simple<T>(JDBCType jdbcType, Reader<T> reader, Writer<T> writer, Decoders<T> decoders) implements Codec<T> {
        /** A codec whose decoders are like others. */
        Simple(JDBCType jdbcType, Reader<T> reader, Writer<T> writer) {
            this(jdbcType, reader, writer, position -> row -> row.read(position, reader));
        }

        @Override
        public Decoder<T> decoder(int position) {
            return decoders.at(position);
        }

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
