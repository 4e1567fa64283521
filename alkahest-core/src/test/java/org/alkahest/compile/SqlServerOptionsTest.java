package org.alkahest.compile;

import static org.alkahest.compile.OptionAssert.assertIndex;
import static org.alkahest.compile.OptionAssert.assertTable;
import static org.alkahest.compile.OptionAssert.assertWritten;
import static org.alkahest.compile.OptionAssert.books;
import static org.alkahest.compile.OptionAssert.on;
import static org.alkahest.compile.SqlAssert.SQLSERVER;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.dialect.sqlserver.SqlServerOptions;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.DdlElement.AddConstraint;
import org.alkahest.schema.DdlElement.CreateIndex;
import org.alkahest.schema.DdlElement.CreateTable;
import org.alkahest.schema.Index;
import org.alkahest.schema.Table;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** What SQL Server is told of a schema ("CREATE TABLE", "CREATE INDEX", version 16), and that no other dialect hears it. */
final class SqlServerOptionsTest {
    private static final Table BOOKS = books().build();

    private static Index index(boolean unique) {
        return new Index("ix", List.of(BOOKS.column("title").asc()), unique);
    }

    @Test
    void clustersKeysAndIndexes() {
        assertTable(
                table -> table.primaryKeyOption(SqlServerOptions.nonclustered()),
                on(
                        SQLSERVER,
                        "CREATE TABLE books (id INTEGER NOT NULL, title NVARCHAR(80),"
                                + " CONSTRAINT pk_books PRIMARY KEY NONCLUSTERED (id))"));
        Constraint unique = new Constraint.Unique("uq", List.of(BOOKS.column("title")));
        assertWritten(
                new AddConstraint(BOOKS, unique),
                new AddConstraint(BOOKS, unique.option(SqlServerOptions.clustered())),
                on(SQLSERVER, "ALTER TABLE books ADD CONSTRAINT uq UNIQUE CLUSTERED (title)"));
        assertIndex(
                BOOKS,
                index(true),
                index(true).option(SqlServerOptions.clustered()),
                on(SQLSERVER, "CREATE UNIQUE CLUSTERED INDEX ix ON books (title)"));
        assertIndex(
                BOOKS,
                index(false),
                index(false).option(SqlServerOptions.nonclustered()),
                on(SQLSERVER, "CREATE NONCLUSTERED INDEX ix ON books (title)"));
    }

    @Test
    void storesByColumns() {
        Index told = index(false).option(SqlServerOptions.columnstore());
        assertIndex(BOOKS, index(false), told, on(SQLSERVER, "CREATE COLUMNSTORE INDEX ix ON books (title)"));
        assertIndex(
                BOOKS,
                index(false),
                told.option(SqlServerOptions.clustered()),
                on(SQLSERVER, "CREATE CLUSTERED COLUMNSTORE INDEX ix ON books"));
        Index wrong = index(true).option(SqlServerOptions.columnstore());
        assertThatThrownBy(() -> SQLSERVER.ddlCompiler().compile(new CreateIndex(BOOKS, wrong)))
                .hasMessageContainingAll("'books'", "ALK-1322");
    }

    @Test
    void collatesColumns() {
        assertWritten(
                column(ColumnOptions.notNull()),
                column(ColumnOptions.notNull().option(SqlServerOptions.collate("Latin1_General_100_CI_AS"))),
                on(SQLSERVER, "CREATE TABLE t (a NVARCHAR(9) COLLATE Latin1_General_100_CI_AS NOT NULL)"));
        CreateTable wrong = column(ColumnOptions.notNull().option(SqlServerOptions.collate("de-DE; DROP TABLE t")));
        assertThatThrownBy(() -> SQLSERVER.ddlCompiler().compile(wrong)).hasMessageContaining("ALK-1392");
    }

    private static CreateTable column(ColumnOptions options) {
        Table table = Table.named("t").column("a", SqlTypes.varchar(9), options).build();
        return new CreateTable(table, List.of());
    }

    /** It is about statements; those of the other dialects ask for no option. */
    @Test
    void triggersChangeNothingInDdl() {
        assertTable(table -> table.option(SqlServerOptions.triggers()));
    }
}
