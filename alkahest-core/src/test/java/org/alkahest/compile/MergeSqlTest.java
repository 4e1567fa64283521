package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.mergeInto;
import static org.alkahest.sql.Sql.newValue;
import static org.alkahest.sql.Sql.oldValue;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Merge;
import org.alkahest.sql.MergeBranch;
import org.alkahest.type.AlkahestArgumentException;
import org.junit.jupiter.api.Test;

final class MergeSqlTest {
    private static final Merge MERGE = mergeInto(BOOKS).using(AUTHORS).on(BOOKS.id.eq(AUTHORS.id));

    @Test
    void updatesDeletesAndInserts() {
        assertSql(
                MERGE.whenMatched(BOOKS.pages.gt(9))
                        .thenDelete()
                        .whenMatched()
                        .thenUpdate(u -> u.setTo(BOOKS.title, AUTHORS.name).set(BOOKS.pages, 1))
                        .whenNotMatched(AUTHORS.mentorId.isNull())
                        .thenInsert(i -> i.setTo(BOOKS.id, AUTHORS.id)
                                .setDefault(BOOKS.pages)
                                .set(BOOKS.lent, true)),
                on(
                        "h2 postgresql duckdb",
                        "MERGE INTO books USING authors ON (books.id = authors.id)"
                                + " WHEN MATCHED AND books.pages > ? THEN DELETE"
                                + " WHEN MATCHED THEN UPDATE SET title = authors.name, pages = ?"
                                + " WHEN NOT MATCHED AND authors.mentor_id IS NULL"
                                + " THEN INSERT (id, pages, lent) VALUES (authors.id, DEFAULT, ?)",
                        9,
                        1,
                        true),
                unsupportedOn("sqlite mysql mariadb oracle", "MERGE"),
                on(
                        "sqlserver",
                        "SET IDENTITY_INSERT books ON; MERGE INTO books USING authors ON (books.id ="
                                + " authors.id) WHEN MATCHED AND books.pages > ? THEN DELETE WHEN MATCHED THEN UPDATE"
                                + " SET title = authors.name, pages = ? WHEN NOT MATCHED AND authors.mentor_id IS NULL"
                                + " THEN INSERT (id, pages, lent) VALUES (authors.id, DEFAULT, ?); SET IDENTITY_INSERT"
                                + " books OFF",
                        9,
                        1,
                        true));
    }

    @Test
    void takesAQueryAsSourceAndAnAliasAsTarget() {
        Library.Books b = BOOKS.as("b");
        DerivedTable source = select(AUTHORS.id, AUTHORS.name).asTable("s");
        assertSql(
                mergeInto(b)
                        .using(source)
                        .on(b.id.eq(source.column(AUTHORS.id)))
                        .whenMatched()
                        .thenUpdate(u -> u.setTo(b.title, b.title.concat(source.column(AUTHORS.name)))),
                on(
                        "h2 postgresql duckdb",
                        "MERGE INTO books AS b USING (SELECT authors.id, authors.name FROM authors) AS s"
                                + " ON (b.id = s.id) WHEN MATCHED THEN UPDATE SET title = b.title || s.name"),
                unsupportedOn("sqlite mysql mariadb", "MERGE"),
                on(
                        "oracle",
                        "MERGE INTO books b USING (SELECT authors.id, authors.name FROM authors) s ON (b.id ="
                                + " s.id) WHEN MATCHED THEN UPDATE SET title = b.title || s.name"),
                on(
                        "sqlserver",
                        "MERGE INTO books AS b USING (SELECT authors.id, authors.name FROM authors) AS s ON"
                                + " (b.id = s.id) WHEN MATCHED THEN UPDATE SET title = CAST(b.title AS NVARCHAR(MAX)) +"
                                + " s.name;"));
    }

