package org.alkahest.dialect;

import static org.alkahest.sql.Sql.function;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** The dialects are found, and an engine knows which database at which version it talks to. */
final class InstalledDialectsTest {
    /** How each database is asked for its version in SQL. */
    private static final Map<String, String> VERSION_FUNCTIONS = Map.of(
            "sqlite", "sqlite_version",
            "h2", "h2version",
            "postgresql", "version",
            "duckdb", "version",
            "mysql", "version",
            "mariadb", "version");

    @Test
    void eightDialectsAreFoundWithoutNamingThem() {
        List<DialectFactory> found = ServiceLoader.load(DialectFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        assertThat(found)
                .extracting(DialectFactory::name)
                .contains("sqlite", "h2", "postgresql", "duckdb", "mysql", "mariadb", "oracle", "sqlserver")
                .doesNotHaveDuplicates();
        for (DialectFactory factory : found) {
            Dialect dialect = Dialects.of(factory.name(), 42, 7);
            assertThat(dialect.traits().dialect()).isEqualTo(factory.name());
            assertThat(dialect.traits().version()).isEqualTo("42.7");
        }
    }

    @DatabaseTest
    void anEngineKnowsDialectAndVersionOfItsDatabase(DatabaseFixture database) {
        try (Engine engine = Engine.create(database.jdbcUrl());
                Connection connection = engine.connect()) {
            String dialect = engine.dialect().traits().dialect();
            String told = connection
                    .execute(select(function(VERSION_FUNCTIONS.get(dialect), SqlTypes.TEXT)))
                    .scalar();
            assertThat(told)
                    .as(dialect)
                    .containsPattern(
                            "(?<![\\d.])" + engine.dialect().traits().version().replace(".", "\\.") + "(?!\\d)");
        }
    }
}
