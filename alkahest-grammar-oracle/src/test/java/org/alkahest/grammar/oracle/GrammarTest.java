package org.alkahest.grammar.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.DialectFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GrammarTest {
    private static Dialect oracle(int major) {
        return ServiceLoader.load(DialectFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.name().equals("oracle"))
                .findAny()
                .orElseThrow()
                .create(new DatabaseVersion("Oracle", major, 0));
    }

    private static List<String> complaints(Stream<String> statements) {
        return statements
                .map(KnownRejections::complaint)
                .flatMap(Optional::stream)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 19, 21, 23})
    void acceptsWhatIsCompiled(int major) {
        Dialect dialect = oracle(major);
        assertThat(complaints(Catalogue.statements().stream()
                        .map(statement ->
                                dialect.sqlCompiler().compile(statement).sql())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 23})
    void acceptsValuesAsLiterals(int major) {
        Dialect dialect = oracle(major);
        assertThat(complaints(Catalogue.statements().stream()
                        .map(statement -> dialect.sqlCompiler().compileForDisplay(statement))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 23})
    void acceptsDdl(int major) {
        assertThat(complaints(Catalogue.ddl(oracle(major)).stream())).isEmpty();
    }

    /** Each differs from good SQL in one thing that another database would take, or that nobody does. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a.x FROM t AS a",
                "SELECT a.x FROM (SELECT 1 AS x FROM DUAL) AS a",
                "SELECT a.x FROM t a LIMIT 5",
                "SELECT a.x FROM t a LIMIT 5 OFFSET 3",
                "SELECT a.x FROM t a FETCH NEXT 5 ROWS",
                "SELECT a.x FROM t a OFFSET 5",
                "SELECT TOP 5 a.x FROM t a",
                "SELECT `x` FROM t",
                "SELECT [x] FROM t",
                "SELECT a.x % 2 FROM t a",
                "SELECT a.x::NUMBER FROM t a",
                "SELECT a.x FROM t a WHERE a.x ILIKE 'a'",
                "SELECT a.x FROM t a WHERE a.x IS DISTINCT FROM 1",
                "SELECT a.x FROM t a WHERE",
                "SELECT a.x FROM t a WHERE a.x IN ()",
                "SELECT a.x, FROM t a",
                "SELECT a.x FROM t a GROUP a.x",
                "SELECT a.x FROM t a ORDER BY a.x NULLS",
                "SELECT a.x FROM t a FOR SHARE",
                "SELECT a.x FROM t a FOR UPDATE SKIP",
                "SELECT (a.x FROM t a",
                "SELECT 'a FROM t",
                "WITH n (i) AS SELECT 1 FROM DUAL SELECT n.i FROM n",
                "SELECT a.x FROM t a UNION ORDER BY 1",
                "INSERT INTO t DEFAULT VALUES",
                "INSERT INTO t (x) VALUES (1) ON CONFLICT DO NOTHING",
                "INSERT INTO t (x) OUTPUT INSERTED.x VALUES (1)",
                "INSERT INTO t (x) VALUES",
                "INSERT t (x) VALUES (1)",
                "UPDATE t SET x = 1 LIMIT 1",
                "UPDATE t a SET WHERE a.x = 1",
                "DELETE FROM t USING u WHERE t.x = u.x",
                "DELETE t.* FROM t",
                "CREATE TABLE t (id NUMBER AUTO_INCREMENT)",
                "CREATE TABLE t (id NUMBER,)",
                "CREATE TABLE t (id NUMBER COMMENT 'x')",
                "CREATE INDEX ON t (x)",
                "ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES u (id) ON UPDATE CASCADE",
                "DROP INDEX i ON t",
                "COMMENT ON COLUMN t.a 'x'"
            })
    void rejectsWrongStatements(String sql) {
        for (Grammars grammar : Grammars.values()) {
            assertThat(grammar.accepts(sql)).as(grammar.name()).isFalse();
        }
        assertThat(KnownRejections.complaint(sql)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void knownRejectionsAreFalseAndStillNeeded(KnownRejections known) {
        assertThat(known.section()).contains("Reference");
        for (Grammars grammar : Grammars.values()) {
            assertThat(grammar.accepts(known.example())).as(grammar.name()).isFalse();
        }
        assertThat(known.replaceIn(known.example()))
                .isNotEqualTo(known.example())
                .satisfies(replaced -> assertThat(Grammars.anyAccepts(replaced)).isTrue());
    }

    @Test
    void bothGrammarsAreAlive() {
        for (Grammars grammar : Grammars.values()) {
            assertThat(grammar.accepts("SELECT a.x FROM t a WHERE a.x = ?"))
                    .as(grammar.name())
                    .isTrue();
        }
    }
}
