package org.alkahest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

/** The prepared statements that a physical connection keeps. */
final class PreparedStatementsTest {
    private final AtomicLong schemaVersion = new AtomicLong();

    private PhysicalConnection open(DatabaseFixture database) throws SQLException {
        return new PhysicalConnection(database.connect(), 2, schemaVersion);
    }

    @DatabaseTest(except = {"sqlite-memory", "duckdb-memory"})
    void aStatementIsPreparedOnceAndUsedByOneAtATime(DatabaseFixture database) throws SQLException {
        try (PhysicalConnection connection = open(database)) {
            PreparedStatements kept = connection.statements();
            PreparedStatement first = kept.take("SELECT 1", List.of());
            PreparedStatement second = kept.take("SELECT 1", List.of());
            assertThat(second).isNotSameAs(first);

            kept.giveBack("SELECT 1", List.of(), first);
            kept.giveBack("SELECT 1", List.of(), second);
            assertThat(second.isClosed()).isTrue();
            assertThat(kept.take("SELECT 1", List.of())).isSameAs(first);
            first.close();
        }
    }

    @DatabaseTest(except = {"sqlite-memory", "duckdb-memory"})
    void theLeastRecentlyUsedIsClosed(DatabaseFixture database) throws SQLException {
        try (PhysicalConnection connection = open(database)) {
            PreparedStatements kept = connection.statements();
            PreparedStatement one = kept.take("SELECT 1", List.of());
            PreparedStatement two = kept.take("SELECT 2", List.of());
            PreparedStatement three = kept.take("SELECT 3", List.of());
            kept.giveBack("SELECT 1", List.of(), one);
            kept.giveBack("SELECT 2", List.of(), two);
            kept.giveBack("SELECT 3", List.of(), three);

            assertThat(one.isClosed()).isTrue();
            assertThat(two.isClosed()).isFalse();
            assertThat(three.isClosed()).isFalse();
        }
    }

    @DatabaseTest(except = {"sqlite-memory", "duckdb-memory"})
    void allAreClosedAfterDdlAndWithTheConnection(DatabaseFixture database) throws SQLException {
        PhysicalConnection connection = open(database);
        PreparedStatements kept = connection.statements();
        PreparedStatement old = kept.take("SELECT 1", List.of());
        PreparedStatement inUse = kept.take("SELECT 2", List.of());
        kept.giveBack("SELECT 1", List.of(), old);

        schemaVersion.incrementAndGet();
        kept.giveBack("SELECT 2", List.of(), inUse);
        assertThat(inUse.isClosed()).isTrue();
        PreparedStatement fresh = kept.take("SELECT 1", List.of());
        assertThat(fresh).isNotSameAs(old);
        assertThat(old.isClosed()).isTrue();

        kept.giveBack("SELECT 1", List.of(), fresh);
        connection.close();
        assertThat(fresh.isClosed()).isTrue();
        assertThat(connection.isClosed()).isTrue();
    }

    @DatabaseTest(except = {"sqlite-memory", "duckdb-memory"})
    void theSameTextWithAndWithoutKeysAreTwo(DatabaseFixture database) throws SQLException {
        try (PhysicalConnection connection = open(database)) {
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER)");
            }
            PreparedStatements kept = connection.statements();
            String insert = "INSERT INTO t (id, a) VALUES (1, 1)";
            PreparedStatement plain = kept.take(insert, List.of());
            kept.giveBack(insert, List.of(), plain);

            PreparedStatement withKeys = kept.take(insert, List.of("id"));
            assertThat(withKeys).isNotSameAs(plain);
            withKeys.close();
        }
    }
}
