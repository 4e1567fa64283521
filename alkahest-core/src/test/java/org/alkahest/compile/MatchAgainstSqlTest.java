package org.alkahest.compile;

import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.select;

import org.alkahest.dialect.mysql.IndexHint;
import org.alkahest.dialect.mysql.MatchAgainst;
import org.alkahest.dialect.postgresql.PostgresqlTypes;
import org.alkahest.schema.Column;
import org.alkahest.schema.Table;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** What MySQL and MariaDB alone have in queries, and hints beside tables. */
final class MatchAgainstSqlTest {
    private static final Notes NOTES = new Notes();
    private static final String OTHERS = "sqlite h2 postgresql duckdb oracle sqlserver";

    @Test
    void searchesWithModesAndScores() {
        MatchAgainst rats = MatchAgainst.of("+rats -cats", NOTES.title, NOTES.body);
        assertSql(
                select(NOTES.id, rats.score()).where(rats.inBooleanMode().matches()),
                on(
                        "mysql mariadb",
                        "SELECT notes.id, MATCH (notes.title, notes.body) AGAINST (?) FROM notes"
                                + " WHERE MATCH (notes.title, notes.body) AGAINST (? IN BOOLEAN MODE) > 0",
                        "+rats -cats",
                        "+rats -cats"),
                unsupportedOn(OTHERS, "AGAINST"));
        assertSql(
                select(NOTES.id)
                        .where(rats.inNaturalLanguageMode()
                                .matches()
                                .not()
                                .or(MatchAgainst.of("x", NOTES.title)
                                        .withQueryExpansion()
                                        .score()
                                        .gt(0.5))),
                on(
                        "mysql mariadb",
                        "SELECT notes.id FROM notes WHERE NOT MATCH (notes.title, notes.body) AGAINST"
                                + " (? IN NATURAL LANGUAGE MODE) > 0"
                                + " OR MATCH (notes.title) AGAINST (? WITH QUERY EXPANSION) > ?",
                        "+rats -cats",
                        "x",
                        0.5),
                unsupportedOn(OTHERS, "AGAINST"));
    }

    @Test
    void hintsStandBesideTables() {
        assertSql(
                select(NOTES.id).hint(IndexHint.force(NOTES, "ix_a", "odd`one")).hint(PostgresqlTypes.only(NOTES)),
                on("mysql mariadb", "SELECT notes.id FROM notes FORCE INDEX (`ix_a`, `odd``one`)"),
                on("postgresql", "SELECT notes.id FROM ONLY notes"),
                everywhere("SELECT notes.id FROM notes"));
        assertSql(
                select(NOTES.id).hint(IndexHint.use(NOTES)).hint(IndexHint.ignore(NOTES, "ix")),
                on("mysql mariadb", "SELECT notes.id FROM notes USE INDEX () IGNORE INDEX (`ix`)"),
                everywhere("SELECT notes.id FROM notes"));
    }

    private static final class Notes extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER);
        final Column<String> title = column("title", SqlTypes.varchar(80));
        final Column<String> body = column("body", SqlTypes.TEXT);

        Notes() {
            super("notes");
        }
    }
}
