package org.alkahest.sql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The table on which the operators and functions are executed: three things, of which the third is mostly null. */
final class Things extends Table {
    static final Things THINGS = new Things(null);
    static final Things OTHERS = new Things("others");

    final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
    final Column<String> name = column("name", SqlTypes.varchar(40), ColumnOptions.notNull());
    final Column<Integer> size = column("size", SqlTypes.INTEGER);
    final Column<BigDecimal> price = column("price", SqlTypes.decimal(10, 2));
    final Column<Double> weight = column("weight", SqlTypes.DOUBLE);
    final Column<Boolean> fresh = column("fresh", SqlTypes.BOOLEAN);
    final Column<LocalDate> day = column("made_on", SqlTypes.DATE);
    final Column<LocalDateTime> moment = column("made_at", SqlTypes.TIMESTAMP);

    private Things(@Nullable String alias) {
        super(null, "things", alias);
    }

    /** The rows of a statement, on a table made anew. */
    static <R> List<R> all(DatabaseFixture database, RowStatement<R> statement) {
        Engine engine = database.engine();
        MetaData metaData = MetaData.of(THINGS);
        metaData.dropAll(engine);
        metaData.createAll(engine);
        return engine.transaction((Connection connection) -> {
            LocalDate january = LocalDate.of(2026, 1, 31);
            LocalDate leapDay = LocalDate.of(2024, 2, 29);
            connection.execute(thing(1, "apple", 7, "7.50", 2.5, true)
                    .set(THINGS.day, january)
                    .set(THINGS.moment, january.atTime(10, 20, 30, 123_456_000)));
            connection.execute(thing(2, "Banana", -7, "2.00", -1.25, false)
                    .set(THINGS.day, leapDay)
                    .set(THINGS.moment, leapDay.atTime(23, 59, 59)));
            connection.execute(Sql.insert(THINGS).set(THINGS.id, 3).set(THINGS.name, "50%_[x]"));
            return connection.execute(statement).all();
        });
    }

    /** The one value of an expression for the thing with an id. */
    static <T> @Nullable T of(DatabaseFixture database, int id, Expression<T> expression) {
        return all(database, Sql.select(expression).from(THINGS).where(THINGS.id.eq(id)))
                .get(0);
    }

    /** The ids of the things that meet a condition. */
    static List<Integer> where(DatabaseFixture database, Expression<Boolean> condition) {
        return all(database, Sql.select(THINGS.id).where(condition).orderBy(THINGS.id));
    }

    private static Insert thing(int id, String name, int size, String price, double weight, boolean fresh) {
        return Sql.insert(THINGS)
                .set(THINGS.id, id)
                .set(THINGS.name, name)
                .set(THINGS.size, size)
                .set(THINGS.price, new BigDecimal(price))
                .set(THINGS.weight, weight)
                .set(THINGS.fresh, fresh);
    }
}
