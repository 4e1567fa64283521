package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.excluded;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.oldValue;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.sql.Insert;
import org.alkahest.sql.Parameter;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class UpsertSqlTest {
    private static final Insert ONE = insert(AUTHORS).set(AUTHORS.id, 1).set(AUTHORS.name, "a");

    @Test
    void updatesTheRowThatIsThere() {
        assertSql(
                ONE.onConflict(AUTHORS.id)
                        .doUpdate(u -> u.setExcluded(AUTHORS.name).set(AUTHORS.mentorId, 7)),
                on(
                        "sqlite postgresql duckdb",
                        "INSERT INTO authors (id, name) VALUES (?, ?)"
                                + " ON CONFLICT (id) DO UPDATE SET name = excluded.name, mentor_id = ?",
                        1,
                        "a",
                        7),
                on(
                        "h2",
                        "MERGE INTO authors USING (VALUES (CAST(? AS INTEGER), CAST(? AS VARCHAR))) AS excluded (id,"
                            + " name) ON (authors.id = excluded.id) WHEN MATCHED THEN UPDATE SET name = excluded.name,"
                            + " mentor_id = ? WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id,"
                            + " excluded.name)",
                        1,
                        "a",
                        7),
                on(
                        "mysql",
                        "INSERT INTO authors (id, name) VALUES (?, ?) AS excluded ON DUPLICATE KEY UPDATE"
                                + " name = excluded.name, mentor_id = ?",
                        1,
                        "a",
                        7),
                on(
                        "mariadb",
                        "INSERT INTO authors (id, name) VALUES (?, ?) ON DUPLICATE KEY UPDATE name ="
                                + " VALUES(name), mentor_id = ?",
                        1,
                        "a",
                        7),
                on(
                        "oracle",
                        "MERGE INTO authors USING (SELECT ? AS id, ? AS name FROM DUAL) excluded ON"
                                + " (authors.id = excluded.id) WHEN MATCHED THEN UPDATE SET name = excluded.name,"
                                + " mentor_id = ? WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id,"
                                + " excluded.name)",
                        1,
                        "a",
                        7),
                on(
                        "sqlserver",
                        "SET IDENTITY_INSERT authors ON; MERGE INTO authors WITH (HOLDLOCK) USING (VALUES (?,"
                                + " ?)) AS excluded (id, name) ON (authors.id = excluded.id) WHEN MATCHED THEN UPDATE"
                                + " SET name = excluded.name, mentor_id = ? WHEN NOT MATCHED THEN INSERT (id, name)"
                                + " VALUES (excluded.id, excluded.name); SET IDENTITY_INSERT authors OFF",
                        1,
                        "a",
                        7));
    }

    @Test
    void leavesTheRowThatIsThere() {
        assertSql(
                ONE.onConflict(AUTHORS.id).doNothing(),
                on(
                        "sqlite postgresql duckdb",
                        "INSERT INTO authors (id, name) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
                        1,
                        "a"),
                on(
                        "h2",
                        "MERGE INTO authors USING (VALUES (CAST(? AS INTEGER), CAST(? AS VARCHAR))) AS excluded (id,"
                                + " name) ON (authors.id = excluded.id) WHEN NOT MATCHED THEN INSERT (id, name) VALUES"
                                + " (excluded.id, excluded.name)",
                        1,
                        "a"),
                on(
                        "mysql",
                        "INSERT INTO authors (id, name) VALUES (?, ?) AS excluded ON DUPLICATE KEY UPDATE id"
                                + " = authors.id",
                        1,
                        "a"),
                on(
                        "mariadb",
                        "INSERT INTO authors (id, name) VALUES (?, ?) ON DUPLICATE KEY UPDATE id = authors.id",
                        1,
                        "a"),
                on(
                        "oracle",
                        "MERGE INTO authors USING (SELECT ? AS id, ? AS name FROM DUAL) excluded ON"
                                + " (authors.id = excluded.id) WHEN NOT MATCHED THEN INSERT (id, name) VALUES"
                                + " (excluded.id, excluded.name)",
                        1,
                        "a"),
                on(
                        "sqlserver",
                        "SET IDENTITY_INSERT authors ON; MERGE INTO authors WITH (HOLDLOCK) USING (VALUES (?,"
                                + " ?)) AS excluded (id, name) ON (authors.id = excluded.id) WHEN NOT MATCHED THEN"
                                + " INSERT (id, name) VALUES (excluded.id, excluded.name); SET IDENTITY_INSERT authors"
                                + " OFF",
                        1,
                        "a"));
    }

    @Test
    void updatesAllButTheConflictWithManyRowsAndReturnsThem() {
        assertSql(
                insert(BOOKS)
                        .onConflict(BOOKS.id)
                        .doUpdateAll()
                        .rows(
                                java.util.List.of(1, 2),
                                (row, id) -> row.set(BOOKS.id, id).set(BOOKS.pages, 10 * id))
                        .returning(BOOKS.id),
                on(
                        "sqlite postgresql duckdb",
                        "INSERT INTO books (id, pages) VALUES (?, ?), (?, ?)"
                                + " ON CONFLICT (id) DO UPDATE SET pages = excluded.pages RETURNING id",
                        1,
                        10,
                        2,
                        20),
                on(
                        "h2",
                        "SELECT id FROM FINAL TABLE (MERGE INTO books USING (VALUES"
                                + " (CAST(? AS INTEGER), CAST(? AS INTEGER)), (CAST(? AS INTEGER), CAST(? AS INTEGER)))"
                                + " AS excluded (id, pages) ON (books.id = excluded.id)"
                                + " WHEN MATCHED THEN UPDATE SET pages = excluded.pages"
                                + " WHEN NOT MATCHED THEN INSERT (id, pages) VALUES (excluded.id, excluded.pages))",
                        1,
                        10,
                        2,
                        20),
                unsupportedOn("mysql oracle", "RETURNING on INSERT"),
                on(
                        "mariadb",
                        "INSERT INTO books (id, pages) VALUES (?, ?), (?, ?) ON DUPLICATE KEY UPDATE pages ="
                                + " VALUES(pages) RETURNING id",
                        1,
                        10,
                        2,
                        20),
                on(
                        "sqlserver",
                        "SET IDENTITY_INSERT books ON; MERGE INTO books WITH (HOLDLOCK) USING (VALUES (?, ?),"
                                + " (?, ?)) AS excluded (id, pages) ON (books.id = excluded.id) WHEN MATCHED THEN"
                                + " UPDATE SET pages = excluded.pages WHEN NOT MATCHED THEN INSERT (id, pages) VALUES"
                                + " (excluded.id, excluded.pages) OUTPUT INSERTED.id; SET IDENTITY_INSERT books OFF",
                        1,
                        10,
                        2,
                        20));
    }

    @Test
    void updatesWhereAConditionHoldsWithValuesOfBothRows() {
        assertSql(
                insert(BOOKS)
                        .set(BOOKS.id, 1)
                        .set(BOOKS.pages, 5)
                        .onConflict(BOOKS.id)
                        .doUpdate(u -> u.setTo(BOOKS.pages, BOOKS.pages.plus(excluded(BOOKS.pages)))
                                .where(excluded(BOOKS.pages).gt(BOOKS.pages))),
                on(
                        "sqlite postgresql duckdb",
                        "INSERT INTO books (id, pages) VALUES (?, ?) ON CONFLICT (id) DO UPDATE"
                                + " SET pages = books.pages + excluded.pages WHERE excluded.pages > books.pages",
                        1,
                        5),
                on(
                        "h2",
                        "MERGE INTO books USING (VALUES (CAST(? AS INTEGER), CAST(? AS INTEGER))) AS excluded (id,"
                            + " pages) ON (books.id = excluded.id) WHEN MATCHED AND excluded.pages > books.pages THEN"
                            + " UPDATE SET pages = books.pages + excluded.pages WHEN NOT MATCHED THEN INSERT (id,"
                            + " pages) VALUES (excluded.id, excluded.pages)",
                        1,
                        5),
                unsupportedOn("mysql mariadb", "condition on the update of an upsert"),
                on(
                        "oracle",
                        "MERGE INTO books USING (SELECT ? AS id, ? AS pages FROM DUAL) excluded ON (books.id"
                                + " = excluded.id) WHEN MATCHED THEN UPDATE SET pages = books.pages + excluded.pages"
                                + " WHERE excluded.pages > books.pages WHEN NOT MATCHED THEN INSERT (id, pages) VALUES"
                                + " (excluded.id, excluded.pages)",
                        1,
                        5),
                on(
                        "sqlserver",
                        "SET IDENTITY_INSERT books ON; MERGE INTO books WITH (HOLDLOCK) USING (VALUES (?, ?))"
                                + " AS excluded (id, pages) ON (books.id = excluded.id) WHEN MATCHED AND excluded.pages"
                                + " > books.pages THEN UPDATE SET pages = books.pages + excluded.pages WHEN NOT MATCHED"
                                + " THEN INSERT (id, pages) VALUES (excluded.id, excluded.pages); SET IDENTITY_INSERT"
                                + " books OFF",
                        1,
                        5));
    }

    @Test
    void takesRowsFromAQuery() {
        assertSql(
                insert(BOOKS)
                        .from(select(AUTHORS.id, AUTHORS.name), BOOKS.id, BOOKS.title)
                        .onConflict(BOOKS.id)
                        .doUpdateAll(),
                on(
                        "postgresql duckdb",
                        "INSERT INTO books (id, title) SELECT authors.id, authors.name FROM authors"
                                + " ON CONFLICT (id) DO UPDATE SET title = excluded.title"),
                on(
                        "sqlite",
                        "INSERT INTO books (id, title) SELECT * FROM (SELECT authors.id, authors.name FROM authors)"
                                + " WHERE TRUE ON CONFLICT (id) DO UPDATE SET title = excluded.title"),
                on(
                        "h2",
                        "MERGE INTO books USING (SELECT authors.id, authors.name AS title FROM authors) AS excluded"
                                + " ON (books.id = excluded.id)"
                                + " WHEN MATCHED THEN UPDATE SET title = excluded.title"
                                + " WHEN NOT MATCHED THEN INSERT (id, title) VALUES (excluded.id, excluded.title)"),
                on(
                        "mysql",
                        "INSERT INTO books (id, title) SELECT * FROM (SELECT authors.id, authors.name AS"
                                + " title FROM authors) AS excluded ON DUPLICATE KEY UPDATE title = excluded.title"),
                on(
                        "mariadb",
                        "INSERT INTO books (id, title) SELECT authors.id, authors.name FROM authors ON"
                                + " DUPLICATE KEY UPDATE title = VALUES(title)"),
                on(
                        "oracle",
                        "MERGE INTO books USING (SELECT authors.id, authors.name AS title FROM authors)"
                                + " excluded ON (books.id = excluded.id) WHEN MATCHED THEN UPDATE SET title ="
                                + " excluded.title WHEN NOT MATCHED THEN INSERT (id, title) VALUES (excluded.id,"
                                + " excluded.title)"),
                on(
                        "sqlserver",
                        "SET IDENTITY_INSERT books ON; MERGE INTO books WITH (HOLDLOCK) USING (SELECT"
                                + " authors.id, authors.name AS title FROM authors) AS excluded ON (books.id ="
                                + " excluded.id) WHEN MATCHED THEN UPDATE SET title = excluded.title WHEN NOT MATCHED"
                                + " THEN INSERT (id, title) VALUES (excluded.id, excluded.title); SET IDENTITY_INSERT"
                                + " books OFF"));
    }

    @Test
    void namesAConstraintWhereTheDatabaseCan() {
        assertSql(
                ONE.onConflictConstraint("authors_pk").doUpdate(u -> u.setExcluded(AUTHORS.name)),
                on(
                        "postgresql",
                        "INSERT INTO authors (id, name) VALUES (?, ?)"
                                + " ON CONFLICT ON CONSTRAINT authors_pk DO UPDATE SET name = excluded.name",
                        1,
                        "a"),
                unsupportedOn("sqlite h2 duckdb mysql mariadb oracle sqlserver", "upsert on a constraint by name"));
    }

    @Test
    void namesAPartialIndexWithItsValuesInTheText() {
        assertSql(
                ONE.onConflict(AUTHORS.name).where(AUTHORS.mentorId.eq(3)).doUpdate(u -> u.set(AUTHORS.mentorId, 4)),
                on(
                        "sqlite postgresql",
                        "INSERT INTO authors (id, name) VALUES (?, ?)"
                                + " ON CONFLICT (name) WHERE mentor_id = 3 DO UPDATE SET mentor_id = ?",
                        1,
                        "a",
                        4),
                unsupportedOn("h2 duckdb mysql mariadb oracle sqlserver", "upsert on a partial index"));
        assertThat(StatementKey.walk(ONE.onConflict(AUTHORS.name)
                                .where(AUTHORS.mentorId.eq(3))
                                .doNothing())
                        .key())
                .isNotEqualTo(StatementKey.walk(ONE.onConflict(AUTHORS.name)
                                .where(AUTHORS.mentorId.eq(4))
                                .doNothing())
                        .key());
    }

    @Test
    void takesAnyKey() {
        assertSql(
                ONE.onConflict().doNothing(),
                on(
                        "sqlite postgresql duckdb",
                        "INSERT INTO authors (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        1,
                        "a"),
                unsupportedOn("h2 oracle sqlserver", "conflict of whichever key"),
                on(
                        "mysql",
                        "INSERT INTO authors (id, name) VALUES (?, ?) AS excluded ON DUPLICATE KEY UPDATE id"
                                + " = authors.id",
                        1,
                        "a"),
                on(
                        "mariadb",
                        "INSERT INTO authors (id, name) VALUES (?, ?) ON DUPLICATE KEY UPDATE id = authors.id",
                        1,
                        "a"));
        assertSql(
                ONE.onConflict().doUpdate(u -> u.setExcluded(AUTHORS.name)),
                on(
                        "sqlite",
                        "INSERT INTO authors (id, name) VALUES (?, ?)"
                                + " ON CONFLICT DO UPDATE SET name = excluded.name",
                        1,
                        "a"),
                unsupportedOn("h2 postgresql duckdb oracle sqlserver", "conflict of whichever key"),
                on(
                        "mysql",
                        "INSERT INTO authors (id, name) VALUES (?, ?) AS excluded ON DUPLICATE KEY UPDATE"
                                + " name = excluded.name",
                        1,
                        "a"),
                on(
                        "mariadb",
                        "INSERT INTO authors (id, name) VALUES (?, ?) ON DUPLICATE KEY UPDATE name =" + " VALUES(name)",
                        1,
                        "a"));
    }

    @Test
    void takesSeveralConflictsInOrder() {
        assertSql(
                ONE.onConflict(AUTHORS.id)
                        .doUpdateAll()
                        .onConflict(AUTHORS.name)
                        .doNothing(),
                on(
                        "sqlite",
                        "INSERT INTO authors (id, name) VALUES (?, ?)"
                                + " ON CONFLICT (id) DO UPDATE SET name = excluded.name"
                                + " ON CONFLICT (name) DO NOTHING",
                        1,
                        "a"),
                unsupportedOn("h2 postgresql duckdb mysql mariadb oracle sqlserver", "several ON CONFLICT clauses"));
    }

    @Test
    void namesTheRowThatIsThereByItsAlias() {
        Library.Authors a = AUTHORS.as("a");
        assertSql(
                insert(a)
                        .set(a.id, 1)
                        .set(a.name, "x")
                        .onConflict(a.id)
                        .doUpdate(u -> u.setTo(a.name, a.name.concat(excluded(a.name)))),
                on(
                        "sqlite postgresql duckdb",
                        "INSERT INTO authors AS a (id, name) VALUES (?, ?)"
                                + " ON CONFLICT (id) DO UPDATE SET name = a.name || excluded.name",
                        1,
                        "x"),
                on(
                        "h2",
                        "MERGE INTO authors AS a USING (VALUES (CAST(? AS INTEGER), CAST(? AS VARCHAR)))"
                                + " AS excluded (id, name) ON (a.id = excluded.id)"
                                + " WHEN MATCHED THEN UPDATE SET name = a.name || excluded.name"
                                + " WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id, excluded.name)",
                        1,
                        "x"),
                on(
                        "mysql",
                        "INSERT INTO authors (id, name) VALUES (?, ?) AS excluded ON DUPLICATE KEY UPDATE"
                                + " name = concat(a.name, excluded.name)",
                        1,
                        "x"),
                on(
                        "mariadb",
                        "INSERT INTO authors (id, name) VALUES (?, ?) ON DUPLICATE KEY UPDATE name ="
                                + " concat(a.name, VALUES(name))",
                        1,
                        "x"),
                on(
                        "oracle",
                        "MERGE INTO authors a USING (SELECT ? AS id, ? AS name FROM DUAL) excluded ON (a.id ="
                                + " excluded.id) WHEN MATCHED THEN UPDATE SET name = a.name || excluded.name WHEN NOT"
                                + " MATCHED THEN INSERT (id, name) VALUES (excluded.id, excluded.name)",
                        1,
                        "x"),
                on(
                        "sqlserver",
                        "SET IDENTITY_INSERT authors ON; MERGE INTO authors WITH (HOLDLOCK) AS a USING"
                                + " (VALUES (?, ?)) AS excluded (id, name) ON (a.id = excluded.id) WHEN MATCHED THEN"
                                + " UPDATE SET name = CAST(a.name AS NVARCHAR(MAX)) + excluded.name WHEN NOT MATCHED"
                                + " THEN INSERT (id, name) VALUES (excluded.id, excluded.name); SET IDENTITY_INSERT"
                                + " authors OFF",
                        1,
                        "x"));
    }

    @Test
    void takesRowsFromAnOrderedSetOfQueries() {
        assertSql(
                insert(AUTHORS)
                        .from(
                                select(BOOKS.id, BOOKS.title)
                                        .from(BOOKS)
                                        .unionAll(select(BOOKS.authorId, BOOKS.shelf)
                                                .from(BOOKS))
                                        .orderBy(BOOKS.title)
                                        .limit(2),
                                AUTHORS.id,
                                AUTHORS.name)
                        .onConflict(AUTHORS.id)
                        .doUpdate(u -> u.setExcluded(AUTHORS.name)),
                on(
                        "postgresql duckdb",
                        "INSERT INTO authors (id, name) SELECT books.id, books.title FROM books UNION ALL"
                                + " SELECT books.author_id, books.shelf FROM books ORDER BY title LIMIT ?"
                                + " ON CONFLICT (id) DO UPDATE SET name = excluded.name",
                        2L),
                on(
                        "sqlite",
                        "INSERT INTO authors (id, name) SELECT * FROM (SELECT books.id, books.title FROM books UNION"
                                + " ALL SELECT books.author_id, books.shelf FROM books ORDER BY title LIMIT ?)"
                                + " WHERE TRUE ON CONFLICT (id) DO UPDATE SET name = excluded.name",
                        2L),
                on(
                        "h2",
                        "MERGE INTO authors USING (SELECT books.id, books.title AS name FROM books UNION ALL SELECT"
                                + " books.author_id, books.shelf FROM books ORDER BY name LIMIT ?) AS excluded ON"
                                + " (authors.id = excluded.id) WHEN MATCHED THEN UPDATE SET name = excluded.name"
                                + " WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id, excluded.name)",
                        2L),
                on(
                        "mysql",
                        "INSERT INTO authors (id, name) SELECT * FROM (SELECT books.id, books.title AS name FROM"
                                + " books UNION ALL SELECT books.author_id, books.shelf FROM books ORDER BY name"
                                + " LIMIT ?) AS excluded ON DUPLICATE KEY UPDATE name = excluded.name",
                        2L),
                on(
                        "mariadb",
                        "INSERT INTO authors (id, name) SELECT books.id, books.title FROM books UNION ALL SELECT"
                                + " books.author_id, books.shelf FROM books ORDER BY title LIMIT ? ON DUPLICATE KEY"
                                + " UPDATE name = VALUES(name)",
                        2L),
                on(
                        "oracle",
                        "MERGE INTO authors USING (SELECT books.id, books.title AS name FROM books UNION ALL SELECT"
                                + " books.author_id, books.shelf FROM books ORDER BY name FETCH NEXT ? ROWS ONLY)"
                                + " excluded ON (authors.id = excluded.id) WHEN MATCHED THEN UPDATE SET name ="
                                + " excluded.name WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id,"
                                + " excluded.name)",
                        2L),
                on(
                        "sqlserver",
                        "SET IDENTITY_INSERT authors ON; MERGE INTO authors WITH (HOLDLOCK) USING (SELECT books.id,"
                                + " books.title AS name FROM books UNION ALL SELECT books.author_id, books.shelf FROM"
                                + " books ORDER BY name OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY) AS excluded ON"
                                + " (authors.id = excluded.id) WHEN MATCHED THEN UPDATE SET name = excluded.name"
                                + " WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id, excluded.name);"
                                + " SET IDENTITY_INSERT authors OFF",
                        2L));
    }

    @Test
    void refusesAParameterInTheConditionOfAnIndex() {
        assertThatThrownBy(() -> compile(ONE.onConflict(AUTHORS.id)
                        .where(AUTHORS.mentorId.gt(new Parameter<>("least", SqlTypes.INTEGER)))
                        .doNothing()))
                .isInstanceOfSatisfying(CompileException.class, e -> {
                    assertThat(e.code()).isEqualTo("ALK-1256");
                    assertThat(e).hasMessageContaining("'least'");
                });
    }

    @Test
    void refusesWhatSaysNothing() {
        assertThatThrownBy(() -> compile(ONE.onConflict(AUTHORS.id).doUpdate(u -> u)))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ALK-1227");
        assertThatThrownBy(() -> compile(insert(AUTHORS)
                        .set(AUTHORS.id, 1)
                        .onConflict(AUTHORS.id)
                        .doUpdateAll()))
                .hasMessageContaining("ALK-1227");
        assertThatThrownBy(() -> compile(insert(AUTHORS).onConflict(AUTHORS.id).doNothing()))
                .hasMessageContaining("ALK-1253");
    }

    @Test
    void refusesImagesOutOfPlace() {
        assertThatThrownBy(() -> compile(select(excluded(AUTHORS.name)).from(AUTHORS)))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ALK-1251")
                .hasMessageContaining("doUpdate");
        assertThatThrownBy(() -> compile(
                        ONE.onConflict(AUTHORS.id).doUpdate(u -> u.setTo(AUTHORS.name, oldValue(AUTHORS.name)))))
                .hasMessageContaining("ALK-1251")
                .hasMessageContaining("returning");
    }

    private static void compile(org.alkahest.sql.Statement statement) {
        SqlAssert.SQLITE.sqlCompiler().compile(statement);
    }
}
