package org.alkahest.type;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.selectRow;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.alkahest.compile.Feature;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.DatabaseException;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Row;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.Test;

final class ArrayRoundTripTest {
    private static final SqlType<List<List<Integer>>> GRID = SqlTypes.array(SqlTypes.array(SqlTypes.INTEGER));

    @DatabaseTest
    void keepsListsOfEverydayValues(DatabaseFixture database) {
        if (!database.supports(Feature.ARRAYS)) {
            assertThatThrownBy(() -> RoundTrip.of(database, SqlTypes.array(SqlTypes.INTEGER)))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("arrays");
            return;
        }
        RoundTrip.of(database, SqlTypes.array(SqlTypes.INTEGER))
                .keeps(List.of(), List.of(1, -2, Integer.MAX_VALUE))
                .keepsAs(Arrays.asList(1, null, 3), Arrays.asList(1, null, 3));
        RoundTrip.of(database, SqlTypes.array(SqlTypes.TEXT))
                .keeps(List.of(
                        "", "a,b", "{\"}", "back\\slash", "'; --", "NULL", "null", "é😀", " ", "[x]", "\\\"", "a\nb"));
        RoundTrip.of(database, SqlTypes.array(SqlTypes.BIGINT)).keeps(List.of(Long.MIN_VALUE, 9007199254740993L));
        RoundTrip.of(database, SqlTypes.array(SqlTypes.BOOLEAN)).keeps(List.of(true, false));
        RoundTrip.of(database, SqlTypes.array(SqlTypes.decimal(12, 2))).keeps(List.of(new BigDecimal("12.50")));
        RoundTrip.of(database, SqlTypes.array(SqlTypes.DATE)).keeps(List.of(LocalDate.of(2026, 2, 28)));
        RoundTrip.of(database, SqlTypes.array(SqlTypes.INSTANT))
                .keeps(List.of(Instant.parse("2026-03-29T01:30:00.123456Z")));
        RoundTrip.of(database, SqlTypes.array(SqlTypes.UUID))
                .keeps(List.of(UUID.fromString("01234567-89ab-4def-8123-456789abcdef")));
        keepsWithNull(RoundTrip.of(database, SqlTypes.array(SqlTypes.DOUBLE)), Arrays.asList(0.1, null, -1e300));
        RoundTrip.of(database, SqlTypes.array(SqlTypes.SMALLINT)).keeps(List.of((short) -7));
        keepsWithNull(
                RoundTrip.of(database, SqlTypes.array(SqlTypes.enumName(DayOfWeek.class))),
                Arrays.asList(DayOfWeek.MONDAY, null));
    }

    /** Whether arrays with NULL in them are equal is unknown to H2, as it is to the standard. */
    private static <E> void keepsWithNull(RoundTrip<List<E>> values, List<E> list) {
        values.keepsAs(list, list);
    }

    /** Of dates before the calendar's reform, and of the hours that clocks skip and repeat. */
    @DatabaseTest(requires = Feature.ARRAYS)
    void keepsListsOfTimes(DatabaseFixture database) {
        keepsWithNull(
                RoundTrip.of(database, SqlTypes.array(SqlTypes.DATE)),
                Arrays.asList(LocalDate.of(1582, 10, 10), null, LocalDate.of(9999, 12, 31)));
        keepsWithNull(
                RoundTrip.of(database, SqlTypes.array(SqlTypes.TIMESTAMP)),
                Arrays.asList(
                        LocalDateTime.parse("2026-03-29T02:30:00.123456"),
                        null,
                        LocalDateTime.parse("1969-12-31T23:59:59.999999")));
        keepsWithNull(
                RoundTrip.of(database, SqlTypes.array(SqlTypes.TIME)),
                Arrays.asList(LocalTime.parse("23:59:59.999999"), null));
        keepsWithNull(
                RoundTrip.of(database, SqlTypes.array(SqlTypes.INSTANT)),
                Arrays.asList(Instant.parse("2026-10-25T00:30:00Z"), null, Instant.parse("2026-10-25T01:30:00Z")));
    }

    @DatabaseTest(requires = Feature.ARRAYS)
    void keepsBytesElementByElement(DatabaseFixture database) {
        RoundTrip<List<byte[]>> values = RoundTrip.of(database, SqlTypes.array(SqlTypes.BINARY));
        List<byte[]> read = values.readBack(Arrays.asList(new byte[] {0, -1, '\\', '"', 127}, null, new byte[0]));
        assertThat(read).hasSize(3);
        assertThat(read.get(0)).containsExactly(0, -1, '\\', '"', 127);
        assertThat(read.get(1)).isNull();
        assertThat(read.get(2)).isEmpty();
    }

