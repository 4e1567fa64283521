package org.alkahest.compile;

import static org.alkahest.compile.OptionAssert.assertIndex;
import static org.alkahest.compile.OptionAssert.assertTable;
import static org.alkahest.compile.OptionAssert.assertWritten;
import static org.alkahest.compile.OptionAssert.books;
import static org.alkahest.compile.OptionAssert.on;
import static org.alkahest.compile.SqlAssert.POSTGRESQL;
import static org.alkahest.sql.Sql.lower;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.postgresql.PostgresqlDialectFactory;
import org.alkahest.dialect.postgresql.PostgresqlOptions;
import org.alkahest.dialect.postgresql.PostgresqlOptions.OnCommit;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.DdlElement;
import org.alkahest.schema.DdlElement.AddConstraint;
import org.alkahest.schema.DdlElement.AddForeignKey;
import org.alkahest.schema.DdlElement.CreateIndex;
import org.alkahest.schema.DdlElement.CreateTable;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.sql.OrderTerm;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/**
 * What PostgreSQL is told of a schema (https://www.postgresql.org/docs/18/sql-createtable.html and sql-createindex.html),
 * and that no other dialect hears it.
 */
final class PostgresqlOptionsTest {
    private static final Dialect POSTGRESQL14 =
            new PostgresqlDialectFactory().create(new DatabaseVersion("PostgreSQL", 14, 0));
    private static final Table BOOKS = books().build();
    private static final Column<Integer> ID = BOOKS.column("id", Integer.class);
    private static final Column<String> TITLE = BOOKS.column("title", String.class);
    private static final String BODY = "(id INTEGER NOT NULL, title VARCHAR(80), CONSTRAINT pk_books PRIMARY KEY (id))";

    private static Index index(boolean unique, OrderTerm... keys) {
        return new Index(
                "ix", List.of(keys).stream().map(OrderTerm::toOrderItem).toList(), unique);
    }

    @Test
    void choosesMethodAndOperatorsOfIndexes() {
        Index plain = index(false, ID, lower(TITLE).desc());
        Index told = plain.option(PostgresqlOptions.using("btree"))
                .option(PostgresqlOptions.operatorClass(lower(TITLE), "pg_catalog.text_pattern_ops"))
                .option(PostgresqlOptions.with("fillfactor", 70))
                .option(PostgresqlOptions.with("deduplicate_items", false))
                .option(PostgresqlOptions.tablespace("Fast disks"));
        assertIndex(
                BOOKS,
                plain,
                told,
                on(
                        POSTGRESQL,
                        "CREATE INDEX ix ON books USING btree (id, (lower(title)) pg_catalog.text_pattern_ops DESC)"
                                + " WITH (fillfactor = 70, deduplicate_items = FALSE) TABLESPACE \"Fast disks\""));
    }

    @Test
    void indexesWhileOthersWrite() {
        Index plain = index(true, TITLE);
        Index told = plain.option(PostgresqlOptions.concurrently());
        assertIndex(BOOKS, plain, told, on(POSTGRESQL, "CREATE UNIQUE INDEX CONCURRENTLY ix ON books (title)"));
        assertWritten(
                new CreateIndex(BOOKS, plain, true),
                new CreateIndex(BOOKS, told, true),
                on(POSTGRESQL, "CREATE UNIQUE INDEX ix ON books (title)"));
        assertWritten(
                new DdlElement.DropIndex(BOOKS, plain),
                new DdlElement.DropIndex(BOOKS, told),
                on(POSTGRESQL, "DROP INDEX CONCURRENTLY ix"));
    }

    @Test
    void allowsOneNull() {
        Index plain = index(true, TITLE);
        assertIndex(
                BOOKS,
                plain,
                plain.option(PostgresqlOptions.nullsNotDistinct()),
                on(POSTGRESQL, "CREATE UNIQUE INDEX ix ON books (title) NULLS NOT DISTINCT"));
        Constraint unique = new Constraint.Unique("uq", List.of(TITLE));
        Constraint told = unique.option(PostgresqlOptions.nullsNotDistinct());
        assertWritten(
                new AddConstraint(BOOKS, unique),
                new AddConstraint(BOOKS, told),
                on(POSTGRESQL, "ALTER TABLE books ADD CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (title)"));
        assertThatThrownBy(() -> POSTGRESQL14.ddlCompiler().compile(new AddConstraint(BOOKS, told)))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("postgresql 14");
    }

