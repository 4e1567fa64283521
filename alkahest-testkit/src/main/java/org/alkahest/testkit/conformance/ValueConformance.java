package org.alkahest.testkit.conformance;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.alkahest.engine.Engine;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.ExtensionPoint;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** Values of every portable type come back as they were sent, NULL too. JUnit makes the subclass. */
@ExtensionPoint("a dialect's own repository extends it by an empty class")
public abstract class ValueConformance {
    protected ValueConformance() {}

    @SafeVarargs
    private static <T> void comeBack(Engine engine, SqlType<T> type, T... values) {
        Table table = Table.named("kept")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .column("x", type)
                .build();
        Column<Integer> id = table.column("id", Integer.class);
        Column<T> column = table.column("x", type.javaType());
        MetaData.of(table).createAll(engine);
        engine.begin(connection -> {
            connection.execute(insert(table).set(id, 0).setNull(column));
            for (int i = 0; i < values.length; i++) {
                connection.execute(insert(table).set(id, i + 1).set(column, values[i]));
            }
            List<T> read = connection.execute(select(column).orderBy(id)).all();
            assertThat(read.get(0)).as("NULL as " + type).isNull();
            for (int i = 0; i < values.length; i++) {
                assertThat(type.same(values[i], read.get(i + 1)))
                        .as(type + " sent as " + values[i] + ", read as " + read.get(i + 1))
                        .isTrue();
            }
        });
    }

    @DatabaseTest
    public void integersComeBack(Engine engine) {
        comeBack(engine, SqlTypes.INTEGER, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @DatabaseTest
    public void longsComeBack(Engine engine) {
        comeBack(engine, SqlTypes.BIGINT, 0L, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @DatabaseTest
    public void decimalsComeBack(Engine engine) {
        comeBack(
                engine,
                SqlTypes.decimal(12, 2),
                new BigDecimal("0.00"),
                new BigDecimal("-9999999999.99"),
                new BigDecimal("0.10"));
    }

    @DatabaseTest
    public void doublesComeBack(Engine engine) {
        comeBack(engine, SqlTypes.DOUBLE, 0.0, 0.1, -1e100, Double.MIN_NORMAL);
    }

    @DatabaseTest
    public void booleansComeBack(Engine engine) {
        comeBack(engine, SqlTypes.BOOLEAN, true, false);
    }

    @DatabaseTest
    public void stringsComeBack(Engine engine) {
        comeBack(engine, SqlTypes.varchar(40), "x", "it's \\ \"quoted\" -- %_", "größer 漢字 😀");
    }

    @DatabaseTest
    public void textComesBack(Engine engine) {
        comeBack(engine, SqlTypes.TEXT, "x".repeat(10_000), "line\nline");
    }

    @DatabaseTest
    public void bytesComeBack(Engine engine) {
        comeBack(engine, SqlTypes.BINARY, new byte[] {0, -1, 127}, new byte[] {1});
    }

    @DatabaseTest
    public void datesComeBack(Engine engine) {
        comeBack(
                engine,
                SqlTypes.DATE,
                LocalDate.of(2026, 2, 28),
                LocalDate.of(1581, 12, 31),
                LocalDate.of(9999, 12, 31));
    }

    @DatabaseTest
    public void timesComeBack(Engine engine) {
        comeBack(engine, SqlTypes.TIME, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59));
    }

    /** The hour that spring leaves out in many zones is one like any other. */
    @DatabaseTest
    public void timestampsComeBack(Engine engine) {
        comeBack(
                engine,
                SqlTypes.TIMESTAMP,
                LocalDateTime.of(2026, 3, 29, 2, 30),
                LocalDateTime.of(1999, 12, 31, 23, 59, 59, 123_456_000));
    }

    @DatabaseTest
    public void instantsComeBack(Engine engine) {
        comeBack(
                engine,
                SqlTypes.TIMESTAMP_WITH_TIME_ZONE,
                OffsetDateTime.of(2026, 10, 25, 0, 30, 0, 0, ZoneOffset.UTC),
                OffsetDateTime.of(2026, 7, 1, 12, 0, 0, 0, ZoneOffset.ofHours(5)));
    }

    @DatabaseTest
    public void uuidsComeBack(Engine engine) {
        comeBack(engine, SqlTypes.UUID, UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"));
    }
}
