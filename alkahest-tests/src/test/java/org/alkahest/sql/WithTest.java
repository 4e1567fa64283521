package org.alkahest.sql;

import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.value;
import static org.alkahest.sql.Sql.with;
import static org.alkahest.sql.Sql.withRecursive;
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
import org.alkahest.type.SqlTypes;

/** Named queries on changes, of changes, nested, and with their clauses, on every database. */
final class WithTest {
    private static final CommonTableExpression DELIVERED =
            with("delivered", select(DELIVERIES.thingId, DELIVERIES.amount).where(DELIVERIES.thingId.isNotNull()));

    @DatabaseTest
    void changesByNamedQueries(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            connection.execute(insert(THINGS)
                    .from(
                            select(
                                            DELIVERED.column(DELIVERIES.thingId).plus(value(100)),
                                            DELIVERED.column(DELIVERIES.amount))
                                    .from(DELIVERED),
                            THINGS.id,
                            THINGS.amount));
            assertThat(things(connection))
                    .contains("101:null:null:1", "102:null:null:2")
                    .hasSize(5);
            Update updated = update(THINGS)
                    .set(THINGS.name, "delivered")
                    .where(THINGS.id.in(
                            select(DELIVERED.column(DELIVERIES.thingId)).from(DELIVERED)));
            Delete deleted = delete(THINGS)
                    .where(THINGS.id.in(
                            select(DELIVERED.column(DELIVERIES.thingId)).from(DELIVERED)));
            if (database.supports(Feature.CTE_ON_DML)) {
                connection.execute(updated);
                assertThat(things(connection)).contains("1:c1:delivered:10", "2:c2:delivered:20", "3:c3:n3:30");
                connection.execute(deleted);
                assertThat(things(connection)).hasSize(3);
            } else {
                assertThatThrownBy(() -> connection.execute(updated)).isInstanceOf(UnsupportedFeatureException.class);
                assertThatThrownBy(() -> connection.execute(deleted)).isInstanceOf(UnsupportedFeatureException.class);
            }
        }
    }

    @DatabaseTest
    void movesRowsInOneStatementWhereTheDatabaseCan(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            CommonTableExpression moved = with(
                    "moved",
                    delete(DELIVERIES)
                            .where(DELIVERIES.thingId.isNull())
                            .returning(Sql.row(DELIVERIES.id, DELIVERIES.amount).as(Row2::new)));
            Insert insert = insert(THINGS)
                    .from(
                            select(moved.column(DELIVERIES.id), moved.column(DELIVERIES.amount))
                                    .from(moved),
                            THINGS.id,
                            THINGS.amount);
            if (database.supports(Feature.DATA_MODIFYING_CTE)) {
                connection.execute(insert);
                assertThat(things(connection)).contains("4:null:null:4").hasSize(4);
                assertThat(connection
                                .execute(select(DELIVERIES.id).orderBy(DELIVERIES.id))
                                .all())
                        .containsExactly(1, 2);
            } else {
                assertThatThrownBy(() -> connection.execute(insert)).isInstanceOf(UnsupportedFeatureException.class);
            }
        }
    }

    @DatabaseTest
    void nestsAndKeeps(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            CommonTableExpression nested = DELIVERED.nested();
            Select<Integer> query = select(THINGS.id)
                    .where(THINGS.id.in(
                            select(nested.column(DELIVERIES.thingId)).from(nested)))
                    .orderBy(THINGS.id);
            if (database.supports(Feature.NESTED_CTE)) {
                assertThat(connection.execute(query).all()).containsExactly(1, 2);
            } else {
                assertThatThrownBy(() -> connection.execute(query)).isInstanceOf(UnsupportedFeatureException.class);
            }
            for (CommonTableExpression hinted :
                    new CommonTableExpression[] {DELIVERED.materialized(), DELIVERED.notMaterialized()}) {
                Select<Integer> kept =
                        select(hinted.column(DELIVERIES.amount)).orderBy(hinted.column(DELIVERIES.amount));
                if (database.supports(Feature.CTE_MATERIALIZED)) {
                    assertThat(connection.execute(kept).all()).containsExactly(1, 2);
                } else {
                    assertThatThrownBy(() -> connection.execute(kept)).isInstanceOf(UnsupportedFeatureException.class);
                }
            }
        }
    }

    @DatabaseTest
    void searchesDepthFirstAndStopsAtCirclesWhereTheDatabaseCan(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            // 1 leads to 2, 2 to 1: a circle.
            connection.execute(update(DELIVERIES).set(DELIVERIES.thingId, 2).where(DELIVERIES.id.eq(1)));
            connection.execute(update(DELIVERIES).set(DELIVERIES.thingId, 1).where(DELIVERIES.id.eq(2)));
            CommonTableExpression ways = withRecursive(
                            "ways",
                            select(DELIVERIES.id, DELIVERIES.thingId)
                                    .from(DELIVERIES)
                                    .where(DELIVERIES.id.eq(1)),
                            self -> select(DELIVERIES.id, DELIVERIES.thingId)
                                    .from(DELIVERIES)
                                    .join(self, DELIVERIES.id.eq(self.column(DELIVERIES.thingId))))
                    .searchDepthFirst("ord", DELIVERIES.id)
                    .cycle("again", "way", DELIVERIES.id);
            Select<Row2<Integer, String>> query = select(
                            ways.column(DELIVERIES.id), ways.column("again", SqlTypes.TEXT))
                    .from(ways)
                    .orderBy(ways.column("ord", SqlTypes.OTHER));
            if (database.supports(Feature.SEARCH_CLAUSE) && database.supports(Feature.CYCLE_CLAUSE)) {
                assertThat(connection.execute(query).all())
                        .containsExactly(new Row2<>(1, "N"), new Row2<>(2, "N"), new Row2<>(1, "Y"));
            } else {
                assertThatThrownBy(() -> connection.execute(query)).isInstanceOf(UnsupportedFeatureException.class);
            }
        }
    }
}
