package org.alkahest.sql;

import static org.alkahest.sql.Sql.all;
import static org.alkahest.sql.Sql.any;
import static org.alkahest.sql.Sql.falseCondition;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.trueCondition;
import static org.alkahest.sql.Sql.tuple;
import static org.alkahest.sql.Things.OTHERS;
import static org.alkahest.sql.Things.THINGS;
import static org.alkahest.sql.Things.where;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.alkahest.compile.Feature;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

/** Conditions mean the same on every database. */
final class ConditionsOnDatabaseTest {
    @DatabaseTest
    void testsTruth(DatabaseFixture database) {
        assertThat(where(database, THINGS.fresh.isTrue())).containsExactly(1);
        assertThat(where(database, THINGS.fresh.isNotTrue())).containsExactly(2, 3);
        assertThat(where(database, THINGS.size.lt(0).isFalse())).containsExactly(1);
        assertThat(where(database, THINGS.size.lt(0).isNotFalse())).containsExactly(2, 3);
        assertThat(where(database, THINGS.size.lt(0).isUnknown())).containsExactly(3);
        assertThat(where(database, THINGS.fresh.isNotUnknown())).containsExactly(1, 2);
        assertThat(Things.of(database, 3, THINGS.size.lt(0).isTrue())).isFalse();
    }

    @DatabaseTest
    void takesConstants(DatabaseFixture database) {
        assertThat(where(database, trueCondition())).containsExactly(1, 2, 3);
        assertThat(where(database, falseCondition())).isEmpty();
        assertThat(Things.of(database, 1, trueCondition())).isTrue();
    }

    @DatabaseTest
    void comparesWithAnyAndAllRows(DatabaseFixture database) {
        Select<Integer> sizes = select(OTHERS.size).where(OTHERS.size.isNotNull());
        assertThat(where(database, THINGS.size.eq(any(sizes)))).containsExactly(1, 2);
        assertThat(where(database, THINGS.id.ne(all(sizes)))).containsExactly(1, 2, 3);
        if (database.supports(Feature.QUANTIFIED_COMPARISON)) {
            assertThat(where(database, THINGS.size.ge(all(sizes)))).containsExactly(1);
            assertThat(where(database, THINGS.size.lt(any(sizes)))).containsExactly(2);
        }
    }

    @DatabaseTest
    void takesTheEndsOfARangeInEitherOrder(DatabaseFixture database) {
        assertThat(where(database, THINGS.size.betweenSymmetric(9, 1))).containsExactly(1);
        assertThat(where(database, THINGS.size.notBetweenSymmetric(THINGS.id, THINGS.id.negate())))
                .containsExactly(1, 2);
        assertThat(where(database, THINGS.size.between(9, 1))).isEmpty();
    }

    @DatabaseTest
    @SuppressWarnings("unchecked") // IN of expressions has a generic array of them
    void comparesExpressionsAndNulls(DatabaseFixture database) {
        assertThat(where(database, THINGS.id.in(THINGS.size.plus(9), THINGS.id.times(THINGS.id))))
                .containsExactly(1, 2);
        assertThat(where(database, THINGS.id.notIn(THINGS.size))).containsExactly(1, 2);
        assertThat(where(database, THINGS.size.isDistinctFromValueOf(THINGS.size.plus(0))))
                .isEmpty();
        assertThat(where(database, THINGS.size.isNotDistinctFromValueOf(THINGS.size)))
                .containsExactly(1, 2, 3);
        assertThat(where(database, THINGS.size.in(List.of()).not())).containsExactly(1, 2, 3);
        assertThat(where(database, THINGS.size.notIn(List.of()))).containsExactly(1, 2, 3);
        assertThat(where(database, THINGS.size.notIn(7, 8))).containsExactly(2);
        assertThat(where(
                        database,
                        THINGS.id.notIn(IntStream.range(2, 2_100).boxed().toList())))
                .containsExactly(1);
    }

    @DatabaseTest
    void comparesTuples(DatabaseFixture database) {
        Tuple<Row2<Integer, String>> key = tuple(THINGS.id, THINGS.name);
        assertThat(where(database, key.eq(new Row2<>(1, "apple")))).containsExactly(1);
        assertThat(where(database, key.ne(new Row2<>(1, "apple")))).containsExactly(2, 3);
        assertThat(where(database, key.gt(new Row2<>(1, "apple")))).containsExactly(2, 3);
        assertThat(where(database, key.ge(new Row2<>(1, "apple")))).containsExactly(1, 2, 3);
        assertThat(where(database, key.lt(new Row2<>(2, "a")))).contains(1).doesNotContain(3);
        assertThat(where(database, key.le(tuple(THINGS.size, THINGS.name)))).containsExactly(1);
        List<Row2<Integer, String>> rows = List.of(new Row2<>(1, "apple"), new Row2<>(2, "x"), new Row2<>(3, "y"));
        assertThat(where(database, key.in(rows))).containsExactly(1);
        assertThat(where(database, key.notIn(rows))).containsExactly(2, 3);
        assertThat(where(database, key.in(List.of()))).isEmpty();
        if (database.supports(Feature.ROW_VALUES)) {
            assertThat(where(database, key.in(select(OTHERS.id, OTHERS.name).where(OTHERS.id.gt(1)))))
                    .containsExactly(2, 3);
        }
    }

    @DatabaseTest
    void takesTextLiterally(DatabaseFixture database) {
        assertThat(where(database, THINGS.name.contains("%_["))).containsExactly(3);
        assertThat(where(database, THINGS.name.contains("[x"))).containsExactly(3);
        assertThat(where(database, THINGS.name.startsWith("50%_"))).containsExactly(3);
        assertThat(where(database, THINGS.name.endsWith("]"))).containsExactly(3);
        assertThat(where(database, THINGS.name.like("%!_[%", '!'))).containsExactly(3);
        assertThat(where(database, THINGS.name.notLike("%!%%", '!'))).containsExactly(1, 2);
    }

    @DatabaseTest
    void matchesIgnoringCase(DatabaseFixture database) {
        assertThat(where(database, THINGS.name.startsWithIgnoreCase("BAN"))).containsExactly(2);
        assertThat(where(database, THINGS.name.endsWithIgnoreCase("NA"))).containsExactly(2);
        assertThat(where(database, THINGS.name.containsIgnoreCase("PP"))).containsExactly(1);
        assertThat(where(database, THINGS.name.notIlike("%AN%"))).containsExactly(1, 3);
    }

    @DatabaseTest
    void matchesRegularExpressions(DatabaseFixture database) {
        if (!database.supports(Feature.REGEXP)) {
            return; // ConditionSqlTest asserts the refusal
        }
        assertThat(where(database, THINGS.name.regexpLike("^a.*e$"))).containsExactly(1);
        assertThat(where(database, THINGS.name.regexpLike("an"))).containsExactly(2);
        assertThat(where(database, THINGS.name.notRegexpLike("an"))).containsExactly(1, 3);
        assertThat(where(database, THINGS.name.regexpLike("^BANANA$", "i"))).containsExactly(2);
        assertThat(where(database, THINGS.name.regexpLike("^X$", "i"))).isEmpty();
    }
}
