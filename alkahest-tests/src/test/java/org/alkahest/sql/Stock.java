package org.alkahest.sql;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;

import java.util.List;
import org.alkahest.engine.Connection;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.type.SqlTypes;

/** What the tests of changing statements change: things in stock, and deliveries of them. */
final class Stock {
    static final Things THINGS = new Things(null);
    static final Deliveries DELIVERIES = new Deliveries(null);

    private Stock() {}

    static final class Things extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<String> code =
                column("code", SqlTypes.varchar(20), ColumnOptions.nullable().unique());
        final Column<String> name = column("name", SqlTypes.varchar(20));
        final Column<Integer> amount =
                column("amount", SqlTypes.INTEGER, ColumnOptions.notNull().withDefault(0));

        Things(String alias) {
            super(null, "things", alias);
        }

        @Override
        public Things as(String alias) {
            return new Things(alias);
        }
    }

    static final class Deliveries extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<Integer> thingId = column("thing_id", SqlTypes.INTEGER);
        final Column<Integer> amount = column("amount", SqlTypes.INTEGER);

        Deliveries(String alias) {
            super(null, "deliveries", alias);
        }

        @Override
        public Deliveries as(String alias) {
            return new Deliveries(alias);
        }
    }

    /** Three things, and deliveries of the first two and of none. */
    static Connection open(DatabaseFixture database) {
        MetaData.of(THINGS, DELIVERIES).createAll(database.engine());
        Connection connection = database.engine().connect();
        connection.execute(insert(THINGS)
                .rows(
                        List.of(1, 2, 3),
                        (row, id) -> row.set(THINGS.id, id)
                                .set(THINGS.code, "c" + id)
                                .set(THINGS.name, "n" + id)
                                .set(THINGS.amount, 10 * id)));
        connection.execute(insert(DELIVERIES)
                .rows(
                        List.of(1, 2, 4),
                        (row, id) -> row.set(DELIVERIES.id, id)
                                .setNullable(DELIVERIES.thingId, id == 4 ? null : id)
                                .set(DELIVERIES.amount, id)));
        return connection;
    }

    /** Things as {@code id:code:name:amount}, in order. */
    static List<String> things(Connection connection) {
        return connection
                .execute(select(THINGS.id, THINGS.code, THINGS.name, THINGS.amount)
                        .orderBy(THINGS.id))
                .map(row -> row.v1() + ":" + row.v2() + ":" + row.v3() + ":" + row.v4())
                .all();
    }
}
