package org.alkahest.orm.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Mappings;
import org.alkahest.orm.mapping.VersionGenerator;
import org.alkahest.orm.mapping.Versioning;
import org.alkahest.orm.mapping.Versions;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Versions that a mapping by hand declares, and what is wrong with some. */
final class HandVersionsTest {
    static final class Order {
        Integer id;
        String city = "Lahore";
        Integer version;
    }

    static final Orders ORDERS = new Orders(null);

    static {
        Mappings.register(Order.class, ORDERS);
    }

    @DatabaseTest
    void aGeneratorByHandNumbersRows(Engine engine) {
        TestTables.create(engine, List.of(ORDERS));
        Order order = new Order();
        try (Session session = Session.open(engine)) {
            session.add(order);
            session.flush();
            assertThat(order.version).isEqualTo(10);
            order.city = "Karachi";
            session.commit();
            assertThat(order.version).isEqualTo(20);
        }
    }

    @DatabaseTest
    void aRowWithoutAVersionIsNotWritten(Engine engine) {
        TestTables.create(engine, List.of(ORDERS));
        try (Session session = Session.open(engine)) {
            session.connection().execute(Sql.insert(ORDERS).set(ORDERS.city, "Lahore"));
            Order order = session.query(ORDERS).one();
            order.city = "Karachi";
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("ALK-2207")
                    .hasMessageContaining("Order#1: the version 'version' of its row is NULL");
        }
    }

    @DatabaseTest("sqlite")
    void aGeneratorThatReturnsNullIsNamed(Engine engine) {
        TestTables.create(engine, List.of(ORDERS));
        try (Session session = Session.open(engine)) {
            Order order = new Order();
            session.add(order);
            session.flush();
            order.version = 10;
            session.connection().execute(Sql.update(ORDERS).set(ORDERS.version, 30));
            session.refresh(order);
            order.city = "Karachi";
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("ALK-2207")
                    .hasMessageContaining("the generator of its version 'version' returned null");
        }
    }

    @Test
    void aKeyASecondOneAndAnotherTablesColumnAreNoVersions() {
        Orders table = new Orders("o");
        assertThatThrownBy(() -> table.take(table.city))
                .hasMessageContaining("ALK-2010")
                .hasMessageContaining("has version 'version' already");
        Orders plain = new Orders("p", false);
        assertThatThrownBy(() -> plain.take(plain.id))
                .hasMessageContaining("ALK-2010")
                .hasMessageContaining("part of the key");
        assertThatThrownBy(() -> plain.take(table.city))
                .hasMessageContaining("ALK-2010")
                .hasMessageContaining("no column of the table");
    }

    @Test
    void countersBeginAgainAfterTheGreatestNumber() {
        Clock clock = Clock.systemUTC();
        assertThat(Versions.SHORT.next(Short.MAX_VALUE, clock)).isEqualTo((short) 1);
        assertThat(Versions.INTEGER.next(Integer.MAX_VALUE, clock)).isEqualTo(1);
        assertThat(Versions.LONG.next(Long.MAX_VALUE, clock)).isEqualTo(1);
    }

    static final class Orders extends HandTable<Order> {
        private static final VersionGenerator<Integer> TENS =
                (previous, clock) -> previous == null ? Integer.valueOf(10) : previous == 30 ? null : previous + 10;

        final Column<Integer> id =
                field("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated(), e -> e.id, (e, v) -> e.id = v);
        final Column<String> city =
                field("city", SqlTypes.TEXT, ColumnOptions.notNull(), e -> e.city, (e, v) -> e.city = v);
        final Column<Integer> version =
                field("version", SqlTypes.INTEGER, ColumnOptions.nullable(), e -> e.version, (e, v) -> e.version = v);

        private Orders(String alias) {
            this(alias, true);
        }

        private Orders(String alias, boolean isVersioned) {
            super("old_orders", alias, Order.class, Order::new);
            if (isVersioned) {
                versioned(new Versioning.Generated<>(version, TENS));
            }
        }

        void take(Column<?> column) {
            versioned(new Versioning.Manual(column));
        }

        @Override
        public Orders as(String alias) {
            return new Orders(alias);
        }

        @Override
        protected EntityTable<Order> canonical() {
            return ORDERS;
        }
    }
}
