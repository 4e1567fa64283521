package org.alkahest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.alkahest.engine.Connection;
import org.junit.jupiter.api.Test;

final class DatabaseFixtureTest {
    @Test
    void failsForAConnectionLeftOpenAndStillDropsTheDatabase() {
        DatabaseFixture fixture = fixture();
        Path file = Path.of(fixture.jdbcUrl().substring("jdbc:sqlite:".length()));
        Connection leaked = fixture.newEngine().connect();
        assertThat(leaked.isClosed()).isFalse();
        assertThatThrownBy(fixture::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("1 of Engine(jdbc:sqlite:", "Close each");
        assertThat(file).doesNotExist();
    }

    @Test
    void closesItsEngines() throws SQLException {
        DatabaseFixture fixture = fixture();
        fixture.engine().connect().close();
        fixture.close();
        assertThatThrownBy(() -> fixture.engine().connect()).hasMessageContaining("closed");
    }

    private static DatabaseFixture fixture() {
        return new DatabaseFixture(TestDatabases.named("sqlite-file").getFirst());
    }
}
