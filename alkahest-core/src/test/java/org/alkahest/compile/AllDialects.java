package org.alkahest.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.compile.SqlAssert.Expected;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.duckdb.DuckdbDialectFactory;
import org.alkahest.dialect.mysql.MariadbDialectFactory;
import org.alkahest.dialect.mysql.MysqlDialectFactory;
import org.alkahest.dialect.oracle.OracleDialectFactory;
import org.alkahest.dialect.sqlserver.SqlServerDialectFactory;
import org.alkahest.sql.Statement;

/** As {@link SqlAssert}, of all eight dialects. */
final class AllDialects {
    private static final List<Dialect> DIALECTS = List.of(
            SqlAssert.SQLITE,
            SqlAssert.H2,
            SqlAssert.POSTGRESQL,
            new DuckdbDialectFactory().create(new DatabaseVersion("DuckDB", 2, 0)),
            new MysqlDialectFactory().create(new DatabaseVersion("MySQL", 9, 7)),
            new MariadbDialectFactory().create(new DatabaseVersion("MariaDB", 10, 11)),
            new OracleDialectFactory().create(new DatabaseVersion("Oracle", 19, 0)),
            new SqlServerDialectFactory().create(new DatabaseVersion("Microsoft SQL Server", 16, 0)));

    private AllDialects() {}

    static void assertSql(Statement statement, Expected... expectations) {
        Map<String, Expected> byName = new HashMap<>();
        for (Expected expected : expectations) {
            for (String name : Arrays.asList(expected.dialects().split(" ", -1))) {
                assertThat(byName.put(name, expected)).as(name).isNull();
            }
        }
        assertThat(byName.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        DIALECTS.stream().map(SqlAssert::name).toList());
        Statement rebuilt = IdentityRewrite.of(statement);
        for (Dialect dialect : DIALECTS) {
            byName.get(SqlAssert.name(dialect)).check(dialect, statement);
            byName.get(SqlAssert.name(dialect)).check(dialect, rebuilt);
        }
    }
}
