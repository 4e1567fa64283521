package org.alkahest.sql;

import static org.alkahest.sql.Sql.caseOf;
import static org.alkahest.sql.Sql.denseRank;
import static org.alkahest.sql.Sql.ntile;
import static org.alkahest.sql.Sql.rank;
import static org.alkahest.sql.Sql.rowNumber;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.window;
import static org.alkahest.sql.Things.THINGS;
import static org.alkahest.sql.Things.all;
import static org.alkahest.sql.Things.of;
import static org.alkahest.sql.Things.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** Operators compute the same on every database. */
@SuppressWarnings("BadImport") // reads as a sentence here
final class OperatorsOnDatabaseTest {
    @DatabaseTest
    void computesWithBits(DatabaseFixture database) {
        assertThat(of(database, 1, THINGS.size.bitAnd(5))).isEqualTo(7 & 5);
        assertThat(of(database, 2, THINGS.size.bitAnd(5))).isEqualTo(-7 & 5);
        assertThat(of(database, 2, THINGS.size.bitOr(1))).isEqualTo(-7 | 1);
        assertThat(of(database, 1, THINGS.size.bitXor(THINGS.id.plus(2)))).isEqualTo(7 ^ 3);
        assertThat(of(database, 1, THINGS.size.bitNot())).isEqualTo(~7);
        assertThat(of(database, 1, THINGS.size.shiftLeft(3).plus(1))).isEqualTo((7 << 3) + 1);
        assertThat(of(database, 1, THINGS.size.shiftRight(1))).isEqualTo(7 >> 1);
        assertThat(of(database, 3, THINGS.size.bitXor(1))).isNull();
    }

    @DatabaseTest
    void dividesTrulyAndToTheFloor(DatabaseFixture database) {
        assertThat(of(database, 1, THINGS.size.trueDividedBy(2))).isEqualTo(3.5);
        assertThat(of(database, 1, THINGS.size.trueDividedBy(THINGS.price))).isCloseTo(7 / 7.5, within(1e-9));
        assertThat(of(database, 1, THINGS.size.dividedBy(2))).isEqualTo(3);
        assertThat(of(database, 2, THINGS.size.dividedBy(2))).isEqualTo(-3);
        assertThat(of(database, 1, THINGS.size.floorDividedBy(2))).isEqualTo(3);
        assertThat(of(database, 2, THINGS.size.floorDividedBy(2))).isEqualTo(-4);
        assertThat(of(database, 1, THINGS.size.floorDividedBy(-2))).isEqualTo(-4);
        assertThat(of(database, 2, THINGS.size.floorDividedBy(-2))).isEqualTo(3);
        assertThat(of(database, 2, THINGS.size.floorDividedBy(7))).isEqualTo(-1);
        assertThat(of(database, 2, THINGS.weight.floorDividedBy(1.0))).isEqualTo(-2.0);
        assertThat(of(database, 2, THINGS.size.modulo(4))).isEqualTo(-3);
    }

    @DatabaseTest
    void choosesByValue(DatabaseFixture database) {
        Expression<String> word =
                caseOf(THINGS.size).when(7, "seven").when(-7, THINGS.name).otherwise("none");
        assertThat(of(database, 1, word)).isEqualTo("seven");
        assertThat(of(database, 2, word)).isEqualTo("Banana");
        assertThat(of(database, 3, word)).isEqualTo("none");
    }

    @DatabaseTest
    void computesWithRanks(DatabaseFixture database) {
        WindowSpecification byId = window().orderBy(THINGS.id);
        for (Expression<Long> rank :
                List.of(rowNumber().over(byId), rank().over(byId), denseRank().over(byId))) {
            assertThat(all(database, select(rank.minus(5L)).from(THINGS).orderBy(THINGS.id)))
                    .containsExactly(-4L, -3L, -2L);
        }
        assertThat(all(
                        database,
                        select(ntile(3).over(byId).minus(5)).from(THINGS).orderBy(THINGS.id)))
                .containsExactly(-4, -3, -2);
        DerivedTable ranked =
                select(THINGS.id, rank().over(byId).as("place")).from(THINGS).asTable("ranked");
        Expression<Long> place = ranked.column("place", SqlTypes.BIGINT);
        assertThat(all(database, select(place.minus(5L)).from(ranked).orderBy(place)))
                .containsExactly(-4L, -3L, -2L);
    }

    enum Fruit {
        apple,
        Banana
    }

    @DatabaseTest
    void retypesWithoutSql(DatabaseFixture database) {
        Expression<Fruit> fruit = THINGS.name.typeCoerce(SqlTypes.enumName(Fruit.class));
        assertThat(of(database, 1, fruit)).isEqualTo(Fruit.apple);
        assertThat(where(database, fruit.eq(Fruit.Banana))).containsExactly(2);
    }

    @DatabaseTest
    void castsWhatFits(DatabaseFixture database) {
        if (!database.supports(Feature.TRY_CAST)) {
            return; // OperatorSqlTest asserts the refusal
        }
        assertThat(of(database, 1, THINGS.name.tryCast(SqlTypes.INTEGER))).isNull();
        assertThat(of(database, 1, THINGS.size.cast(SqlTypes.TEXT).tryCast(SqlTypes.INTEGER)))
                .isEqualTo(7);
    }

    @DatabaseTest
    void movesDates(DatabaseFixture database) {
        assertThat(of(database, 1, THINGS.day.plus(1, ChronoUnit.DAYS))).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(of(database, 1, THINGS.day.plus(1, ChronoUnit.MONTHS))).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(of(database, 2, THINGS.day.plus(1, ChronoUnit.YEARS))).isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(of(database, 1, THINGS.day.minus(2, ChronoUnit.WEEKS))).isEqualTo(LocalDate.of(2026, 1, 17));
        assertThat(of(database, 1, THINGS.day.plus(THINGS.size.plus(1), ChronoUnit.DAYS)))
                .isEqualTo(LocalDate.of(2026, 2, 8));
        LocalDateTime moment = LocalDateTime.of(2026, 1, 31, 10, 20, 30, 123_456_000);
        assertThat(of(database, 1, THINGS.moment.plus(50, ChronoUnit.SECONDS))).isEqualTo(moment.plusSeconds(50));
        assertThat(of(database, 1, THINGS.moment.minus(90, ChronoUnit.MINUTES))).isEqualTo(moment.minusMinutes(90));
        assertThat(of(database, 1, THINGS.moment.plus(20, ChronoUnit.HOURS))).isEqualTo(moment.plusHours(20));
        assertThat(of(database, 1, THINGS.moment.plus(1, ChronoUnit.MONTHS))).isEqualTo(moment.plusMonths(1));
        assertThat(where(database, THINGS.day.plus(1, ChronoUnit.DAYS).eq(LocalDate.of(2024, 3, 1))))
                .containsExactly(2);
    }

    /** Names of collations are each database's own. */
    @DatabaseTest({"sqlite", "postgresql"})
    void collates(DatabaseFixture database) {
        boolean ignoresCase = !database.dialect().equals("postgresql");
        assertThat(where(
                        database,
                        THINGS.name.collate(ignoresCase ? "NOCASE" : "C").eq("BANANA")))
                .isEqualTo(ignoresCase ? List.of(2) : List.of());
    }
}
