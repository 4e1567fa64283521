package org.alkahest.dialect.duckdb;

import java.sql.Blob;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.alkahest.dialect.ArrayText;
import org.alkahest.dialect.IntervalCodecs;
import org.alkahest.type.Codec;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * Lists as the text that a cast reads (https://duckdb.org/docs/stable/sql/data_types/typecasting, 2.0). The driver's rows of
 * a list's elements lack many getters of other rows.
 */
final class DuckdbLists {

    private static final ArrayText TEXT = new ArrayText("[", "]", DuckdbLists::bytes);

    private static final Codecs ELEMENTS = IntervalCodecs.in(Codecs.standard())
            .with(TypeName.BOOLEAN, element(Boolean.class))
            .with(TypeName.SMALLINT, element(Number.class).map(n -> n, Number::shortValue))
            .with(TypeName.INTEGER, element(Number.class).map(n -> n, Number::intValue))
            .with(TypeName.BIGINT, element(Number.class).map(n -> n, Number::longValue))
            .with(TypeName.REAL, element(Number.class).map(n -> n, Number::floatValue))
            .with(TypeName.DOUBLE, element(Number.class).map(n -> n, Number::doubleValue))
            .with(TypeName.BINARY, read(DuckdbLists::readBytes))
            .with(TypeName.DATE, element(LocalDate.class))
            .with(TypeName.TIME, element(LocalTime.class))
            .with(TypeName.TIMESTAMP, read(DuckdbLists::readTimestamp))
            .with(TypeName.TIMESTAMP_WITH_TIME_ZONE, read(DuckdbCodecs::readInstant))
            .with(TypeName.UUID, element(UUID.class));

    private DuckdbLists() {}

    static Codec<?> codec(SqlType<?> type) {
        Codec<?> elements = ELEMENTS.codec(type);
        return Codec.<Object>of(
                JDBCType.VARCHAR,
                elements::read,
                (statement, index, value) -> statement.setString(index, TEXT.write((List<?>) value, type)));
    }

    private static <T> Codec<T> element(Class<T> type) {
        return read((rows, index) -> type.cast(rows.getObject(index)));
    }

    /** Elements are only read: a list is sent as a whole. */
    private static <T> Codec<T> read(Codec.Reader<T> reader) {
        return Codec.of(JDBCType.OTHER, reader, (statement, index, value) -> statement.setObject(index, value));
    }

    private static byte @Nullable [] readBytes(ResultSet rows, int index) throws SQLException {
        Blob blob = (Blob) rows.getObject(index);
        return blob == null ? null : blob.getBytes(1, (int) blob.length());
    }

    /** The microseconds as they are kept; the driver's other getters go through the time zone of the program. */
    private static @Nullable LocalDateTime readTimestamp(ResultSet rows, int index) throws SQLException {
        OffsetDateTime utc = DuckdbCodecs.readInstant(rows, index);
        return utc == null ? null : utc.toLocalDateTime();
    }

    /** {@code \xAB} for each byte (docs/stable/sql/data_types/blob). */
    private static String bytes(byte[] value) {
        StringBuilder text = new StringBuilder(4 * value.length);
        for (byte each : value) {
            text.append("\\x").append(Character.forDigit((each >> 4) & 0xF, 16));
            text.append(Character.forDigit(each & 0xF, 16));
        }
        return text.toString();
    }
}
