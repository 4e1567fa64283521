package org.alkahest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ServiceLoader;
import org.alkahest.dialect.DialectFactory;
import org.alkahest.type.AlkahestArgumentException;
import org.junit.jupiter.api.Test;

final class TestDatabasesTest {
    @Test
    void namesEachLegOnce() {
        assertThat(TestDatabases.all())
                .extracting(TestDatabase::name)
                .contains(
                        "sqlite-memory",
                        "sqlite-file",
                        "h2",
                        "duckdb-memory",
                        "duckdb-file",
                        "postgresql-embedded",
                        "postgresql-local")
                .doesNotHaveDuplicates();
    }

    @Test
    void findsLegsByNameOrDialectInTheirFixedOrder() {
        assertThat(TestDatabases.named("h2", "sqlite"))
                .extracting(TestDatabase::name)
                .containsExactly("sqlite-memory", "sqlite-file", "h2");
        assertThat(TestDatabases.named()).isEqualTo(TestDatabases.all());
    }

    @Test
    void refusesAnUnknownName() {
        assertThatThrownBy(() -> TestDatabases.named("dbase"))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContainingAll("'dbase'", "sqlite-file", "postgresql-embedded", "ALK-4002");
    }

    @Test
    void findsTheDialectOfEachLeg() {
        assertThat(TestDatabases.all())
                .extracting(TestDatabase::dialect)
                .isSubsetOf(ServiceLoader.load(DialectFactory.class).stream()
                        .map(factory -> factory.get().name())
                        .toList());
    }
}
