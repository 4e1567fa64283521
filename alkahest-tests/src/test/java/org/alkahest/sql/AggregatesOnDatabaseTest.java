package org.alkahest.sql;

import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.cumeDist;
import static org.alkahest.sql.Sql.lag;
import static org.alkahest.sql.Sql.lead;
import static org.alkahest.sql.Sql.mode;
import static org.alkahest.sql.Sql.nthValue;
import static org.alkahest.sql.Sql.ntile;
import static org.alkahest.sql.Sql.partitionBy;
import static org.alkahest.sql.Sql.percentRank;
import static org.alkahest.sql.Sql.percentileCont;
import static org.alkahest.sql.Sql.percentileDisc;
import static org.alkahest.sql.Sql.rankAmong;
import static org.alkahest.sql.Sql.rowNumber;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.stringAgg;
import static org.alkahest.sql.Sql.sum;
import static org.alkahest.sql.Sql.window;
import static org.alkahest.sql.Things.THINGS;
import static org.alkahest.sql.Things.all;
import static org.alkahest.sql.WindowFrame.currentRow;
import static org.alkahest.sql.WindowFrame.following;
import static org.alkahest.sql.WindowFrame.groups;
import static org.alkahest.sql.WindowFrame.preceding;
import static org.alkahest.sql.WindowFrame.range;
import static org.alkahest.sql.WindowFrame.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

/** Aggregates and window functions give the same on every database. */
final class AggregatesOnDatabaseTest {
    private static <T> List<T> overThings(DatabaseFixture database, Expression<T> expression) {
        return all(database, select(expression).from(THINGS).orderBy(THINGS.id));
    }

    @DatabaseTest
    void aggregatesStrings(DatabaseFixture database) {
        assertThat(all(database, select(stringAgg(THINGS.name, "', ").aggregateOrderBy(THINGS.id.desc()))))
                .containsExactly("50%_[x]', Banana', apple");
        assertThat(all(
                        database,
                        select(stringAgg(THINGS.name, "|").aggregateOrderBy(THINGS.id))
                                .where(THINGS.id.lt(0))))
                .containsExactly((String) null);
        if (!database.dialect().equals("sqlserver")) {
            assertThat(all(
                            database,
                            select(stringAgg(Sql.lower(THINGS.name), ",").distinctValues())
                                    .where(THINGS.id.eq(1))))
                    .containsExactly("apple");
        }
    }

    @DatabaseTest
    void aggregatesOrderedSets(DatabaseFixture database) {
        if (!database.supports(Feature.WITHIN_GROUP)) {
            return; // FunctionSqlTest asserts the refusal
        }
        assertThat(all(database, select(percentileCont(0.5, THINGS.id)))).containsExactly(2.0);
        assertThat(all(database, select(percentileCont(0.25, THINGS.id).withinGroup(THINGS.id.desc()))))
                .containsExactly(2.5);
        assertThat(all(database, select(percentileDisc(0.5, THINGS.id)))).containsExactly(2);
        if (!database.dialect().equals("h2")) { // which takes the row at 0.3 * (3 - 1), rounded
            assertThat(all(database, select(percentileDisc(0.3, THINGS.id)))).containsExactly(1);
        }
        assertThat(all(database, select(mode(THINGS.name)).where(THINGS.id.eq(2))))
                .containsExactly("Banana");
        if (database.supports(Feature.HYPOTHETICAL_SET)) {
            assertThat(all(database, select(rankAmong(3, THINGS.id)))).containsExactly(3L);
        }
    }

    @DatabaseTest
    void ranksRows(DatabaseFixture database) {
        WindowSpecification byId = window().orderBy(THINGS.id);
        assertThat(overThings(database, percentRank().over(byId))).containsExactly(0.0, 0.5, 1.0);
        assertThat(overThings(database, cumeDist().over(byId)).get(2)).isEqualTo(1.0);
        assertThat(overThings(database, ntile(2).over(byId))).containsExactly(1, 1, 2);
        assertThat(overThings(database, lag(THINGS.id, 2).over(byId))).containsExactly(null, null, 1);
        var orElse = lead(THINGS.id, 1, 99).over(byId);
        if (database.dialect().equals("mariadb")) { // which has no third argument there
            assertThatThrownBy(() -> overThings(database, orElse)).isInstanceOf(UnsupportedFeatureException.class);
        } else {
            assertThat(overThings(database, orElse)).containsExactly(2, 3, 99);
        }
        assertThat(overThings(database, nthValue(THINGS.name, 2).over(byId))).containsExactly(null, "Banana", "Banana");
        if (database.supports(Feature.IGNORE_NULLS)) {
            assertThat(overThings(
                            database,
                            lag(THINGS.size)
                                    .over(window().orderBy(THINGS.id.desc()))
                                    .ignoringNulls()))
                    .containsExactly(-7, null, null);
        }
    }

    @DatabaseTest
    void framesByRowsDistancesAndGroups(DatabaseFixture database) {
        WindowSpecification byId = window().orderBy(THINGS.id);
        assertThat(overThings(database, count().over(byId.frame(rows(preceding(1), following(1))))))
                .containsExactly(2L, 3L, 2L);
        if (database.supports(Feature.FRAME_RANGE_OFFSET)) {
            assertThat(overThings(database, count().over(byId.frame(range(currentRow(), following(1))))))
                    .containsExactly(2L, 2L, 1L);
        }
        if (database.supports(Feature.FRAME_GROUPS)) {
            WindowSpecification byFresh = window().orderBy(THINGS.fresh.isNull().asc());
            assertThat(overThings(database, count().over(byFresh.frame(groups(preceding(1), currentRow())))))
                    .containsExactly(2L, 2L, 3L);
        }
        if (database.supports(Feature.FRAME_EXCLUDE)) {
            WindowFrame others = rows(preceding(9), following(9)).excluding(WindowFrame.Exclusion.CURRENT_ROW);
            assertThat(overThings(database, sum(THINGS.id).over(byId.frame(others))))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(new BigDecimal(5), new BigDecimal(4), new BigDecimal(3));
        }
        if (database.supports(Feature.INTERVALS) && database.supports(Feature.FRAME_RANGE_OFFSET)) {
            WindowSpecification byDay = window().orderBy(THINGS.day.asc());
            assertThat(all(
                            database,
                            select(count().over(byDay.frame(range(preceding(3, ChronoUnit.YEARS), currentRow()))))
                                    .from(THINGS)
                                    .where(THINGS.day.isNotNull())
                                    .orderBy(THINGS.id)))
                    .containsExactly(2L, 1L);
        }
    }

    @DatabaseTest
    void basesAWindowOnAnother(DatabaseFixture database) {
        WindowSpecification byFresh = partitionBy(THINGS.fresh).as("by_fresh");
        assertThat(all(
                        database,
                        select(rowNumber().over(window().basedOn(byFresh).orderBy(THINGS.id)), count().over(byFresh))
                                .from(THINGS)
                                .orderBy(THINGS.id)))
                .containsExactly(new Row2<>(1L, 1L), new Row2<>(1L, 1L), new Row2<>(1L, 1L));
    }
}
