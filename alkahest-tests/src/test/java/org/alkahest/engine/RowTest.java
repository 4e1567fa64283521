package org.alkahest.engine;

import static org.alkahest.engine.Shop.CUSTOMERS;
import static org.alkahest.engine.Shop.ORDERS;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.selectRow;
import static org.alkahest.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.alkahest.compile.Feature;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Row;
import org.alkahest.sql.Row2;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Select;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

/** Rows of any number of columns: how they are read, and what is refused. */
final class RowTest {
    private static final Select<Row2<Integer, String>> NAMES =
            select(CUSTOMERS.id, CUSTOMERS.name).orderBy(CUSTOMERS.id);

    private record Customer(Integer id, String name) {}

    private static Engine open(DatabaseFixture database) {
        Engine engine = Shop.open(database);
        engine.begin(connection -> {
            connection.execute(insert(CUSTOMERS)
                    .set(CUSTOMERS.name, "Ali")
                    .set(CUSTOMERS.city, "Lahore")
                    .set(CUSTOMERS.credit, 7));
            connection.execute(insert(CUSTOMERS).set(CUSTOMERS.name, "Fatima"));
            connection.execute(insert(ORDERS).set(ORDERS.id, 10).set(ORDERS.customer, 1));
        });
        return engine;
    }

    @DatabaseTest
    void aRowIsReadByColumnNameLabelAndPosition(DatabaseFixture database) {
        Expression<Integer> more = CUSTOMERS.credit.plus(1);
        Select<Row> query = selectRow(List.of(CUSTOMERS.id, CUSTOMERS.name.as("who"), CUSTOMERS.city, more))
                .orderBy(CUSTOMERS.id);
        try (Engine engine = open(database);
                Connection connection = engine.connect()) {
            List<Row> rows = connection.execute(query).all();
            Row ali = rows.get(0);
            Integer id = ali.value(CUSTOMERS.id);
            String who = ali.value(CUSTOMERS.name);
            assertThat(id).isEqualTo(1);
            assertThat(who).isEqualTo("Ali").isEqualTo(ali.value("who"));
            assertThat(ali.value("city")).isEqualTo("Lahore").isEqualTo(ali.value(2));
            assertThat(ali.value(more)).isEqualTo(8);
            assertThat(ali.value(CUSTOMERS.credit.plus(1))).isEqualTo(8);
            assertThat(ali.size()).isEqualTo(4);
            assertThat(ali.names()).containsExactly("id", "who", "city", "3");
            assertThat(ali.values()).containsExactly(1, "Ali", "Lahore", 8);
            assertThat(ali.toMap()).hasToString("{id=1, who=Ali, city=Lahore, 3=8}");
            assertThat(ali).hasToString("{id=1, who=Ali, city=Lahore, 3=8}");

            Row fatima = rows.get(1);
            assertThat(fatima.value(CUSTOMERS.city)).isNull();
            assertThat(fatima.value(more)).isNull();
            assertThat(fatima.toMap()).containsEntry("city", null);
            assertThat(fatima.position("city"))
                    .isEqualTo(ali.position(CUSTOMERS.city))
                    .isEqualTo(2);
            assertThat(fatima)
                    .isNotEqualTo(ali)
                    .isEqualTo(connection.execute(query).all().get(1));
        }
    }

