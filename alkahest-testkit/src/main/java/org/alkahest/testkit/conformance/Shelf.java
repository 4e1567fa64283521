package org.alkahest.testkit.conformance;

import static org.alkahest.sql.Sql.insert;

import java.math.BigDecimal;
import java.util.List;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.type.SqlTypes;

/** Two tables that refer to each other one way, and some rows. */
final class Shelf {
    static final Writers WRITERS = new Writers();
    static final Titles TITLES = new Titles();

    private Shelf() {}

    /** Creates both and puts rows in: Attar with two titles, Rumi with one, Saadi with none. */
    static void fill(Engine engine) {
        MetaData.of(TITLES, WRITERS).createAll(engine);
        engine.begin(connection -> {
            for (String name : List.of("Attar", "Rumi", "Saadi")) {
                connection.execute(insert(WRITERS).set(WRITERS.name, name));
            }
            add(connection, 1, 1, "Conference", "12.50");
            add(connection, 2, 1, "Memorial", "7.25");
            add(connection, 3, 2, "Masnavi", "30.00");
        });
    }

    static void add(Connection connection, int id, int writer, String title, String price) {
        connection.execute(insert(TITLES)
                .set(TITLES.id, id)
                .set(TITLES.writer, writer)
                .set(TITLES.title, title)
                .set(TITLES.price, new BigDecimal(price)));
    }

    static final class Writers extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> name =
                column("name", SqlTypes.varchar(40), ColumnOptions.notNull().unique());

        private Writers() {
            super("writers");
        }
    }

    static final class Titles extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<Integer> writer = column("writer_id", SqlTypes.INTEGER, ColumnOptions.notNull());
        final Column<String> title = column("title", SqlTypes.varchar(80), ColumnOptions.notNull());
        final Column<BigDecimal> price = column("price", SqlTypes.decimal(12, 2));

        private Titles() {
            super("titles");
            foreignKey(new ForeignKey(
                    "fk_titles_writer",
                    List.of(writer),
                    () -> List.of(WRITERS.id),
                    ForeignKey.Action.NO_ACTION,
                    ForeignKey.Action.NO_ACTION));
        }
    }
}
