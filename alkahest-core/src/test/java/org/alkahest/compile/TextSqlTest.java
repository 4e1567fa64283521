package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.sql.Sql.raw;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;

import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class TextSqlTest {
    @Test
    void cutsParametersOutOfText() {
        assertSql(
                text("UPDATE t SET a = :a WHERE b = :b AND c = :a").bind("a", 1).bind("b", "x"),
                everywhere("UPDATE t SET a = ? WHERE b = ? AND c = ?", 1, "x", 1));
    }

    @Test
    void leavesColonsInQuotesCommentsAndCasts() {
        assertSql(
                text("SELECT ':a', \":b\", x::text, /* :c */ y \\:d -- :e\n FROM t"),
                everywhere("SELECT ':a', \":b\", x::text, /* :c */ y :d -- :e\n FROM t"));
    }

    @Test
    void readsTextAsAQuery() {
        assertSql(
                text("SELECT id, name FROM authors WHERE id > :id")
                        .returning(AUTHORS.id)
                        .bind("id", 3),
                everywhere("SELECT id, name FROM authors WHERE id > ?", 3));
    }

    @Test
    void mixesTextIntoExpressions() {
        assertSql(
                select(raw("random()", SqlTypes.DOUBLE).as("r"), AUTHORS.id).orderBy(AUTHORS.id),
                everywhere("SELECT random() AS r, authors.id FROM authors ORDER BY authors.id"));
    }
}
