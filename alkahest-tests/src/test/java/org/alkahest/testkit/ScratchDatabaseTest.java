package org.alkahest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class ScratchDatabaseTest {
    @Test
    void deletesTheFile() throws SQLException {
        ScratchDatabase scratch = open("sqlite-file");
        Path file = Path.of(scratch.jdbcUrl().substring("jdbc:sqlite:".length()));
        createTable(scratch);
        assertThat(file).exists();
        scratch.close();
        assertThat(file.getParent()).doesNotExist();
        assertThat(Files.exists(file)).isFalse();
    }

    @Test
    void forgetsTheMemory() throws SQLException {
        ScratchDatabase scratch = open("h2");
        createTable(scratch);
        assertThatThrownBy(() -> createTable(scratch)).isInstanceOf(SQLException.class);
        scratch.close();
        createTable(scratch);
        scratch.close();
    }

    @Test
    void dropsTheSchemaWithItsContent() throws SQLException {
        ScratchDatabase scratch = open("postgresql-embedded");
        createTable(scratch);
        String schema = scratch.jdbcUrl().replaceFirst(".*currentSchema=", "");
        try (Connection connection = scratch.connect();
                Statement statement = connection.createStatement()) {
            scratch.close();
            ResultSet rows =
                    statement.executeQuery("SELECT count(*) FROM pg_namespace WHERE nspname = '" + schema + "'");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    private static ScratchDatabase open(String name) {
        TestDatabase database = TestDatabases.named(name).getFirst();
        Assumptions.assumeTrue(
                database.unavailable().isEmpty(),
                () -> name + ": " + database.unavailable().orElseThrow());
        return database.open();
    }

    private static void createTable(ScratchDatabase scratch) throws SQLException {
        try (Connection connection = scratch.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE here (id INTEGER)");
        }
    }
}