    @DatabaseTest(requires = Feature.ARRAYS)
    void keepsArraysOfArrays(DatabaseFixture database) {
        RoundTrip<List<List<Integer>>> numbers = RoundTrip.of(database, GRID);
        numbers.keeps(List.of(), List.of(List.of(1, 2), List.of(3, 4)));
        keepsWithNull(numbers, List.of(List.of(1, 2), Arrays.asList(null, 4)));
        RoundTrip.of(database, SqlTypes.array(SqlTypes.array(SqlTypes.TEXT)))
                .keeps(List.of(List.of("a\"", "},{"), List.of("\\", "NULL")));
    }

    /** PostgreSQL's arrays are rectangles, and an array of empty arrays is an empty array there. */
    @DatabaseTest(requires = Feature.ARRAYS)
    void keepsRaggedArraysOrRefusesThem(DatabaseFixture database) {
        RoundTrip<List<List<Integer>>> values = RoundTrip.of(database, GRID);
        List<List<List<Integer>>> ragged = List.of(
                List.of(List.of(1, 2), List.of(3)), List.of(List.of(), List.of()), Arrays.asList(List.of(1), null));
        for (List<List<Integer>> each : ragged) {
            if (database.dialect().equals("postgresql")) {
                values.refuses(each, "ALK-1173");
            } else {
                values.keepsAs(each, each);
            }
        }
    }

    /** As the default of a column, where there are no parameters. */
    @DatabaseTest(requires = Feature.ARRAYS)
    void writesArraysAsLiterals(DatabaseFixture database) {
        List<String> words = Arrays.asList("it's", null, "a,\"b\\");
        List<List<Integer>> grid = List.of(List.of(1, 2), Arrays.asList(null, 4));
        Table table = Table.named("defaults")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .column("words", SqlTypes.array(SqlTypes.TEXT), defaultOf(words, SqlTypes.array(SqlTypes.TEXT)))
                .column("none", SqlTypes.array(SqlTypes.TEXT), defaultOf(List.of(), SqlTypes.array(SqlTypes.TEXT)))
                .column("grid", GRID, defaultOf(grid, GRID))
                .build();
        MetaData.of(table).createAll(database.engine());
        Row row = database.engine().transaction(connection -> {
            connection.execute(insert(table).assign(table.column("id"), value(1)));
            return connection
                    .execute(selectRow(List.of(table.column("words"), table.column("none"), table.column("grid"))))
                    .one();
        });
        assertThat(row.value(0)).isEqualTo(words);
        assertThat(row.value(1)).isEqualTo(List.of());
        assertThat(row.value(2)).isEqualTo(grid);
    }

    private static <T> ColumnOptions defaultOf(T value, SqlType<T> type) {
        return ColumnOptions.nullable().withDefault(value(value, type));
    }

    /** The cast that tells an array's type must not cut what a column would refuse. DuckDB keeps to no lengths. */
    @DatabaseTest(
            requires = Feature.ARRAYS,
            except = {"duckdb-memory", "duckdb-file"})
    void refusesElementsThatAreTooLong(DatabaseFixture database) {
        assertThatThrownBy(() -> RoundTrip.of(database, SqlTypes.array(SqlTypes.varchar(3)))
                        .readBack(List.of("abcd")))
                .isInstanceOf(DatabaseException.class);
    }

    @Test
    void changesInPlaceAreSeen() {
        SqlType<List<Integer>> type = SqlTypes.array(SqlTypes.INTEGER);
        List<Integer> list = new ArrayList<>(Arrays.asList(1, null));
        List<Integer> snapshot = type.copy(list);
        assertThat(type.same(list, snapshot)).isTrue();
        list.set(0, 2);
        assertThat(type.same(list, snapshot)).isFalse();
        SqlType<List<List<Integer>>> nested = SqlTypes.array(type);
        List<List<Integer>> lists = List.of(list);
        List<List<Integer>> before = nested.copy(lists);
        list.set(0, 3);
        assertThat(nested.same(lists, before)).isFalse();
        assertThat(type).isEqualTo(SqlTypes.array(SqlTypes.INTEGER)).isNotEqualTo(SqlTypes.array(SqlTypes.TEXT));
    }
}
