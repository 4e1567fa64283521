package org.alkahest.sql;

import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.exists;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.max;
import static org.alkahest.sql.Sql.newValue;
import static org.alkahest.sql.Sql.oldValue;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Stock.DELIVERIES;
import static org.alkahest.sql.Stock.THINGS;
import static org.alkahest.sql.Stock.things;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.engine.Connection;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** UPDATE and DELETE beside other tables on every database, with results that must agree. */
final class UpdateFromTest {
    private static final class Parts extends Table {
        static final Parts PARTS = new Parts();

        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<Integer> thingId = column("thing_id", SqlTypes.INTEGER, ColumnOptions.notNull());
        final Column<Integer> weight = column("weight", SqlTypes.INTEGER, ColumnOptions.notNull());

        Parts() {
            super("parts");
            foreignKey(thingId, () -> THINGS.id);
        }

        Stock.Things thing() {
            return implicit("thing", THINGS::as, thingId);
        }
    }

    @DatabaseTest
    void changesRowsByAPathToAnotherTable(DatabaseFixture database) {
        Parts parts = Parts.PARTS;
        MetaData.of(THINGS, DELIVERIES, parts).createAll(database.engine());
        try (Connection connection = Stock.open(database)) {
            connection.execute(insert(parts)
                    .rows(
                            List.of(1, 2, 3),
                            (row, id) ->
                                    row.set(parts.id, id).set(parts.thingId, id).set(parts.weight, 0)));
            connection.execute(
                    update(parts).set(parts.weight, 7).where(parts.thing().name.ne("n2")));
            Table same = parts.as("same");
            connection.execute(update(parts)
                    .set(parts.weight, 8)
                    .where(parts.thing().name.eq("n1"))
                    .where(parts.id.in(select(same.column("id", Integer.class)))));
            connection.execute(delete(parts).where(parts.thing().amount.gt(20)));
            assertThat(connection
                            .execute(select(parts.id, parts.weight).orderBy(parts.id))
                            .all())
                    .containsExactly(new Row2<>(1, 8), new Row2<>(2, 0));
        }
    }