    @DatabaseTest
    void unknownAndAmbiguousNamesAreRefused(DatabaseFixture database) {
        Select<Row> query = selectRow(List.of(CUSTOMERS.id, ORDERS.id)).join(ORDERS);
        try (Engine engine = open(database);
                Connection connection = engine.connect()) {
            Row row = connection.execute(query).one();
            assertThat(row.value(CUSTOMERS.id)).isEqualTo(1);
            assertThat(row.value(ORDERS.id)).isEqualTo(10);
            assertThat(row.value(1)).isEqualTo(10);
            assertThatThrownBy(() -> row.value("id")).hasMessageContainingAll("'id'", "several", "ALK-1122");
            assertThatThrownBy(row::toMap).hasMessageContainingAll("'id'", "several", "ALK-1122");
            assertThat(row).hasToString("{id=1, id=10}");
            assertThatThrownBy(() -> row.value("nope")).hasMessageContainingAll("'nope'", "[id, id]", "ALK-1122");
            assertThatThrownBy(() -> row.value(CUSTOMERS.city)).hasMessageContaining("ALK-1122");
            assertThatThrownBy(() -> row.value(2)).hasMessageContainingAll("position 2", "ALK-1122");
            assertThatThrownBy(() -> row.value(-1)).hasMessageContaining("ALK-1122");
            assertThatThrownBy(() -> row.values().set(0, 3)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(query::asMaps).hasMessageContainingAll("'id'", "several", "ALK-1122");
        }
    }

    @DatabaseTest
    void moreThanEightColumnsMakeARow(DatabaseFixture database) {
        Expression<Integer> id = CUSTOMERS.id;
        try (Engine engine = open(database);
                Connection connection = engine.connect()) {
            Row nine = connection
                    .execute(select(id, id, id, id, id, id, id, id, CUSTOMERS.name)
                            .where(CUSTOMERS.id.eq(2)))
                    .one();
            assertThat(nine.values()).containsExactly(2, 2, 2, 2, 2, 2, 2, 2, "Fatima");
            assertThat(nine.value(CUSTOMERS.name)).isEqualTo("Fatima");

            List<Expression<?>> thirty = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                thirty.add(CUSTOMERS.id.plus(i).as("c" + i));
            }
            Row row = connection
                    .execute(selectRow(thirty).where(CUSTOMERS.id.eq(1)))
                    .one();
            assertThat(row.size()).isEqualTo(30);
            assertThat(row.value("c29")).isEqualTo(30);
            assertThat(row.value(thirty.get(17))).isEqualTo(18);
        }
    }

    @DatabaseTest
    void everyStatementOfRowsGivesRowsAndMaps(DatabaseFixture database) {
        try (Engine engine = open(database);
                Connection connection = engine.connect()) {
            List<RowStatement<?>> statements = new ArrayList<>(List.of(
                    NAMES,
                    select(row(CUSTOMERS.id, CUSTOMERS.name).as(Customer::new)).orderBy(CUSTOMERS.id),
                    select(row(CUSTOMERS.id, CUSTOMERS.name).as(Customer::new).nullWhen(CUSTOMERS.id))
                            .orderBy(CUSTOMERS.id),
                    select(CUSTOMERS.id, CUSTOMERS.name)
                            .where(CUSTOMERS.id.eq(1))
                            .union(select(CUSTOMERS.id, CUSTOMERS.name).where(CUSTOMERS.id.ne(1)))
                            .orderBy(CUSTOMERS.id),
                    text("SELECT id, name FROM customers ORDER BY id").returning(NAMES.selection())));
            for (RowStatement<?> statement : statements) {
                assertThat(connection
                                .execute(statement.asRows())
                                .map(row -> row.value("name"))
                                .all())
                        .containsExactly("Ali", "Fatima");
                assertThat(connection.execute(statement.asMaps()).all())
                        .containsExactly(Map.of("id", 1, "name", "Ali"), Map.of("id", 2, "name", "Fatima"));
            }
            assertThat(connection.execute(select(CUSTOMERS.city).asMaps()).all())
                    .extracting(map -> map.get("city"))
                    .containsExactlyInAnyOrder("Lahore", null);
            if (database.supports(Feature.INSERT_RETURNING)) {
                RowStatement<Integer> insert =
                        insert(CUSTOMERS).set(CUSTOMERS.name, "Zoe").returning(CUSTOMERS.id);
                assertThat(connection.execute(insert.asRows()).one().value(CUSTOMERS.id))
                        .isEqualTo(3);
            }
        }
    }

    @DatabaseTest
    void anotherFormOfRowsIsTheSameStatement(DatabaseFixture database) {
        List<CacheState> states = new ArrayList<>();
        EngineListener listener = new EngineListener() {
            @Override
            public void afterExecute(ExecutionEvent event) {
                states.add(event.cacheState());
            }
        };
        try (Engine engine = open(database);
                Connection connection = engine.connect()) {
            engine.listeners().add(listener);
            connection.execute(NAMES).all();
            connection.execute(NAMES.asRows()).all();
            connection.execute(NAMES.asMaps()).all();
            assertThat(states).isEqualTo(Arrays.asList(CacheState.COMPILED, CacheState.CACHED, CacheState.CACHED));
        }
    }
}
