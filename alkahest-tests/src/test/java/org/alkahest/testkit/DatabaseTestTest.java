package org.alkahest.testkit;

import static org.alkahest.sql.Sql.raw;
import static org.alkahest.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.BeforeEach;

final class DatabaseTestTest {
    private static final Set<String> URLS = ConcurrentHashMap.newKeySet();
    private DatabaseFixture before;

    @BeforeEach
    void takeTheFixture(DatabaseFixture fixture) {
        before = fixture;
    }

    @DatabaseTest
    void givesEachTestOneEmptyDatabase(DatabaseFixture database, Engine engine, StatementRecorder recorder) {
        assertThat(database).isSameAs(before);
        assertThat(database.engine()).isSameAs(engine);
        assertThat(database.jdbcUrl()).matches(url -> !database.isShared() || URLS.add(url), "is new");
        try (Connection connection = engine.connect()) {
            connection.executeDdl(List.of("CREATE TABLE here (id INTEGER)"));
            connection.execute(text("INSERT INTO here VALUES (42)"));
            connection.commit();
            assertThat(connection
                            .execute(text("SELECT id FROM here").returning(raw("id", SqlTypes.INTEGER)))
                            .all())
                    .containsExactly(42);
        }
        assertThat(recorder.count()).isEqualTo(3);
    }

    @DatabaseTest
    void showsTheDatabaseToAllConnectionsIfItSaysSo(DatabaseFixture database) throws SQLException {
        try (Connection connection = database.engine().connect()) {
            connection.executeDdl(List.of("CREATE TABLE here (id INTEGER)"));
            connection.commit();
        }
        if (database.isShared()) {
            try (java.sql.Connection other = database.connect();
                    Statement query = other.createStatement()) {
                assertThat(query.executeQuery("SELECT * FROM here").next()).isFalse();
            }
        } else {
            assertThatThrownBy(database::connect)
                    .isInstanceOf(AlkahestArgumentException.class)
                    .hasMessageContaining("ALK-4003");
        }
    }

    @DatabaseTest
    void tellsWhatTheDatabaseCanDo(DatabaseFixture database) {
        assertThat(database.supports(Feature.SAVEPOINTS))
                .isEqualTo(!database.dialect().equals("duckdb"));
        assertThat(database.supports(Feature.ROW_LOCKS))
                .isEqualTo(!List.of("sqlite", "duckdb").contains(database.dialect()));
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void leavesDatabasesOutThatLackAFeature(DatabaseFixture database) {
        assertThat(database.dialect()).isNotEqualTo("duckdb");
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
