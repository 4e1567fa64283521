package org.alkahest.compile;

import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.schema.Column;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Select;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class JsonSqlTest {
    private static final Documents DOCS = new Documents();
    private static final String SELECT = "SELECT docs.id FROM docs WHERE ";

    private static Select<Integer> where(Expression<Boolean> condition) {
        return select(DOCS.id).where(condition);
    }

    @Test
    void readsParts() {
        assertSql(
                select(DOCS.doc.get("a").get(0).get("it's \"b\\\"")),
                on("sqlite", "SELECT (docs.doc -> '$.\"a\"[0].\"it''s \\\"b\\\\\\\"\"') FROM docs"),
                on("h2", "SELECT (docs.doc).\"a\"[1].\"it's \"\"b\\\"\"\" FROM docs"),
                on("postgresql", "SELECT (docs.doc -> 'a' -> 0 -> 'it''s \"b\\\"') FROM docs"),
                on("duckdb", "SELECT json_extract(docs.doc, '$.\"a\"[0].\"it''s \\\"b\\\\\\\"\"') FROM docs"),
                on(
                        "mysql mariadb",
                        "SELECT JSON_EXTRACT(docs.doc, '$.\"a\"[0].\"it''s \\\\\"b\\\\\\\\\\\\\"\"') FROM docs"),
                on(
                        "oracle",
                        "SELECT REGEXP_REPLACE(JSON_QUERY(docs.doc, '$.\"a\"[0].\"it''s \\\"b\\\\\\\"\"' RETURNING CLOB"
                                + " WITH WRAPPER), '^\\[|\\]$') FROM docs"),
                on(
                        "sqlserver",
                        "SELECT (SELECT CASE [type] WHEN 0 THEN N'null' WHEN 1 THEN N'\"' + STRING_ESCAPE([value],"
                            + " 'json') + N'\"' ELSE [value] END FROM OPENJSON(docs.doc, N'$.\"a\"[0]') WHERE [key] ="
                            + " N'it''s \"b\\\"' COLLATE Latin1_General_BIN2) FROM docs"));
    }

    @Test
    void readsNumbersAndText() {
        assertSql(
                where(DOCS.doc.get("n").asInteger().eq(5)),
                on("sqlite", SELECT + "CAST(json_extract(docs.doc, '$.\"n\"') AS INTEGER) = ?", 5),
                on(
                        "h2",
                        SELECT + "CAST(CASE WHEN CAST((docs.doc).\"n\" AS VARCHAR) LIKE '\"%' THEN"
                                + " STRINGDECODE(SUBSTRING(CAST((docs.doc).\"n\" AS VARCHAR), 2,"
                                + " CHAR_LENGTH(CAST((docs.doc).\"n\" AS VARCHAR)) - 2))"
                                + " ELSE NULLIF(CAST((docs.doc).\"n\" AS VARCHAR), 'null') END AS INTEGER) = ?",
                        5),
                on("postgresql", SELECT + "CAST((docs.doc ->> 'n') AS INTEGER) = ?", 5),
                on("duckdb", SELECT + "CAST(json_extract_string(docs.doc, '$.\"n\"') AS INTEGER) = ?", 5),
                on(
                        "mysql mariadb",
                        SELECT + "CAST(CASE WHEN JSON_TYPE(JSON_EXTRACT(docs.doc, '$.\"n\"')) <> 'NULL' THEN"
                                + " JSON_UNQUOTE(JSON_EXTRACT(docs.doc, '$.\"n\"')) END AS SIGNED) = ?",
                        5),
                on("oracle", SELECT + "JSON_VALUE(docs.doc, '$.\"n\"' RETURNING NUMBER(10)) = ?", 5),
                on(
                        "sqlserver",
                        SELECT + "CAST((SELECT [value] FROM OPENJSON(docs.doc, N'$') WHERE [key] = N'n'"
                                + " COLLATE Latin1_General_BIN2) AS INTEGER) = ?",
                        5));
        assertSql(
                select(DOCS.doc.get("t").asText()),
                on(
                        "sqlite",
                        "SELECT CASE json_type(docs.doc, '$.\"t\"') WHEN 'null' THEN NULL WHEN 'text' THEN"
                                + " json_extract(docs.doc, '$.\"t\"') ELSE (docs.doc -> '$.\"t\"') END FROM docs"),
                on(
                        "h2",
                        "SELECT CASE WHEN CAST((docs.doc).\"t\" AS VARCHAR) LIKE '\"%' THEN"
                                + " STRINGDECODE(SUBSTRING(CAST((docs.doc).\"t\" AS VARCHAR), 2,"
                                + " CHAR_LENGTH(CAST((docs.doc).\"t\" AS VARCHAR)) - 2))"
                                + " ELSE NULLIF(CAST((docs.doc).\"t\" AS VARCHAR), 'null') END FROM docs"),
                on("postgresql", "SELECT (docs.doc ->> 't') FROM docs"),
                on("duckdb", "SELECT json_extract_string(docs.doc, '$.\"t\"') FROM docs"),
                on(
                        "mysql mariadb",
                        "SELECT CASE WHEN JSON_TYPE(JSON_EXTRACT(docs.doc, '$.\"t\"')) <> 'NULL' THEN"
                                + " JSON_UNQUOTE(JSON_EXTRACT(docs.doc, '$.\"t\"')) END FROM docs"),
                on("oracle", "SELECT JSON_VALUE(docs.doc, '$.\"t\"' RETURNING VARCHAR2(4000)) FROM docs"),
                on(
                        "sqlserver",
                        "SELECT (SELECT [value] FROM OPENJSON(docs.doc, N'$') WHERE [key] = N't'"
                                + " COLLATE Latin1_General_BIN2) FROM docs"));
    }

    @Test
    void testsForKeysAndContents() {
        assertSql(
                where(DOCS.doc.hasKey("k").not()),
                on("sqlite", SELECT + "NOT json_type(docs.doc, '$.\"k\"') IS NOT NULL"),
                on("h2", SELECT + "NOT (docs.doc).\"k\" IS NOT NULL"),
                on("postgresql", SELECT + "NOT (docs.doc -> 'k') IS NOT NULL"),
                on("duckdb", SELECT + "NOT json_exists(docs.doc, '$.\"k\"')"),
                on("mysql mariadb", SELECT + "NOT JSON_CONTAINS_PATH(docs.doc, 'one', '$.\"k\"')"),
                on("oracle", SELECT + "NOT JSON_EXISTS(docs.doc, '$.\"k\"')"),
                on(
                        "sqlserver",
                        SELECT + "NOT EXISTS (SELECT 1 FROM OPENJSON(docs.doc, N'$') WHERE [key] = N'k'"
                                + " COLLATE Latin1_General_BIN2)"));
        assertSql(
                where(DOCS.doc.containsJson("{\"a\": 1}")),
                on("postgresql", SELECT + "docs.doc @> CAST(? AS JSONB)", "{\"a\": 1}"),
                on("duckdb", SELECT + "json_contains(docs.doc, CAST(? AS JSON))", "{\"a\": 1}"),
                on("mysql", SELECT + "JSON_CONTAINS(docs.doc, CAST(? AS JSON))", "{\"a\": 1}"),
                on("mariadb", SELECT + "JSON_CONTAINS(docs.doc, ?)", "{\"a\": 1}"),
                unsupportedOn("sqlite h2 oracle sqlserver", "contains other JSON"));
    }

    @Test
    void bindsDocuments() {
        assertSql(
                insert(DOCS).set(DOCS.doc, "{}"),
                on("sqlite oracle sqlserver mariadb", "INSERT INTO docs (doc) VALUES (?)", "{}"),
                on("h2", "INSERT INTO docs (doc) VALUES (?)", "{}"),
                on("postgresql", "INSERT INTO docs (doc) VALUES (CAST(? AS JSONB))", "{}"),
                on("duckdb mysql", "INSERT INTO docs (doc) VALUES (CAST(? AS JSON))", "{}"));
    }

    @Test
    void refusesOtherTypesAndNegativePositions() {
        assertThatThrownBy(() -> DOCS.id.get("a"))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1110");
        assertThatThrownBy(() -> DOCS.doc.get(-1))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1172");
        assertThatThrownBy(() -> DOCS.doc.get("a").like("x"))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1110");
    }

    private static final class Documents extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER);
        final Column<String> doc = column("doc", SqlTypes.JSON);

        Documents() {
            super("docs");
        }
    }
}