    @Test
    void keepsTablesWhereTold() {
        assertTable(
                table -> table.option(PostgresqlOptions.unlogged())
                        .option(PostgresqlOptions.accessMethod("heap"))
                        .option(PostgresqlOptions.with("fillfactor", 70))
                        .option(PostgresqlOptions.with("toast.autovacuum_enabled", false))
                        .option(PostgresqlOptions.tablespace("fast")),
                on(
                        POSTGRESQL,
                        "CREATE UNLOGGED TABLE books " + BODY + " USING heap WITH (fillfactor = 70,"
                                + " toast.autovacuum_enabled = FALSE) TABLESPACE fast"));
        assertTable(
                table -> table.option(PostgresqlOptions.temporary(OnCommit.DELETE_ROWS)),
                on(POSTGRESQL, "CREATE TEMPORARY TABLE books " + BODY + " ON COMMIT DELETE ROWS"));
    }

    @Test
    void partitionsTables() {
        assertTable(
                table -> table.option(t ->
                        PostgresqlOptions.partitionByRange(t.column("id"), lower(t.column("title", String.class)))),
                on(POSTGRESQL, "CREATE TABLE books " + BODY + " PARTITION BY RANGE (id, (lower(title)))"));
        assertTable(
                table -> table.option(t -> PostgresqlOptions.partitionByList(t.column("id"))),
                on(POSTGRESQL, "CREATE TABLE books " + BODY + " PARTITION BY LIST (id)"));
        assertTable(
                table -> table.option(t -> PostgresqlOptions.partitionByHash(t.column("id"))),
                on(POSTGRESQL, "CREATE TABLE books " + BODY + " PARTITION BY HASH (id)"));
    }

    @Test
    void createsParentsBeforeTheirHeirs() {
        Table parent =
                Table.named("app", "parent").column("a", SqlTypes.INTEGER).build();
        Table heir = books().option(PostgresqlOptions.inherits(parent)).build();
        List<String> sql = POSTGRESQL.ddlCompiler().create(MetaData.of(heir, parent), false, table -> false);
        assertThat(sql.get(0)).startsWith("CREATE TABLE app.parent (");
        assertThat(sql.get(1)).startsWith("CREATE TABLE books (").endsWith(") INHERITS (app.parent)");
        assertThat(POSTGRESQL.ddlCompiler().drop(MetaData.of(parent, heir), false, table -> true))
                .containsExactly("DROP TABLE books", "DROP TABLE app.parent");
        assertTable(
                table -> table.option(PostgresqlOptions.inherits(parent)),
                on(POSTGRESQL, "CREATE TABLE books " + BODY + " INHERITS (app.parent)"));
    }

    @Test
    void excludesRows() {
        assertTable(
                table -> table.option(t -> PostgresqlOptions.exclude("gist")
                        .with(t.column("id"), "=")
                        .with(lower(t.column("title", String.class)), "&&")
                        .where(t.column("id", Integer.class).gt(0))),
                on(
                        POSTGRESQL,
                        "CREATE TABLE books (id INTEGER NOT NULL, title VARCHAR(80), CONSTRAINT pk_books PRIMARY KEY"
                            + " (id), CONSTRAINT ex_books_id_expr EXCLUDE USING gist (id WITH =, (lower(title)) WITH"
                            + " &&) WHERE (id > 0))"));
        assertTable(
                table -> table.option(t ->
                                PostgresqlOptions.exclude("gist").named("one").with(t.column("id"), "="))
                        .option(t ->
                                PostgresqlOptions.exclude("gist").named("two").with(t.column("title"), "=")),
                on(
                        POSTGRESQL,
                        "CREATE TABLE books (id INTEGER NOT NULL, title VARCHAR(80), CONSTRAINT pk_books PRIMARY KEY"
                            + " (id), CONSTRAINT one EXCLUDE USING gist (id WITH =), CONSTRAINT two EXCLUDE USING gist"
                            + " (title WITH =))"));
    }

    @Test
    void holdsMoreColumnsInKeys() {
        assertTable(
                table -> table.primaryKeyOption(t -> PostgresqlOptions.include(t.column("title")))
                        .primaryKeyOption(PostgresqlOptions.with("fillfactor", 70))
                        .primaryKeyOption(PostgresqlOptions.tablespace("fast")),
                on(
                        POSTGRESQL,
                        "CREATE TABLE books (id INTEGER NOT NULL, title VARCHAR(80), CONSTRAINT pk_books PRIMARY KEY"
                                + " (id) INCLUDE (title) WITH (fillfactor = 70) USING INDEX TABLESPACE fast)"));
    }

