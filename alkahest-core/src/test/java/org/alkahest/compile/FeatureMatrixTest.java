package org.alkahest.compile;

import static org.alkahest.compile.FeatureSample.needs;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.h2.H2DialectFactory;
import org.alkahest.dialect.mysql.MariadbDialectFactory;
import org.alkahest.dialect.mysql.MysqlDialectFactory;
import org.alkahest.dialect.oracle.OracleDialectFactory;
import org.alkahest.dialect.postgresql.PostgresqlDialectFactory;
import org.alkahest.dialect.sqlite.SqliteDialectFactory;
import org.alkahest.dialect.sqlserver.SqlServerDialectFactory;
import org.alkahest.sql.Locking;
import org.alkahest.sql.Select;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every feature on every dialect, at the oldest and the newest version that is meant: what the traits promise compiles, and
 * what they lack is refused.
 */
final class FeatureMatrixTest {
    private static final List<Dialect> DIALECTS = List.of(
            new SqliteDialectFactory().create(new DatabaseVersion("SQLite", 3, 35)),
            SqlAssert.SQLITE,
            new H2DialectFactory().create(new DatabaseVersion("H2", 2, 0)),
            SqlAssert.H2,
            new PostgresqlDialectFactory().create(new DatabaseVersion("PostgreSQL", 12, 0)),
            SqlAssert.POSTGRESQL,
            SqlAssert.DUCKDB,
            new MysqlDialectFactory().create(new DatabaseVersion("MySQL", 8, 0)),
            SqlAssert.MYSQL,
            new MariadbDialectFactory().create(new DatabaseVersion("MariaDB", 10, 6)),
            new MariadbDialectFactory().create(new DatabaseVersion("MariaDB", 11, 8)),
            new OracleDialectFactory().create(new DatabaseVersion("Oracle", 12, 1)),
            SqlAssert.ORACLE,
            new OracleDialectFactory().create(new DatabaseVersion("Oracle", 23, 0)),
            new SqlServerDialectFactory().create(new DatabaseVersion("Microsoft SQL Server", 14, 0)),
            SqlAssert.SQLSERVER);

    static Stream<Arguments> matrix() {
        return DIALECTS.stream()
                .flatMap(dialect -> FeatureSamples.all().entrySet().stream()
                        .map(sample -> Arguments.of(
                                sample.getKey(),
                                dialect.traits().dialect() + " "
                                        + dialect.traits().version(),
                                dialect,
                                sample.getValue())));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("matrix")
    void compilesWhatTheDatabaseHasAndRefusesTheRest(
            Feature feature, String name, Dialect dialect, FeatureSample sample) {
        switch (sample) {
            case FeatureSample.Needs needs -> assertNeeded(feature, needs, dialect);
            case FeatureSample.RowLock(Select<?> query, Locking lock) -> {
                FeatureSample.Needs locked = needs(query.lock(lock));
                if (dialect.traits().locking() == Styles.LockingStyle.OMITTED) {
                    assertThat(locked.compile().apply(dialect))
                            .isEqualTo(needs(query).compile().apply(dialect));
                } else {
                    assertNeeded(feature, locked, dialect);
                }
            }
            case FeatureSample.Rewritten rewritten -> {
                String sql = rewritten.compile().apply(dialect);
                assertThat(sql.contains(rewritten.words()))
                        .as("%s contains %s", sql, rewritten.words())
                        .isEqualTo(dialect.traits().has(feature));
            }
        }
    }

    /** What is refused is refused for a feature that the sample needs and the database lacks. */
    private static void assertNeeded(Feature feature, FeatureSample.Needs sample, Dialect dialect) {
        Set<Feature> missing = EnumSet.of(feature);
        missing.addAll(sample.with());
        missing.removeIf(dialect.traits()::has);
        String sql;
        try {
            sql = sample.compile().apply(dialect);
        } catch (UnsupportedFeatureException e) {
            Feature named = missing.stream()
                    .filter(each -> each.description().equals(e.feature()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("refused for another reason", e));
            assertThat(e.code()).isEqualTo("ALK-1210");
            assertThat(e)
                    .hasMessageContaining(" " + dialect.traits().dialect() + " "
                            + dialect.traits().version() + ":")
                    .hasMessageContaining(named.description() + ". " + named.wayOut());
            return;
        }
        assertThat(missing).as("missing, and yet compiled: " + sql).isEmpty();
    }

    @Test
    void everyFeatureHasASample() {
        assertThat(FeatureSamples.all()).doesNotContainKeys(FeatureSamples.OF_TRANSACTIONS.toArray(Feature[]::new));
        assertThat(EnumSet.complementOf(EnumSet.copyOf(FeatureSamples.OF_TRANSACTIONS)))
                .containsExactlyInAnyOrderElementsOf(FeatureSamples.all().keySet());
    }

    @Test
    void everyDialectLacksSomethingAndHasSomething() {
        for (Dialect dialect : DIALECTS) {
            assertThat(Arrays.stream(Feature.values()).filter(dialect.traits()::has))
                    .as(SqlAssert.name(dialect))
                    .isNotEmpty()
                    .hasSizeLessThan(Feature.values().length);
        }
    }

    @Test
    void everyFeatureHasADescriptionOfItsOwnAndAWayOut() {
        assertThat(Arrays.stream(Feature.values()).map(Feature::description)).doesNotHaveDuplicates();
        for (Feature feature : Feature.values()) {
            assertThat(feature.wayOut()).as(feature.name()).matches("[A-Z].*[^.]\\.");
        }
    }
}
