package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.sqlite.SqliteDialectFactory;
import org.junit.jupiter.api.Test;

final class ReturningSqlTest {
    @Test
    void returnsFromInsert() {
        assertSql(
                insert(AUTHORS).set(AUTHORS.name, "a").returning(AUTHORS.id),
                on("sqlite postgresql duckdb mariadb", "INSERT INTO authors (name) VALUES (?) RETURNING id", "a"),
                on("h2", "SELECT id FROM FINAL TABLE (INSERT INTO authors (name) VALUES (?))", "a"),
                unsupportedOn("mysql", "RETURNING on INSERT"),
                on("oracle", "INSERT INTO authors (name) VALUES (?) RETURNING id INTO ?", "a"),
                on("sqlserver", "INSERT INTO authors (name) OUTPUT INSERTED.id VALUES (?)", "a"));
    }

    @Test
    void returnsFromUpdate() {
        assertSql(
                update(AUTHORS)
                        .set(AUTHORS.name, "a")
                        .where(AUTHORS.id.eq(1))
                        .returning(row(AUTHORS.id, AUTHORS.name.concat("!").as("loud"))
                                .as(Named::new)),
                unsupportedOn("duckdb", "parameters in RETURNING"),
                on(
                        "sqlite postgresql",
                        "UPDATE authors SET name = ? WHERE authors.id = ? RETURNING id, name || ? AS loud",
                        "a",
                        1,
                        "!"),
                on(
                        "h2",
                        "SELECT id, name || ? AS loud FROM FINAL TABLE"
                                + " (UPDATE authors SET name = ? WHERE authors.id = ?)",
                        "!",
                        "a",
                        1),
                unsupportedOn("mysql mariadb", "RETURNING on UPDATE"),
                on(
                        "oracle",
                        "UPDATE authors SET name = ? WHERE authors.id = ? RETURNING id, name || ? INTO ?, ?",
                        "a",
                        1,
                        "!"),
                on(
                        "sqlserver",
                        "UPDATE authors SET name = ? OUTPUT INSERTED.id, CAST(INSERTED.name AS NVARCHAR(MAX))"
                                + " + ? AS loud WHERE authors.id = ?",
                        "a",
                        "!",
                        1));
    }

    @Test
    void returnsFromDelete() {
        assertSql(
                delete(AUTHORS).where(AUTHORS.id.eq(1)).returning(AUTHORS.name),
                on("sqlite postgresql duckdb mariadb", "DELETE FROM authors WHERE authors.id = ? RETURNING name", 1),
                on("h2", "SELECT name FROM OLD TABLE (DELETE FROM authors WHERE authors.id = ?)", 1),
                unsupportedOn("mysql", "RETURNING on DELETE"),
                on("oracle", "DELETE FROM authors WHERE authors.id = ? RETURNING name INTO ?", 1),
                on("sqlserver", "DELETE FROM authors OUTPUT DELETED.name WHERE authors.id = ?", 1));
    }

    @Test
    void refusesBeforeTheVersionThatHasIt() {
        assertThatThrownBy(() -> new SqliteDialectFactory()
                        .create(new DatabaseVersion("SQLite", 3, 34))
                        .sqlCompiler()
                        .compile(insert(AUTHORS).set(AUTHORS.name, "a").returning(AUTHORS.id)))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("sqlite 3.34")
                .hasMessageContaining("RETURNING on INSERT");
    }

    private record Named(Integer id, String loud) {}
}