    @Test
    void addsConstraintsWithoutLookingAtOldRows() {
        Constraint check = new Constraint.Check("ck", ID.gt(0));
        assertWritten(
                new AddConstraint(BOOKS, check),
                new AddConstraint(BOOKS, check.option(PostgresqlOptions.notValid())),
                on(POSTGRESQL, "ALTER TABLE books ADD CONSTRAINT ck CHECK (id > 0) NOT VALID"));
        assertTable(
                table -> table.constraint(t -> check),
                table -> {},
                on(
                        POSTGRESQL,
                        "CREATE TABLE books (id INTEGER NOT NULL, title VARCHAR(80), CONSTRAINT pk_books PRIMARY KEY"
                                + " (id), CONSTRAINT ck CHECK (id > 0))"));
        ForeignKey key = key(ForeignKey.Action.NO_ACTION);
        assertWritten(
                new AddForeignKey(BOOKS, key),
                new AddForeignKey(BOOKS, key.option(PostgresqlOptions.notValid())),
                on(POSTGRESQL, "ALTER TABLE books ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES books (id) NOT VALID"));
    }

    private static ForeignKey key(ForeignKey.Action onDelete) {
        return new ForeignKey("fk", List.of(ID), () -> List.of(ID), onDelete, ForeignKey.Action.NO_ACTION);
    }

    @Test
    void setsChosenColumnsToNull() {
        ForeignKey key = key(ForeignKey.Action.SET_NULL);
        ForeignKey told = key.option(PostgresqlOptions.setNull(ID));
        assertWritten(
                new AddForeignKey(BOOKS, key),
                new AddForeignKey(BOOKS, told),
                on(
                        POSTGRESQL,
                        "ALTER TABLE books ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES books (id)"
                                + " ON DELETE SET NULL (id)"));
        assertThatThrownBy(() -> POSTGRESQL14.ddlCompiler().compile(new AddForeignKey(BOOKS, told)))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("postgresql 14");
        ForeignKey wrong = key(ForeignKey.Action.CASCADE).option(PostgresqlOptions.setNull(ID));
        assertThatThrownBy(() -> POSTGRESQL.ddlCompiler().compile(new AddForeignKey(BOOKS, wrong)))
                .isInstanceOf(CompileException.class)
                .hasMessageContainingAll("CASCADE", "ALK-1322");
    }

    @Test
    void collatesColumns() {
        Table plain = collated(ColumnOptions.nullable());
        Table told = collated(ColumnOptions.nullable().option(PostgresqlOptions.collate("de-x-icu")));
        assertWritten(
                new CreateTable(plain, List.of()),
                new CreateTable(told, List.of()),
                on(POSTGRESQL, "CREATE TABLE t (a VARCHAR(9) COLLATE \"de-x-icu\")"));
    }

    private static Table collated(ColumnOptions options) {
        return Table.named("t").column("a", SqlTypes.varchar(9), options).build();
    }

    @Test
    void takesNoSqlForANameOrAnOperator() {
        Expression<?> id = ID;
        for (String operator : List.of("", "&& --", "--", "= 1) --", "&&/*", "OR", "=;")) {
            assertThatThrownBy(() -> PostgresqlOptions.exclude("gist").with(id, operator))
                    .as(operator)
                    .hasMessageContaining("ALK-1321");
        }
        for (String parameter : List.of("", "a = 1, b", "a.b.c", "fillfactor\")", "A")) {
            assertThatThrownBy(() -> PostgresqlOptions.with(parameter, 1))
                    .as(parameter)
                    .hasMessageContaining("ALK-1321");
        }
        Index evil = index(false, TITLE)
                .option(PostgresqlOptions.using("gin\" (x); DROP TABLE t --"))
                .option(PostgresqlOptions.operatorClass(TITLE, "a b.c\"d"))
                .option(PostgresqlOptions.with("x", "it's"));
        assertThat(POSTGRESQL.ddlCompiler().compile(new CreateIndex(BOOKS, evil)))
                .isEqualTo("CREATE INDEX ix ON books USING \"gin\"\" (x); DROP TABLE t --\" (title \"a b\".\"c\"\"d\")"
                        + " WITH (x = 'it''s')");
    }
}
