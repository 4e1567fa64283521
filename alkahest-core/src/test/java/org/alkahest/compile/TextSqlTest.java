package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.raw;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Row2;
import org.alkahest.type.AlkahestArgumentException;
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
    void selectsFromText() {
        DerivedTable old = text("SELECT id, name FROM authors WHERE born < :year")
                .returning(row(AUTHORS.id, AUTHORS.name).as(Row2::new))
                .bind("year", 1900)
                .asTable("old");
        assertSql(
                select(old.column(AUTHORS.name))
                        .from(AUTHORS)
                        .join(old, old.column(AUTHORS.id).eq(AUTHORS.mentorId))
                        .where(AUTHORS.id.gt(1)),
                on(
                        "oracle",
                        "SELECT old.name FROM authors JOIN (SELECT id, name FROM authors WHERE born < ?) old"
                                + " ON old.id = authors.mentor_id WHERE authors.id > ?",
                        1900,
                        1),
                everywhere(
                        "SELECT old.name FROM authors JOIN (SELECT id, name FROM authors WHERE born < ?) AS old"
                                + " ON old.id = authors.mentor_id WHERE authors.id > ?",
                        1900,
                        1));
        assertThatThrownBy(() -> new DerivedTable(delete(AUTHORS).returning(AUTHORS.id), "gone", false))
                .isInstanceOfSatisfying(
                        AlkahestArgumentException.class,
                        e -> assertThat(e.code()).isEqualTo("ALK-1127"));
    }

    @Test
    void mixesTextIntoExpressions() {
        assertSql(
                select(raw("random()", SqlTypes.DOUBLE).as("r"), AUTHORS.id).orderBy(AUTHORS.id),
                everywhere("SELECT random() AS r, authors.id FROM authors ORDER BY authors.id"));
    }
}
