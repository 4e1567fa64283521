package org.alkahest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;

final class DatabaseTestTest {
    private static final Set<String> URLS = ConcurrentHashMap.newKeySet();
    private DatabaseFixture before;

    @BeforeEach
    void takeTheFixture(DatabaseFixture fixture) {
        before = fixture;
    }

    @DatabaseTest
    void givesEachTestOneEmptyDatabase(DatabaseFixture database) throws SQLException {
        assertThat(database).isSameAs(before);
        assertThat(database.jdbcUrl()).matches(url -> !database.isShared() || URLS.add(url), "is new");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE here (id INTEGER)");
            statement.execute("INSERT INTO here VALUES (42)");
            try (ResultSet rows = statement.executeQuery("SELECT id FROM here")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(42);
            }
        }
    }

    @DatabaseTest
    void showsTheDatabaseToAllConnectionsIfItSaysSo(DatabaseFixture database) throws SQLException {
        try (Connection one = database.connect();
                Connection other = database.connect();
                Statement create = one.createStatement();
                Statement query = other.createStatement()) {
            create.execute("CREATE TABLE here (id INTEGER)");
            if (database.isShared()) {
                assertThat(query.executeQuery("SELECT * FROM here").next()).isFalse();
            } else {
                assertThatThrownBy(() -> query.executeQuery("SELECT * FROM here"))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @DatabaseTest({"sqlite", "h2"})
    void runsOnDatabasesByNameOrDialect(DatabaseFixture database) {
        assertThat(database.name()).isIn("sqlite-memory", "sqlite-file", "h2");
    }

    @DatabaseTest(except = "postgresql")
    void leavesDatabasesOut(DatabaseFixture database) {
        assertThat(database.dialect()).isNotEqualTo("postgresql");
    }
}