    @Test
    void leavesRowsAsTheyAre() {
        assertSql(
                MERGE.whenMatched().thenDoNothing().whenNotMatched().thenDoNothing(),
                on(
                        "postgresql duckdb",
                        "MERGE INTO books USING authors ON (books.id = authors.id)"
                                + " WHEN MATCHED THEN DO NOTHING WHEN NOT MATCHED THEN DO NOTHING"),
                unsupportedOn("h2 oracle sqlserver", "DO NOTHING in MERGE"),
                unsupportedOn("sqlite mysql mariadb", "MERGE"));
    }

    @Test
    void changesRowsOfTheTargetThatTheSourceLacks() {
        assertSql(
                MERGE.whenNotMatchedBySource(BOOKS.lent.eq(true))
                        .thenUpdate(u -> u.setNull(BOOKS.pages))
                        .whenNotMatchedBySource()
                        .thenDelete(),
                on(
                        "postgresql duckdb",
                        "MERGE INTO books USING authors ON (books.id = authors.id)"
                                + " WHEN NOT MATCHED BY SOURCE AND books.lent = ? THEN UPDATE SET pages = ?"
                                + " WHEN NOT MATCHED BY SOURCE THEN DELETE",
                        true,
                        null),
                unsupportedOn("h2", "WHEN NOT MATCHED BY SOURCE"),
                unsupportedOn("sqlite mysql mariadb oracle", "MERGE"),
                on(
                        "sqlserver",
                        "MERGE INTO books USING authors ON (books.id = authors.id) WHEN NOT MATCHED BY SOURCE AND"
                                + " books.lent = ? THEN UPDATE SET pages = ? WHEN NOT MATCHED BY SOURCE THEN DELETE;",
                        true,
                        null));
    }

    @Test
    void returnsRows() {
        assertSql(
                MERGE.whenMatched().thenDelete().returning(BOOKS.id),
                on(
                        "postgresql duckdb",
                        "MERGE INTO books USING authors ON (books.id = authors.id)"
                                + " WHEN MATCHED THEN DELETE RETURNING books.id"),
                on(
                        "h2",
                        "SELECT id FROM FINAL TABLE (MERGE INTO books USING authors ON (books.id = authors.id)"
                                + " WHEN MATCHED THEN DELETE)"),
                unsupportedOn("sqlite mysql mariadb oracle", "RETURNING on MERGE"),
                on(
                        "sqlserver",
                        "MERGE INTO books USING authors ON (books.id = authors.id) WHEN MATCHED THEN DELETE"
                                + " OUTPUT INSERTED.id;"));
        assertSql(
                MERGE.whenMatched()
                        .thenUpdate(u -> u.set(BOOKS.pages, 1))
                        .returning(org.alkahest.sql.Sql.row(oldValue(BOOKS.pages), newValue(BOOKS.pages), AUTHORS.name)
                                .as((a, b, c) -> "" + a + b + c)),
                on(
                        "postgresql",
                        "MERGE INTO books USING authors ON (books.id = authors.id) WHEN MATCHED THEN UPDATE SET pages"
                                + " = ? RETURNING old.pages, new.pages, authors.name",
                        1),
                unsupportedOn("h2 duckdb", "old values in RETURNING"),
                unsupportedOn("sqlite mysql mariadb oracle", "RETURNING on MERGE"),
                on(
                        "sqlserver",
                        "MERGE INTO books USING authors ON (books.id = authors.id) WHEN MATCHED THEN UPDATE"
                                + " SET pages = ? OUTPUT DELETED.pages, INSERTED.pages, name;",
                        1));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> SqlAssert.H2.sqlCompiler().compile(MERGE))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ALK-1255");
        assertThatThrownBy(() -> SqlAssert.H2
                        .sqlCompiler()
                        .compile(MERGE.whenMatched().thenUpdate(u -> u.set(AUTHORS.name, "x"))))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ALK-1250");
        assertThatThrownBy(() ->
                        new MergeBranch(MergeBranch.Match.MATCHED, null, new MergeBranch.Action.Insert(List.of())))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1125");
    }
}
