package org.alkahest.sql;

import static org.alkahest.sql.Sql.excluded;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Stock.DELIVERIES;
import static org.alkahest.sql.Stock.THINGS;
import static org.alkahest.sql.Stock.things;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.compile.CompileException;
import org.alkahest.compile.Feature;
import org.alkahest.compile.Styles.UpsertStyle;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.UniqueViolationException;
import org.alkahest.engine.Connection;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.AlkahestArgumentException;

/** Upserts on every database, with results that must agree. */
final class UpsertTest {
    private static Insert thing(int id, String name, int amount) {
        return insert(THINGS).set(THINGS.id, id).set(THINGS.name, name).set(THINGS.amount, amount);
    }

    @DatabaseTest
    void insertsANewRowAndUpdatesOneThatIsThere(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            for (int id : List.of(2, 4, 4)) {
                connection.execute(thing(id, "new", 5)
                        .onConflict(THINGS.id)
                        .doUpdate(u -> u.setExcluded(THINGS.name)
                                .setTo(THINGS.amount, THINGS.amount.plus(excluded(THINGS.amount)))));
            }
            assertThat(things(connection)).containsExactly("1:c1:n1:10", "2:c2:new:25", "3:c3:n3:30", "4:null:new:10");
        }
    }

    @DatabaseTest
    void insertsAndUpdatesManyRowsAtOnce(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            connection.execute(insert(THINGS)
                    .rows(
                            List.of(3, 5, 6),
                            (row, id) -> row.set(THINGS.id, id)
                                    .setNullable(THINGS.name, id == 5 ? null : "many")
                                    .set(THINGS.amount, id))
                    .onConflict(THINGS.id)
                    .doUpdateAll());
            assertThat(things(connection))
                    .containsExactly("1:c1:n1:10", "2:c2:n2:20", "3:c3:many:3", "5:null:null:5", "6:null:many:6");
        }
    }

    @DatabaseTest
    void leavesRowsThatAreThere(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            connection.execute(thing(1, "x", 1).onConflict(THINGS.id).doNothing());
            connection.execute(thing(7, "y", 1).onConflict(THINGS.id).doNothing());
            Insert eight = insert(THINGS).set(THINGS.id, 8).set(THINGS.name, "z");
            // Where any key counts, another one may not be given a value, not even NULL.
            connection.execute((isAnyKey(database) ? eight : eight.setNull(THINGS.code))
                    .onConflict(THINGS.id)
                    .doNothing());
            assertThat(things(connection))
                    .containsExactly("1:c1:n1:10", "2:c2:n2:20", "3:c3:n3:30", "7:null:y:1", "8:null:z:0");
        }
    }

    @DatabaseTest
    void meetsNoRowByNull(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            for (int id : List.of(11, 12)) {
                Insert insert = thing(id, "null", 1).setNull(THINGS.code);
                if (isAnyKey(database)) {
                    connection.execute(insert.onConflict().doUpdateAll());
                } else {
                    connection.execute(insert.onConflict(THINGS.code).doUpdateAll());
                }
            }
            assertThat(things(connection)).contains("11:null:null:1", "12:null:null:1");
        }
    }

    @DatabaseTest
    void updatesOnlyWhereAConditionHolds(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            for (int amount : List.of(15, 5)) {
                Insert upsert = thing(1, "w" + amount, amount)
                        .onConflict(THINGS.id)
                        .doUpdate(u ->
                                u.setAllExcluded().where(excluded(THINGS.amount).gt(THINGS.amount)));
                if (database.supports(Feature.UPSERT_WHERE)) {
                    connection.execute(upsert);
                } else {
                    assertThatThrownBy(() -> connection.execute(upsert))
                            .isInstanceOf(UnsupportedFeatureException.class)
                            .hasMessageContaining("ALK-1210");
                    return;
                }
            }
            assertThat(things(connection)).contains("1:c1:w15:15");
        }
    }

    @DatabaseTest
    void takesRowsFromAQuery(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            connection.execute(insert(THINGS)
                    .from(
                            select(DELIVERIES.id, DELIVERIES.amount.plus(100)).where(DELIVERIES.amount.gt(1)),
                            THINGS.id,
                            THINGS.amount)
                    .onConflict(THINGS.id)
                    .doUpdate(
                            u -> u.setTo(THINGS.amount, excluded(THINGS.amount).plus(THINGS.amount))));
            assertThat(things(connection))
                    .containsExactly("1:c1:n1:10", "2:c2:n2:122", "3:c3:n3:30", "4:null:null:104");
        }
    }

    @DatabaseTest
    void returnsChangedRowsAndNotThoseThatAreLeft(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            Insert all = insert(THINGS)
                    .rows(List.of(3, 9), (row, id) -> row.set(THINGS.id, id).set(THINGS.amount, id));
            Returning<Row2<Integer, Integer>> updated = all.onConflict(THINGS.id)
                    .doUpdate(u -> u.setTo(THINGS.amount, THINGS.amount.plus(1)))
                    .returning(Sql.row(THINGS.id, THINGS.amount).as(Row2::new));
            boolean merges = database.engine().dialect().traits().upsert() == UpsertStyle.MERGE;
            if (!database.supports(merges ? Feature.MERGE_RETURNING : Feature.INSERT_RETURNING)) {
                assertThatThrownBy(() -> connection.execute(updated)).isInstanceOf(UnsupportedFeatureException.class);
                return;
            }
            assertThat(connection.execute(updated).all())
                    .containsExactlyInAnyOrder(new Row2<>(3, 31), new Row2<>(9, 9));
            if (!isAnyKey(database)) {
                assertThat(connection
                                .execute(all.onConflict(THINGS.id).doNothing().returning(THINGS.id))
                                .all())
                        .isEmpty();
            }
        }
    }

    @DatabaseTest
    void hidesNoOtherError(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            Insert two = thing(20, "x", 1).set(THINGS.code, "c1");
            Insert upsert = two.onConflict(THINGS.id).doUpdateAll();
            if (isAnyKey(database)) {
                assertThatThrownBy(() -> connection.execute(upsert))
                        .isInstanceOf(CompileException.class)
                        .hasMessageContaining("ALK-1254");
                connection.execute(two.onConflict().doUpdate(u -> u.setExcluded(THINGS.name)));
                assertThat(things(connection)).contains("1:c1:x:10");
            } else {
                assertThatThrownBy(() -> connection.execute(upsert)).isInstanceOf(UniqueViolationException.class);
            }
        }
    }

    @DatabaseTest
    void namesAConstraintOrAPartialIndexWhereTheDatabaseCan(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            Insert partial = thing(30, "n3", 31)
                    .onConflict(THINGS.name)
                    .where(THINGS.amount.gt(5))
                    .doUpdate(u -> u.setExcluded(THINGS.amount));
            if (database.supports(Feature.UPSERT_INDEX_WHERE)) {
                connection.execute(Sql.text("CREATE UNIQUE INDEX partial_name ON things (name) WHERE amount > 5"));
                for (int time = 0; time < 8; time++) { // a plan for any value would no longer find the index
                    connection.execute(partial);
                }
                assertThat(things(connection)).contains("3:c3:n3:31").hasSize(3);
            } else {
                assertThatThrownBy(() -> connection.execute(partial)).isInstanceOf(UnsupportedFeatureException.class);
            }
            Insert constraint =
                    thing(1, "named", 1).onConflictConstraint("pk_things").doUpdate(u -> u.setExcluded(THINGS.name));
            if (database.supports(Feature.UPSERT_CONSTRAINT)) {
                connection.execute(constraint);
                assertThat(things(connection)).contains("1:c1:named:10");
            } else {
                assertThatThrownBy(() -> connection.execute(constraint))
                        .isInstanceOf(UnsupportedFeatureException.class);
            }
        }
    }

    @DatabaseTest
    void takesSeveralConflictsWhereTheDatabaseCan(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            Insert several = thing(40, "several", 1)
                    .set(THINGS.code, "c2")
                    .onConflict(THINGS.id)
                    .doNothing()
                    .onConflict(THINGS.code)
                    .doUpdate(u -> u.setExcluded(THINGS.name));
            if (database.supports(Feature.UPSERT_SEVERAL)) {
                connection.execute(several);
                assertThat(things(connection)).contains("2:c2:several:20").hasSize(3);
            } else {
                assertThatThrownBy(() -> connection.execute(several)).isInstanceOf(UnsupportedFeatureException.class);
            }
        }
    }

    @DatabaseTest
    void refusesNoRowsAndNullValues(DatabaseFixture database) {
        assertThatThrownBy(() -> insert(THINGS).rows(List.<Integer>of(), (row, id) -> row.set(THINGS.id, id)))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1124");
        assertThatThrownBy(() -> insert(THINGS).set(THINGS.name, null))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1112");
        assertThatThrownBy(() -> insert(THINGS)
                        .rows(
                                List.of(1, 2),
                                (row, id) -> id == 1 ? row.set(THINGS.id, id) : row.set(THINGS.amount, id)))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1116");
    }

    private static boolean isAnyKey(DatabaseFixture database) {
        return switch (database.engine().dialect().traits().upsert()) {
            case ON_DUPLICATE_KEY, ON_DUPLICATE_KEY_ALIAS -> true;
            case ON_CONFLICT, MERGE -> false;
        };
    }
}
