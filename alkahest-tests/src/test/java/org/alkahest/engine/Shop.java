package org.alkahest.engine;

import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.type.SqlTypes;

/** Two tables and an engine over a test's database. */
final class Shop {
    static final Customers CUSTOMERS = new Customers();
    static final Orders ORDERS = new Orders();

    private Shop() {}

    static Engine open(DatabaseFixture database) {
        return open(database, EngineOptions.defaults());
    }

    /** An engine with the tables. */
    static Engine open(DatabaseFixture database, EngineOptions options) {
        Engine engine = engine(database, options);
        MetaData.of(CUSTOMERS, ORDERS).createAll(engine);
        return engine;
    }

    static Engine engine(DatabaseFixture database, EngineOptions options) {
        return Engine.create(database.jdbcUrl(), options);
    }

    static final class Customers extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> name =
                column("name", SqlTypes.varchar(100), ColumnOptions.notNull().unique());
        final Column<String> city = column("city", SqlTypes.varchar(100));
        final Column<Integer> credit = column("credit", SqlTypes.INTEGER);

        Customers() {
            super("customers");
            constraint(new Constraint.Check("credit_is_positive", credit.gt(0)));
        }
    }

    static final class Orders extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<Integer> customer = column("customer_id", SqlTypes.INTEGER, ColumnOptions.notNull());

        Orders() {
            super("orders");
            foreignKey(customer, () -> CUSTOMERS.id);
        }
    }
}