    @DatabaseTest
    void updatesFromAnotherTable(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            connection.execute(update(THINGS)
                    .from(DELIVERIES)
                    .setTo(THINGS.amount, THINGS.amount.plus(DELIVERIES.amount))
                    .set(THINGS.name, "from")
                    .where(DELIVERIES.thingId.eq(THINGS.id))
                    .where(THINGS.amount.gt(10)));
            assertThat(things(connection)).containsExactly("1:c1:n1:10", "2:c2:from:22", "3:c3:n3:30");
        }
    }

    @DatabaseTest
    void updatesAnAliasFromJoinedTables(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            Stock.Things t = THINGS.as("t");
            Stock.Things other = THINGS.as("other");
            connection.execute(update(t)
                    .join(DELIVERIES, DELIVERIES.thingId.eq(t.id))
                    .join(other, other.id.eq(DELIVERIES.id.plus(1)))
                    .setTo(t.name, other.name)
                    .where(exists(select(DELIVERIES.as("d").id)
                            .from(DELIVERIES.as("d"))
                            .where(DELIVERIES.as("d").id.eq(t.id))
                            .where(DELIVERIES.as("d").amount.eq(DELIVERIES.amount)))));
            assertThat(things(connection)).containsExactly("1:c1:n2:10", "2:c2:n3:20", "3:c3:n3:30");
        }
    }

    @DatabaseTest
    void updatesFromAQuery(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            DerivedTable totals = select(
                            DELIVERIES.thingId, max(DELIVERIES.amount).as("most"))
                    .groupBy(DELIVERIES.thingId)
                    .asTable("totals");
            connection.execute(update(THINGS)
                    .from(totals)
                    .setTo(THINGS.amount, totals.column("most", DELIVERIES.amount.type()))
                    .where(totals.column(DELIVERIES.thingId).eq(THINGS.id)));
            assertThat(things(connection)).containsExactly("1:c1:n1:1", "2:c2:n2:2", "3:c3:n3:30");
        }
    }

    @DatabaseTest
    void deletesBesideOtherTables(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            Stock.Things t = THINGS.as("t");
            connection.execute(delete(t)
                    .using(DELIVERIES)
                    .where(DELIVERIES.thingId.eq(t.id))
                    .where(DELIVERIES.amount.gt(1)));
            assertThat(things(connection)).containsExactly("1:c1:n1:10", "3:c3:n3:30");
            connection.execute(delete(THINGS).join(DELIVERIES, DELIVERIES.thingId.eq(THINGS.id)));
            assertThat(things(connection)).containsExactly("3:c3:n3:30");
        }
    }

    @DatabaseTest
    void updatesAndDeletesAnAliasByCorrelatedSubqueries(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            Stock.Things t = THINGS.as("t");
            connection.execute(update(t)
                    .setTo(
                            t.amount,
                            select(max(DELIVERIES.amount))
                                    .where(DELIVERIES.thingId.eq(t.id))
                                    .asScalar())
                    .where(exists(select(DELIVERIES.id).where(DELIVERIES.thingId.eq(t.id)))));
            assertThat(things(connection)).containsExactly("1:c1:n1:1", "2:c2:n2:2", "3:c3:n3:30");
            connection.execute(delete(t)
                    .where(exists(select(DELIVERIES.id).where(DELIVERIES.thingId.eq(t.id)))
                            .not()));
            assertThat(things(connection)).containsExactly("1:c1:n1:1", "2:c2:n2:2");
        }
    }

    @DatabaseTest
    void setsSeveralColumnsFromOneQuery(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            Update several = update(THINGS)
                    .setFrom(
                            select(max(DELIVERIES.amount).plus(1), max(DELIVERIES.id))
                                    .where(DELIVERIES.thingId.eq(THINGS.id)),
                            THINGS.amount,
                            THINGS.id)
                    .where(THINGS.id.eq(2));
            if (database.supports(Feature.ROW_ASSIGNMENT)) {
                connection.execute(several);
                assertThat(things(connection)).containsExactly("1:c1:n1:10", "2:c2:n2:3", "3:c3:n3:30");
            } else {
                assertThatThrownBy(() -> connection.execute(several)).isInstanceOf(UnsupportedFeatureException.class);
            }
        }
    }

    @DatabaseTest
    void returnsRowsOfTheTarget(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            Update both = update(THINGS)
                    .from(DELIVERIES)
                    .setTo(THINGS.amount, DELIVERIES.amount)
                    .where(DELIVERIES.thingId.eq(THINGS.id));
            if (database.supports(Feature.UPDATE_RETURNING)) {
                assertThat(connection.execute(both.returning(THINGS.id)).all()).containsExactlyInAnyOrder(1, 2);
            } else {
                assertThatThrownBy(() -> connection.execute(both.returning(THINGS.id)))
                        .isInstanceOf(UnsupportedFeatureException.class);
            }
            Update one =
                    update(THINGS).setTo(THINGS.amount, THINGS.amount.plus(1)).where(THINGS.id.eq(3));
            if (database.supports(Feature.RETURNING_OLD)) {
                assertThat(connection
                                .execute(one.returning(row(oldValue(THINGS.amount), newValue(THINGS.amount))
                                        .as((before, after) -> before + ">" + after)))
                                .all())
                        .containsExactly("30>31");
                assertThat(connection
                                .execute(delete(THINGS)
                                        .where(THINGS.id.eq(3))
                                        .returning(row(oldValue(THINGS.name), newValue(THINGS.name))
                                                .as((before, after) -> before + ">" + after)))
                                .all())
                        .containsExactly("n3>null");
            }
        }
    }

    @DatabaseTest
    void changesTheFirstRowsInOrderWhereTheDatabaseCan(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            Update firstTwo = update(THINGS)
                    .set(THINGS.name, "first")
                    .orderBy(THINGS.amount.desc())
                    .limit(2);
            Delete last = delete(THINGS).orderBy(THINGS.id).limit(1);
            if (database.supports(Feature.ORDERED_DML)) {
                connection.execute(firstTwo);
                connection.execute(last);
                assertThat(things(connection)).containsExactly("2:c2:first:20", "3:c3:first:30");
            } else {
                assertThatThrownBy(() -> connection.execute(firstTwo)).isInstanceOf(UnsupportedFeatureException.class);
                assertThatThrownBy(() -> connection.execute(last)).isInstanceOf(UnsupportedFeatureException.class);
            }
        }
    }

    @DatabaseTest
    void setsDefaultsAndSeveralTablesWhereTheDatabaseCan(DatabaseFixture database) {
        try (Connection connection = Stock.open(database)) {
            Update defaults = update(THINGS).setDefault(THINGS.amount).where(THINGS.id.eq(1));
            if (database.supports(Feature.DEFAULT_KEYWORD)) {
                connection.execute(defaults);
                assertThat(things(connection)).contains("1:c1:n1:0");
            } else {
                assertThatThrownBy(() -> connection.execute(defaults)).isInstanceOf(UnsupportedFeatureException.class);
            }
            if (database.supports(Feature.MULTI_TABLE_UPDATE)) {
                connection.execute(update(THINGS)
                        .from(DELIVERIES)
                        .set(THINGS.name, "both")
                        .set(DELIVERIES.amount, 77)
                        .where(THINGS.id.eq(DELIVERIES.id))
                        .where(THINGS.id.eq(2)));
                assertThat(things(connection)).contains("2:c2:both:20");
                assertThat(connection.execute(select(sum(DELIVERIES.amount))).scalar())
                        .isEqualByComparingTo("82");
            }
        }
    }
}
