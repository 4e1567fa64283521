package org.alkahest.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.duckdb.DuckdbDialectFactory;
import org.alkahest.dialect.h2.H2DialectFactory;
import org.alkahest.dialect.mysql.MariadbDialectFactory;
import org.alkahest.dialect.mysql.MysqlDialectFactory;
import org.alkahest.dialect.oracle.OracleDialectFactory;
import org.alkahest.dialect.postgresql.PostgresqlDialectFactory;
import org.alkahest.dialect.sqlite.SqliteDialectFactory;
import org.alkahest.dialect.sqlserver.SqlServerDialectFactory;
import org.alkahest.sql.Returning;
import org.alkahest.sql.Statement;

/**
 * Asserts a statement's SQL and bind values on every dialect. One that is not named fails the test; one that is declared
 * unsupported must refuse the statement. All is asserted again of the statement rebuilt node by node.
 */
final class SqlAssert {
    static final Dialect SQLITE = new SqliteDialectFactory().create(new DatabaseVersion("SQLite", 3, 54));
    static final Dialect H2 = new H2DialectFactory().create(new DatabaseVersion("H2", 2, 5));
    static final Dialect POSTGRESQL = new PostgresqlDialectFactory().create(new DatabaseVersion("PostgreSQL", 18, 6));

    static final Dialect DUCKDB = new DuckdbDialectFactory().create(new DatabaseVersion("DuckDB", 2, 0));
    static final Dialect MYSQL = new MysqlDialectFactory().create(new DatabaseVersion("MySQL", 9, 7));
    static final Dialect MARIADB = new MariadbDialectFactory().create(new DatabaseVersion("MariaDB", 10, 11));
    static final Dialect ORACLE = new OracleDialectFactory().create(new DatabaseVersion("Oracle", 19, 0));
    static final Dialect SQLSERVER =
            new SqlServerDialectFactory().create(new DatabaseVersion("Microsoft SQL Server", 16, 0));

    static final List<Dialect> DIALECTS = List.of(SQLITE, H2, POSTGRESQL, DUCKDB, MYSQL, MARIADB, ORACLE, SQLSERVER);

    private SqlAssert() {}

    static void assertSql(Statement statement, Expected... expectations) {
        assertAll(expectations, (dialect, expected) -> expected.check(dialect, statement));
        Statement rebuilt = IdentityRewrite.of(statement);
        assertAll(expectations, (dialect, expected) -> expected.check(dialect, rebuilt));
    }

    /** The same SQL on every dialect that has no expectation of its own. */
    static Expected everywhere(String sql, Object... binds) {
        return on("", sql, binds);
    }

    /** SQL on dialects, named with blanks between them. */
    static Expected on(String dialects, String sql, Object... binds) {
        return new Expected(dialects, (dialect, statement) -> {
            Compiled compiled = dialect.sqlCompiler().compile(statement);
            assertThat(compiled.sql()).as(name(dialect)).isEqualTo(sql);
            List<Object> values = StatementKey.walk(statement).values();
            List<Object> bound = new ArrayList<>();
            compiled.binds().forEach(bind -> bound.add(values.get(bind.slot())));
            assertThat(bound).as("binds on " + name(dialect)).isEqualTo(Arrays.asList(binds));
            assertThat(compiled.sql()
                            .replace("??", "")
                            .chars()
                            .filter(c -> c == '?')
                            .count())
                    .as("placeholders on " + name(dialect))
                    .isEqualTo(binds.length + returnParameters(dialect, statement));
            CompiledSql.record(name(dialect), compiled.sql());
        });
    }

    /** The placeholders that give values back. */
    private static int returnParameters(Dialect dialect, Statement statement) {
        boolean into = dialect.traits().returning() == Styles.ReturningStyle.RETURNING_INTO;
        return into && statement instanceof Returning<?> returning
                ? returning.selection().expressions().size()
                : 0;
    }

    /** The dialects refuse, naming a feature. */
    static Expected unsupportedOn(String dialects, String feature) {
        return new Expected(
                dialects,
                (dialect, statement) -> assertThatThrownBy(
                                () -> dialect.sqlCompiler().compile(statement))
                        .as(name(dialect))
                        .isInstanceOfSatisfying(UnsupportedFeatureException.class, e -> {
                            assertThat(e.code()).isEqualTo("ALK-1210");
                            assertThat(e).hasMessageContaining(feature).hasMessageContaining(name(dialect));
                        }));
    }

    static String name(Dialect dialect) {
        return dialect.traits().dialect();
    }

    private static List<String> words(String names) {
        return Arrays.asList(names.split(" ", -1));
    }

    private static String names() {
        return String.join(" ", DIALECTS.stream().map(SqlAssert::name).toList());
    }

    private static void assertAll(Expected[] expectations, BiConsumer<Dialect, Expected> check) {
        Map<String, Expected> byName = new LinkedHashMap<>();
        for (Expected expected : expectations) {
            for (String name : words(expected.dialects())) {
                assertThat(byName.put(name, expected))
                        .as("expectations for " + name)
                        .isNull();
            }
        }
        Expected everywhere = byName.remove("");
        if (everywhere != null) {
            words(names()).forEach(name -> byName.putIfAbsent(name, everywhere));
        }
        Set<String> all = new TreeSet<>(words(names()));
        assertThat(new TreeSet<>(byName.keySet()))
                .as("dialects that the test names")
                .isEqualTo(all);
        DIALECTS.forEach(dialect -> check.accept(dialect, byName.get(name(dialect))));
    }

    /** What is expected on some dialects. */
    record Expected(String dialects, BiConsumer<Dialect, Statement> test) {
        void check(Dialect dialect, Statement statement) {
            test.accept(dialect, statement);
        }
    }
}
