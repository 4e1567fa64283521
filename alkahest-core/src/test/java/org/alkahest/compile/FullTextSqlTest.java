package org.alkahest.compile;

import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.dialect.postgresql.FullText.headline;
import static org.alkahest.dialect.postgresql.FullText.matches;
import static org.alkahest.dialect.postgresql.FullText.not;
import static org.alkahest.dialect.postgresql.FullText.or;
import static org.alkahest.dialect.postgresql.FullText.phraseToTsQuery;
import static org.alkahest.dialect.postgresql.FullText.plainToTsQuery;
import static org.alkahest.dialect.postgresql.FullText.rank;
import static org.alkahest.dialect.postgresql.FullText.setWeight;
import static org.alkahest.dialect.postgresql.FullText.toTsQuery;
import static org.alkahest.dialect.postgresql.FullText.toTsVector;
import static org.alkahest.dialect.postgresql.FullText.websearchToTsQuery;
import static org.alkahest.sql.Sql.match;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.dialect.postgresql.FullText;
import org.alkahest.dialect.postgresql.TsVector;
import org.alkahest.schema.Column;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.sql.TextMatch;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class FullTextSqlTest {
    private static final Notes NOTES = new Notes();
    private static final String SELECT = "SELECT notes.id FROM notes WHERE ";
    private static final String OTHERS = "sqlite h2 duckdb mysql mariadb oracle sqlserver";

    @Test
    void searchesOneColumn() {
        assertSql(
                select(NOTES.id).where(NOTES.title.match("fat rats").not()),
                on("sqlite", SELECT + "NOT notes.title MATCH ?", "fat rats"),
                on("postgresql", SELECT + "NOT notes.title @@ plainto_tsquery(?)", "fat rats"),
                on("mysql mariadb", SELECT + "NOT MATCH (notes.title) AGAINST (?) > 0", "fat rats"),
                on("oracle", SELECT + "NOT CONTAINS(notes.title, ?) > 0", "fat rats"),
                on("sqlserver", SELECT + "NOT CONTAINS(notes.title, ?)", "fat rats"),
                unsupportedOn("h2 duckdb", "full-text search"));
        assertSql(
                select(NOTES.id).where(NOTES.title.match(value("rats")).and(NOTES.id.eq(1))),
                on("sqlite", SELECT + "notes.title MATCH ? AND notes.id = ?", "rats", 1),
                on("postgresql", SELECT + "notes.title @@ plainto_tsquery(?) AND notes.id = ?", "rats", 1),
                on("mysql mariadb", SELECT + "MATCH (notes.title) AGAINST (?) > 0 AND notes.id = ?", "rats", 1),
                on("oracle", SELECT + "CONTAINS(notes.title, ?) > 0 AND notes.id = ?", "rats", 1),
                on("sqlserver", SELECT + "CONTAINS(notes.title, ?) AND notes.id = ?", "rats", 1),
                unsupportedOn("h2 duckdb", "full-text search"));
    }

    @Test
    void searchesSeveralColumns() {
        assertSql(
                select(NOTES.id).where(match("rats", NOTES.title, NOTES.body)),
                on("postgresql", SELECT + "concat_ws(' ', notes.title, notes.body) @@ plainto_tsquery(?)", "rats"),
                on("mysql mariadb", SELECT + "MATCH (notes.title, notes.body) AGAINST (?) > 0", "rats"),
                on("sqlserver", SELECT + "CONTAINS((notes.title, notes.body), ?)", "rats"),
                unsupportedOn("sqlite oracle", "full-text search in several columns at once"),
                unsupportedOn("h2 duckdb", "full-text search"));
    }

    @Test
    void searchesTextOnly() {
        assertThatThrownBy(() -> NOTES.id.match("x")).hasMessageContaining("ALK-1110");
        assertThatThrownBy(() -> new TextMatch(List.of(), value("x"))).hasMessageContaining("ALK-1443");
    }

    @Test
    void searchesDocumentsOfPostgresql() {
        assertSql(
                select(NOTES.id).where(NOTES.words.match("rats")),
                on("sqlite", SELECT + "notes.words MATCH ?", "rats"),
                on("postgresql", SELECT + "notes.words @@ plainto_tsquery(?)", "rats"),
                on("mysql mariadb", SELECT + "MATCH (notes.words) AGAINST (?) > 0", "rats"),
                on("oracle", SELECT + "CONTAINS(notes.words, ?) > 0", "rats"),
                on("sqlserver", SELECT + "CONTAINS(notes.words, ?)", "rats"),
                unsupportedOn("h2 duckdb", "full-text search"));
        assertSql(
                select(NOTES.id)
                        .where(matches(
                                toTsVector("english", NOTES.title),
                                or(plainToTsQuery("english", "fat"), not(toTsQuery("english", "rat & cat"))))),
                on(
                        "postgresql",
                        SELECT + "to_tsvector('english', notes.title) @@ (plainto_tsquery('english', ?) ||"
                                + " (!!to_tsquery('english', ?)))",
                        "fat",
                        "rat & cat"),
                unsupportedOn(OTHERS, "@@"));
        assertSql(
                select(rank(
                                setWeight(toTsVector("english", NOTES.title), 'A'),
                                websearchToTsQuery("english", "\"a b\"")))
                        .orderBy(NOTES.id),
                on(
                        "postgresql",
                        "SELECT ts_rank(setweight(to_tsvector('english', notes.title), 'A'),"
                                + " websearch_to_tsquery('english', ?)) FROM notes ORDER BY notes.id",
                        "\"a b\""),
                unsupportedOn(OTHERS, "ts_rank(…, …)"));
        assertSql(
                select(headline("pg_catalog.simple", NOTES.body, phraseToTsQuery("simple", "a b"), "MaxWords=5")),
                on(
                        "postgresql",
                        "SELECT ts_headline('pg_catalog.simple', notes.body, phraseto_tsquery('simple', ?), ?) FROM"
                                + " notes",
                        "a b",
                        "MaxWords=5"),
                unsupportedOn(OTHERS, "ts_headline"));
    }

    @Test
    void namesAreNoText() {
        Expression<String> text = NOTES.title;
        for (String wrong : List.of("", "it's", "a b", "a.b.c", "english'); --")) {
            assertThatThrownBy(() -> toTsVector(wrong, text))
                    .isInstanceOfSatisfying(
                            AlkahestArgumentException.class,
                            e -> assertThat(e.code()).isEqualTo("ALK-1444"));
        }
        assertThatThrownBy(() -> setWeight(toTsVector(text), 'E')).hasMessageContaining("ALK-1445");
    }

    private static final class Notes extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER);
        final Column<String> title = column("title", SqlTypes.varchar(80));
        final Column<String> body = column("body", SqlTypes.TEXT);
        final Column<TsVector> words = column("words", FullText.TSVECTOR);

        Notes() {
            super("notes");
        }
    }
}
