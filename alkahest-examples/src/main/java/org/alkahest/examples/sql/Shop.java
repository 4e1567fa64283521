package org.alkahest.examples.sql;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Table;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Customers and their orders. */
final class Shop {
    private Shop() {}

    // snippet: tables
    static final Customers CUSTOMERS = new Customers(null);
    static final Orders ORDERS = new Orders(null);

    static final class Customers extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> name = column("name", SqlTypes.varchar(80), ColumnOptions.notNull());
        final Column<String> city = column("city", SqlTypes.varchar(80));

        Customers(@Nullable String alias) {
            super(null, "customers", alias);
        }

        @Override
        public Customers as(String alias) {
            return new Customers(alias);
        }
    }

    static final class Orders extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<Integer> customerId = column("customer_id", SqlTypes.INTEGER, ColumnOptions.notNull());
        final Column<LocalDate> placed = column("placed", SqlTypes.DATE, ColumnOptions.notNull());
        final Column<BigDecimal> total = column("total", SqlTypes.decimal(10, 2), ColumnOptions.notNull());

        Orders(@Nullable String alias) {
            super(null, "orders", alias);
            foreignKey(customerId, () -> CUSTOMERS.id);
        }

        @Override
        public Orders as(String alias) {
            return new Orders(alias);
        }

        Customers customer() {
            return implicit("customer", CUSTOMERS::as, customerId);
        }
    }
    // end
}
