package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.sql.Sql.param;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class LimitSqlTest {
    @Test
    void limits() {
        assertSql(
                select(AUTHORS.id).limit(5),
                on("oracle", "SELECT authors.id FROM authors FETCH NEXT ? ROWS ONLY", 5L),
                on("sqlserver", "SELECT TOP (?) authors.id FROM authors", 5L),
                everywhere("SELECT authors.id FROM authors LIMIT ?", 5L));
    }

    @Test
    void limitsAndLeavesOut() {
        assertSql(
                select(AUTHORS.id).orderBy(AUTHORS.id).offset(20).limit(5),
                on(
                        "oracle sqlserver",
                        "SELECT authors.id FROM authors ORDER BY authors.id OFFSET ? ROWS FETCH NEXT ? ROWS" + " ONLY",
                        20L,
                        5L),
                everywhere("SELECT authors.id FROM authors ORDER BY authors.id LIMIT ? OFFSET ?", 5L, 20L));
    }

    @Test
    void leavesOutWithoutLimit() {
        assertSql(
                select(AUTHORS.id).offset(20),
                on("sqlite", "SELECT authors.id FROM authors LIMIT -1 OFFSET ?", 20L),
                on("h2 postgresql duckdb", "SELECT authors.id FROM authors OFFSET ?", 20L),
                on("mysql mariadb", "SELECT authors.id FROM authors LIMIT 18446744073709551615 OFFSET ?", 20L),
                on("oracle", "SELECT authors.id FROM authors OFFSET ? ROWS", 20L),
                on("sqlserver", "SELECT authors.id FROM authors ORDER BY (SELECT NULL) OFFSET ? ROWS", 20L));
    }

    @Test
    void takesAParameterAsLimit() {
        String sql = SqlAssert.POSTGRESQL
                .sqlCompiler()
                .compile(select(AUTHORS.id).limit(param("rows", SqlTypes.BIGINT)))
                .sql();
        org.assertj.core.api.Assertions.assertThat(sql).isEqualTo("SELECT authors.id FROM authors LIMIT ?");
    }

    @Test
    void refusesNegativeLimits() {
        assertThatThrownBy(() -> select(AUTHORS.id).limit(-1))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1114");
    }
}
