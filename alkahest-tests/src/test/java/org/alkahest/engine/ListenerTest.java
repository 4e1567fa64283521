package org.alkahest.engine;

import static org.alkahest.engine.Shop.CUSTOMERS;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.param;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alkahest.compile.Feature;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** What listeners hear. */
final class ListenerTest {
    private static final class Recorder implements EngineListener {
        final List<String> heard = new ArrayList<>();
        final List<Duration> times = new ArrayList<>();

        @Override
        public void beforeExecute(ExecutionEvent event) {
            assertThat(event.elapsed()).isZero();
            heard.add("before " + event.parameters());
        }

        @Override
        public void afterExecute(ExecutionEvent event) {
            times.add(event.elapsed());
            heard.add("after " + event.cacheState() + " x" + event.batchSize()
                    + (event.failure().isPresent() ? " failed" : ""));
        }

        @Override
        public void onTransaction(TransactionEvent event) {
            heard.add(event.toString());
        }
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void everyStepIsHeardInOrder(DatabaseFixture database) {
        Recorder recorder = new Recorder();
        try (Engine engine = Shop.open(database)) {
            engine.listeners().add(recorder);
            try (Connection connection = engine.connect()) {
                connection.execute(insert(CUSTOMERS).set(CUSTOMERS.name, "Ali"));
                try (Savepoint savepoint = connection.savepoint()) {
                    connection.execute(insert(CUSTOMERS).set(CUSTOMERS.name, "Fatima"));
                    savepoint.commit();
                }
                connection.executeBatch(
                        insert(CUSTOMERS).setTo(CUSTOMERS.name, param("n", SqlTypes.varchar(100))),
                        List.of(Map.of("n", "a"), Map.of("n", "b")));
                connection.commit();
                connection.executeDdl(List.of("CREATE TABLE other (a INTEGER)"));
                assertThatThrownBy(() -> connection.execute(text("SELEC")));
            }
            engine.listeners().remove(recorder);
            engine.transaction(
                    connection -> connection.execute(select(CUSTOMERS.name)).all());
        }
        assertThat(recorder.heard)
                .containsExactly(
                        "BEGIN",
                        "before [[Ali]]",
                        "after compiled x1",
                        "SAVEPOINT",
                        "before [[Fatima]]",
                        "after cached x1",
                        "RELEASE_SAVEPOINT",
                        "before [[a], [b]]",
                        "after compiled x2",
                        "COMMIT",
                        "BEGIN",
                        "before [[]]",
                        "after raw x1",
                        "before [[]]",
                        "after compiled x1 failed",
                        "ROLLBACK");
        assertThat(recorder.times).allMatch(time -> time.compareTo(Duration.ZERO) > 0);
    }
}
