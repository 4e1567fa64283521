package org.alkahest.testkit;

import static org.alkahest.sql.Sql.select;
import static org.alkahest.testkit.SqlAssertions.assertSql;
import static org.alkahest.testkit.SqlAssertions.everywhere;
import static org.alkahest.testkit.SqlAssertions.on;
import static org.alkahest.testkit.SqlAssertions.unsupportedOn;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.schema.Column;
import org.alkahest.schema.Table;
import org.alkahest.sql.Select;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class SqlAssertionsTest {
    private static final Table PLANTS =
            Table.named("plants").column("name", SqlTypes.TEXT).build();
    private static final Column<String> NAME = PLANTS.column("name", String.class);
    private static final Select<String> SELECT = select(NAME).from(PLANTS).where(NAME.eq("Iris"));
    private static final String SQL = "SELECT plants.name FROM plants WHERE plants.name = ?";

    @Test
    void comparesTextAndBinds() {
        assertSql(SELECT, everywhere(SQL, "Iris"));
        assertSql(SELECT, on("sqlite", SQL, "Iris"), everywhere(SQL, "Iris"));
    }

    @Test
    void failsForAnotherText() {
        assertThatThrownBy(() -> assertSql(SELECT, everywhere("SELECT 1", "Iris")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("sqlite: found", SQL, "expected", "SELECT 1");
    }

    @Test
    void failsForOtherBinds() {
        assertThatThrownBy(() -> assertSql(SELECT, everywhere(SQL, "Rose")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("binds [Iris]", "expected [Rose]");
    }

    @Test
    void failsForADialectOfWhichNothingIsSaid() {
        assertThatThrownBy(() -> assertSql(SELECT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("sqlite: found", "nothing is said");
    }

    @Test
    void failsForADialectThatIsNotInstalled() {
        assertThatThrownBy(() -> assertSql(SELECT, everywhere(SQL, "Iris"), on("dbase", SQL, "Iris")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("dbase: there is no such dialect");
    }

    @Test
    void failsWhereADialectShouldRefuseAndDoesNot() {
        assertThatThrownBy(() -> assertSql(SELECT, everywhere(SQL, "Iris"), unsupportedOn("sqlite")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("should be refused");
    }
}
