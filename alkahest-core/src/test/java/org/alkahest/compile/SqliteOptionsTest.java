package org.alkahest.compile;

import static org.alkahest.compile.OptionAssert.assertTable;
import static org.alkahest.compile.OptionAssert.assertWritten;
import static org.alkahest.compile.OptionAssert.books;
import static org.alkahest.compile.OptionAssert.on;
import static org.alkahest.compile.SqlAssert.SQLITE;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.sqlite.SqliteDialectFactory;
import org.alkahest.dialect.sqlite.SqliteOptions;
import org.alkahest.dialect.sqlite.SqliteOptions.Conflict;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.DdlElement.CreateTable;
import org.alkahest.schema.Table;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** What SQLite is told of a schema (https://www.sqlite.org/lang_createtable.html), and that no other dialect hears it. */
final class SqliteOptionsTest {
    @Test
    void keepsRowsInTheKeyAndValuesToTheirTypes() {
        assertTable(
                table -> table.option(SqliteOptions.withoutRowid()),
                on(
                        SQLITE,
                        "CREATE TABLE books (id INTEGER NOT NULL, title VARCHAR(80),"
                                + " CONSTRAINT pk_books PRIMARY KEY (id)) WITHOUT ROWID"));
        assertTable(
                table -> table.column("price", SqlTypes.decimal(8, 2))
                        .column("sold", SqlTypes.BOOLEAN)
                        .column("day", SqlTypes.DATE)
                        .column("rate", SqlTypes.REAL)
                        .column("cover", SqlTypes.BINARY),
                table -> table.option(SqliteOptions.strict()).option(SqliteOptions.withoutRowid()),
                on(
                        SQLITE,
                        "CREATE TABLE books (id INTEGER NOT NULL, title TEXT, price ANY, sold INTEGER, day TEXT, rate"
                                + " REAL, cover BLOB, CONSTRAINT pk_books PRIMARY KEY (id)) WITHOUT ROWID, STRICT"));
        Dialect old = new SqliteDialectFactory().create(new DatabaseVersion("SQLite", 3, 36));
        Table strict = books().option(SqliteOptions.strict()).build();
        assertThatThrownBy(() -> old.ddlCompiler().compile(new CreateTable(strict, List.of())))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("sqlite 3.36");
    }

    @Test
    void neverNumbersTwice() {
        CreateTable plain = numbered(ColumnOptions.primaryKey().generated());
        CreateTable told = numbered(ColumnOptions.primaryKey().generated().option(SqliteOptions.autoincrement()));
        assertWritten(plain, told, on(SQLITE, "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a INTEGER)"));
        CreateTable wrong = numbered(ColumnOptions.primaryKey().option(SqliteOptions.autoincrement()));
        assertThatThrownBy(() -> SQLITE.ddlCompiler().compile(wrong)).hasMessageContainingAll("'t.id'", "ALK-1322");
    }

    private static CreateTable numbered(ColumnOptions key) {
        Table table = Table.named("t")
                .column("id", SqlTypes.INTEGER, key)
                .column("a", SqlTypes.INTEGER)
                .build();
        return new CreateTable(table, List.of());
    }

    @Test
    void numbersNothingWithoutRowIds() {
        Table table = Table.named("t")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated())
                .option(SqliteOptions.withoutRowid())
                .build();
        assertThatThrownBy(() -> SQLITE.ddlCompiler().compile(new CreateTable(table, List.of())))
                .isInstanceOf(CompileException.class)
                .hasMessageContainingAll("'t.id'", "ALK-1322");
    }

    @Test
    void saysWhatHappensToRowsThatBreakConstraints() {
        ColumnOptions counted = ColumnOptions.notNull().withDefault(0);
        CreateTable plain = conflicting(counted, ColumnOptions.primaryKey(), null);
        CreateTable told = conflicting(
                counted.option(SqliteOptions.notNullOnConflict(Conflict.REPLACE)),
                ColumnOptions.primaryKey(),
                Conflict.IGNORE);
        assertWritten(
                plain,
                told,
                on(
                        SQLITE,
                        "CREATE TABLE t (id INTEGER NOT NULL, a INTEGER DEFAULT 0 NOT NULL ON CONFLICT REPLACE,"
                                + " CONSTRAINT pk_t PRIMARY KEY (id) ON CONFLICT IGNORE,"
                                + " CONSTRAINT uq_t_a UNIQUE (a) ON CONFLICT IGNORE)"));
        assertWritten(
                conflicting(counted, ColumnOptions.primaryKey().generated(), null),
                conflicting(counted, ColumnOptions.primaryKey().generated(), Conflict.FAIL),
                on(
                        SQLITE,
                        "CREATE TABLE t (id INTEGER PRIMARY KEY ON CONFLICT FAIL, a INTEGER DEFAULT 0 NOT NULL,"
                                + " CONSTRAINT uq_t_a UNIQUE (a) ON CONFLICT FAIL)"));
    }

    private static CreateTable conflicting(ColumnOptions a, ColumnOptions id, Conflict conflict) {
        Table table = Table.named("t")
                .column("id", SqlTypes.INTEGER, id)
                .column("a", SqlTypes.INTEGER, a)
                .constraint(t -> {
                    Constraint.Unique unique = new Constraint.Unique(null, List.of(t.column("a")));
                    return conflict == null ? unique : unique.option(SqliteOptions.onConflict(conflict));
                })
                .primaryKeyOption(SqliteOptions.onConflict(conflict == null ? Conflict.ABORT : conflict))
                .build();
        return new CreateTable(table, List.of());
    }

    @Test
    void collatesColumns() {
        assertTable(
                table -> table.column("a", SqlTypes.varchar(9)),
                table -> {},
                on(
                        SQLITE,
                        "CREATE TABLE books (id INTEGER NOT NULL, title VARCHAR(80), a VARCHAR(9),"
                                + " CONSTRAINT pk_books PRIMARY KEY (id))"));
        Table plain = Table.named("t").column("a", SqlTypes.varchar(9)).build();
        Table told = Table.named("t")
                .column("a", SqlTypes.varchar(9), ColumnOptions.nullable().option(SqliteOptions.collate("nocase")))
                .build();
        assertWritten(
                new CreateTable(plain, List.of()),
                new CreateTable(told, List.of()),
                on(SQLITE, "CREATE TABLE t (a VARCHAR(9) COLLATE nocase)"));
    }
}
