package org.alkahest.sql;

import static org.alkahest.sql.Sql.mergeInto;
import static org.alkahest.sql.Sql.newValue;
import static org.alkahest.sql.Sql.oldValue;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Stock.DELIVERIES;
import static org.alkahest.sql.Stock.THINGS;
import static org.alkahest.sql.Stock.things;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.compile.Feature;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.engine.Connection;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

/** MERGE on every database that has it; others refuse it. */
final class MergeTest {
    private static final Merge DELIVER = mergeInto(THINGS).using(DELIVERIES).on(THINGS.id.eq(DELIVERIES.id));

    private static void refuses(Connection connection, Merge merge) {
        assertThatThrownBy(() -> connection.execute(merge))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("ALK-1210");
    }

    @DatabaseTest
    void updatesAndInserts(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            Merge merge = DELIVER.whenMatched()
                    .thenUpdate(u -> u.setTo(THINGS.amount, THINGS.amount.plus(DELIVERIES.amount))
                            .setNull(THINGS.name))
                    .whenNotMatched()
                    .thenInsert(i -> i.setTo(THINGS.id, DELIVERIES.id).set(THINGS.name, "new"));
            if (!database.supports(Feature.MERGE)) {
                refuses(connection, merge);
                return;
            }
            connection.execute(merge);
            assertThat(things(connection))
                    .containsExactly("1:c1:null:11", "2:c2:null:22", "3:c3:n3:30", "4:null:new:0");
        }
    }

    @DatabaseTest
    void triesBranchesInOrder(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            Merge merge = DELIVER.whenMatched(DELIVERIES.amount.lt(2))
                    .thenDelete()
                    .whenMatched()
                    .thenUpdate(u -> u.set(THINGS.amount, 0))
                    .whenNotMatched(DELIVERIES.thingId.isNotNull())
                    .thenInsert(i -> i.setTo(THINGS.id, DELIVERIES.id).set(THINGS.amount, 1));
            if (!database.supports(Feature.MERGE_DELETE)) {
                refuses(connection, merge);
                return;
            }
            connection.execute(merge);
            assertThat(things(connection)).containsExactly("2:c2:n2:0", "3:c3:n3:30");
        }
    }

    @DatabaseTest
    void readsFromAQueryIntoAnAlias(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            Stock.Things t = THINGS.as("t");
            DerivedTable source = select(
                            DELIVERIES.id, DELIVERIES.amount.times(100).as("much"))
                    .where(DELIVERIES.id.gt(1))
                    .asTable("s");
            Merge merge = mergeInto(t)
                    .using(source)
                    .on(t.id.eq(source.column(DELIVERIES.id)))
                    .whenMatched()
                    .thenUpdate(u -> u.setTo(t.amount, source.column("much", DELIVERIES.amount.type())));
            if (!database.supports(Feature.MERGE)) {
                refuses(connection, merge);
                return;
            }
            connection.execute(merge);
            connection.execute(merge);
            assertThat(things(connection)).containsExactly("1:c1:n1:10", "2:c2:n2:200", "3:c3:n3:30");
        }
    }

    @DatabaseTest
    void changesRowsThatTheSourceLacksAndLeavesSomeAlone(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            Merge bySource = DELIVER.whenNotMatchedBySource(THINGS.amount.gt(5)).thenDelete();
            if (database.supports(Feature.MERGE_NOT_MATCHED_BY_SOURCE)) {
                connection.execute(bySource);
                assertThat(things(connection)).containsExactly("1:c1:n1:10", "2:c2:n2:20");
            } else {
                refuses(connection, bySource);
            }
            Merge nothing = DELIVER.whenMatched(THINGS.id.eq(1))
                    .thenDoNothing()
                    .whenMatched()
                    .thenUpdate(u -> u.set(THINGS.name, "second"));
            if (database.supports(Feature.MERGE_DO_NOTHING)) {
                connection.execute(nothing);
                assertThat(things(connection)).contains("1:c1:n1:10", "2:c2:second:20");
            } else {
                refuses(connection, nothing);
            }
        }
    }

    @DatabaseTest
    void returnsChangedRows(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            Merge merge = DELIVER.whenMatched().thenUpdate(u -> u.set(THINGS.amount, 7));
            if (!database.supports(Feature.MERGE_RETURNING)) {
                assertThatThrownBy(() -> connection.execute(merge.returning(THINGS.id)))
                        .isInstanceOf(UnsupportedFeatureException.class);
                return;
            }
            assertThat(connection.execute(merge.returning(THINGS.id)).all()).containsExactlyInAnyOrder(1, 2);
            if (database.supports(Feature.RETURNING_OLD)) {
                Merge again = DELIVER.whenMatched()
                        .thenUpdate(u -> u.set(THINGS.amount, 8))
                        .whenNotMatched()
                        .thenInsert(i -> i.setTo(THINGS.id, DELIVERIES.id));
                assertThat(connection
                                .execute(again.returning(row(oldValue(THINGS.amount), newValue(THINGS.amount))
                                        .as((before, after) -> before + ">" + after)))
                                .all())
                        .containsExactlyInAnyOrder("7>8", "7>8", "null>0");
            }
        }
    }
}
