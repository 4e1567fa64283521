package org.alkahest.compile;

import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.dialect.postgresql.Ranges.adjacentTo;
import static org.alkahest.dialect.postgresql.Ranges.contains;
import static org.alkahest.dialect.postgresql.Ranges.containsRange;
import static org.alkahest.dialect.postgresql.Ranges.isEmpty;
import static org.alkahest.dialect.postgresql.Ranges.lower;
import static org.alkahest.dialect.postgresql.Ranges.overlaps;
import static org.alkahest.dialect.postgresql.Ranges.range;
import static org.alkahest.dialect.postgresql.Ranges.rangeAgg;
import static org.alkahest.dialect.postgresql.Ranges.union;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.postgresql.PostgresqlDialectFactory;
import org.alkahest.dialect.postgresql.Ranges;
import org.alkahest.schema.Column;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Sql;
import org.alkahest.type.MultiRange;
import org.alkahest.type.Range;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class RangeSqlTest {
    private static final Stays STAYS = new Stays();
    private static final String OTHERS = "sqlite h2 duckdb mysql mariadb oracle sqlserver";
    private static final Dialect POSTGRESQL_13 =
            new PostgresqlDialectFactory().create(new DatabaseVersion("PostgreSQL", 13, 0));

    @Test
    void comparesWithRangesAndValues() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertSql(
                select(STAYS.id)
                        .where(contains(STAYS.during, day)
                                .and(isEmpty(STAYS.during).not())),
                on(
                        "postgresql",
                        "SELECT stays.id FROM stays WHERE stays.during @> ? AND NOT isempty(stays.during)",
                        day),
                unsupportedOn(OTHERS, "@>"));
        Range<LocalDate> week = Range.closedOpen(day, day.plusDays(7));
        assertSql(
                select(STAYS.id).where(overlaps(STAYS.during, week)),
                on("postgresql", "SELECT stays.id FROM stays WHERE stays.during && CAST(? AS DATERANGE)", week),
                unsupportedOn(OTHERS, "&&"));
        MultiRange<LocalDate> weeks = MultiRange.of(week);
        assertSql(
                select(STAYS.id).where(containsRange(STAYS.during, weeks)),
                on("postgresql", "SELECT stays.id FROM stays WHERE stays.during @> CAST(? AS DATEMULTIRANGE)", weeks),
                unsupportedOn(OTHERS, "@>"));
        assertSql(
                select(STAYS.id).where(adjacentTo(STAYS.during, STAYS.other)),
                on("postgresql", "SELECT stays.id FROM stays WHERE stays.during -|- stays.other"),
                unsupportedOn(OTHERS, "-|-"));
    }

    @Test
    void computesRanges() {
        assertSql(
                select(lower(union(STAYS.during, Range.atLeast(LocalDate.EPOCH)))),
                on(
                        "postgresql",
                        "SELECT lower(stays.during + CAST(? AS DATERANGE)) FROM stays",
                        Range.atLeast(LocalDate.EPOCH)),
                unsupportedOn(OTHERS, "lower(…)"));
        assertSql(
                select(range(Ranges.INT4RANGE, STAYS.id, STAYS.id.plus(1))),
                on("postgresql", "SELECT INT4RANGE(stays.id, stays.id + ?) FROM stays", 1),
                unsupportedOn(OTHERS, "INT4RANGE(…, …)"));
    }

    @Test
    void refusesTypesWhereverTheyStand() {
        Range<Integer> one = Range.closed(1, 1);
        assertSql(
                select(STAYS.id).where(STAYS.rooms.eq(one)),
                on("postgresql", "SELECT stays.id FROM stays WHERE stays.rooms = CAST(? AS INT4RANGE)", one),
                unsupportedOn(OTHERS, "type INT4RANGE"));
        assertSql(
                select(STAYS.note.cast(Ranges.INT4RANGE)),
                on("postgresql", "SELECT CAST(stays.note AS INT4RANGE) FROM stays"),
                unsupportedOn(OTHERS, "type INT4RANGE"));
        assertSql(
                insert(STAYS).setNull(STAYS.rooms),
                on("postgresql", "INSERT INTO stays (rooms) VALUES (CAST(? AS INT4RANGE))", (Object) null),
                unsupportedOn(OTHERS, "type INT4RANGE"));
        assertThat(ddl(SqlAssert.POSTGRESQL)).contains("during DATERANGE").contains("rooms INT4RANGE");
        for (Dialect dialect : SqlAssert.DIALECTS) {
            if (!dialect.equals(SqlAssert.POSTGRESQL)) {
                assertThatThrownBy(() -> ddl(dialect)).isInstanceOf(UnsupportedFeatureException.class);
            }
        }
    }

    @Test
    void writesValuesForPeopleToRead() {
        Expression<Boolean> condition = STAYS.rooms.eq(Range.closedOpen(1, 5));
        assertThat(SqlAssert.POSTGRESQL
                        .sqlCompiler()
                        .compileForDisplay(select(STAYS.id).where(condition)))
                .isEqualTo("SELECT stays.id FROM stays WHERE stays.rooms = CAST('[\"1\",\"5\")' AS INT4RANGE)");
    }

    @Test
    void multirangesBeginWithVersion14() {
        assertSql(
                select(rangeAgg(STAYS.rooms)),
                on("postgresql", "SELECT range_agg(stays.rooms) FROM stays"),
                unsupportedOn(OTHERS, "range_agg(…)"));
        assertThatThrownBy(() -> POSTGRESQL_13.sqlCompiler().compile(select(rangeAgg(STAYS.rooms))))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("postgresql from version 14 on");
        assertThatThrownBy(() ->
                        POSTGRESQL_13.sqlCompiler().compile(select(Sql.value(MultiRange.of(), Ranges.INT4MULTIRANGE))))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void knowsRangesWithTheSameValues() {
        assertThat(Ranges.INT4RANGE.same(Range.closed(1, 4), Range.closedOpen(1, 5)))
                .isTrue();
        assertThat(Ranges.INT4RANGE.same(Range.open(1, 2), Range.empty())).isTrue();
        assertThat(Ranges.INT4RANGE.same(Range.closed(1, 5), Range.closedOpen(1, 5)))
                .isFalse();
        assertThat(Ranges.INT4RANGE.same(Range.atMost(Integer.MAX_VALUE), Range.all()))
                .isFalse();
        assertThat(Ranges.INT4MULTIRANGE.same(
                        MultiRange.of(Range.closed(1, 2), Range.closed(3, 4)), MultiRange.of(Range.closed(1, 4))))
                .isTrue();
        assertThat(Ranges.NUMRANGE.same(Range.atLeast(new BigDecimal("1.0")), Range.atLeast(BigDecimal.ONE)))
                .isTrue();
    }

    private static String ddl(Dialect dialect) {
        return String.join(";", dialect.ddlCompiler().create(MetaData.of(STAYS), false, table -> false));
    }

    private static final class Stays extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER);
        final Column<Range<LocalDate>> during = column("during", Ranges.DATERANGE);
        final Column<Range<LocalDate>> other = column("other", Ranges.DATERANGE);
        final Column<Range<Integer>> rooms = column("rooms", Ranges.INT4RANGE);
        final Column<String> note = column("note", SqlTypes.TEXT);

        Stays() {
            super("stays");
        }
    }
}
