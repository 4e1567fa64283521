package org.alkahest.reflect;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.engine.Inspection;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.ForeignKey.Action;
import org.alkahest.schema.Index;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Row2;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** What is created is found again, on every database, and what was found can be used and created again. */
final class ReflectionTest {
    private static final Table AUTHORS = Table.named("authors")
            .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated())
            .column("name", SqlTypes.varchar(40), ColumnOptions.notNull().unique())
            .column("born", SqlTypes.DATE)
            .build();

    private static final Table BOOKS = Table.named("books")
            .column("shelf", SqlTypes.INTEGER, ColumnOptions.primaryKey())
            .column("place", SqlTypes.INTEGER, ColumnOptions.primaryKey())
            .column("author_id", SqlTypes.INTEGER, ColumnOptions.notNull())
            .column("title", SqlTypes.varchar(80), ColumnOptions.notNull())
            .column("price", SqlTypes.decimal(12, 2), ColumnOptions.notNull().withDefault(BigDecimal.ONE))
            .column("pages", SqlTypes.BIGINT)
            .column("added", SqlTypes.TIMESTAMP)
            .constraint(table ->
                    new Constraint.Unique("uq_books_title", List.of(table.column("title"), table.column("author_id"))))
            .check("ck_books_pages", table -> table.column("pages", Long.class).gt(0L))
            .index(table -> new Index(
                    "ix_books_pages",
                    List.of(table.column("pages").desc(), table.column("title").toOrderItem()),
                    false))
            .foreignKey(table -> new ForeignKey(
                    "fk_books_author",
                    List.of(table.column("author_id")),
                    () -> List.of(AUTHORS.column("id")),
                    Action.NO_ACTION,
                    Action.NO_ACTION))
            .build();

    private static ReflectedTable describe(Engine engine, String name) {
        try (var connection = engine.connect()) {
            return connection.inspect().describe(name);
        }
    }

    /** DuckDB has neither lengths of text nor names of constraints once a table is created. */
    private static boolean isForgetful(DatabaseFixture database) {
        return database.dialect().equals("duckdb");
    }

    private static SqlType<?> typeOf(ReflectedTable table, String column) {
        return table.column(column).orElseThrow().type();
    }

    @DatabaseTest
    void findsNamesOfTablesAndSchemas(DatabaseFixture database) {
        Engine engine = database.engine();
        MetaData.of(BOOKS, AUTHORS).createAll(engine);
        engine.begin(connection -> {
            Inspection found = connection.inspect();
            assertThat(found.tableNames()).containsExactly("authors", "books");
            assertThat(found.viewNames()).isEmpty();
            assertThat(found.names(Lookup.tables().named("books", "missing"))).containsExactly("books");
            assertThat(found.hasTable("authors")).isTrue();
            assertThat(found.hasTable("missing")).isFalse();
            assertThat(found.indexNames(BOOKS)).containsExactly("ix_books_pages");
            String own = found.defaultSchema().orElseThrow();
            assertThat(found.schemaNames()).contains(own);
            assertThat(found.names(Lookup.tables().in(own))).containsExactly("authors", "books");
            assertThat(found.hasTable(own, "books")).isTrue();
        });
    }

    @DatabaseTest
    void describesColumnsWithTheirTypes(DatabaseFixture database) {
        Engine engine = database.engine();
        MetaData.of(BOOKS, AUTHORS).createAll(engine);
        ReflectedTable books = describe(engine, "books");
        assertThat(books.kind()).isEqualTo(ObjectKind.TABLE);
        assertThat(books.temporary()).isFalse();
        assertThat(books.columns().stream().map(ReflectedColumn::name))
                .containsExactly("shelf", "place", "author_id", "title", "price", "pages", "added");
        assertThat(typeOf(books, "shelf")).isEqualTo(SqlTypes.INTEGER);
        assertThat(typeOf(books, "title")).isEqualTo(isForgetful(database) ? SqlTypes.TEXT : SqlTypes.varchar(80));
        assertThat(typeOf(books, "price")).isEqualTo(SqlTypes.decimal(12, 2));
        assertThat(typeOf(books, "pages")).isEqualTo(SqlTypes.BIGINT);
        assertThat(typeOf(books, "added").name()).isEqualTo(SqlTypes.TIMESTAMP.name());
        assertThat(books.column("title").orElseThrow().nullable()).isFalse();
        assertThat(books.column("pages").orElseThrow().nullable()).isTrue();
        assertThat(books.column("price").orElseThrow().defaultSql()).contains("1");
        assertThat(books.column("pages").orElseThrow().defaultSql()).isNull();
        ReflectedColumn id = describe(engine, "authors").column("id").orElseThrow();
        assertThat(id.identity()).isNotNull();
        assertThat(id.defaultSql()).isNull();
    }

    @DatabaseTest
    void describesKeysChecksAndIndexes(DatabaseFixture database) {
        Engine engine = database.engine();
        MetaData.of(BOOKS, AUTHORS).createAll(engine);
        ReflectedTable books = describe(engine, "books");
        assertThat(books.primaryKey()).isNotNull();
        assertThat(books.primaryKey().columns()).containsExactly("shelf", "place");
        assertThat(books.uniques())
                .containsExactly(new ReflectedKey(
                        isForgetful(database) ? null : "uq_books_title", List.of("title", "author_id")));
        assertThat(describe(engine, "authors").uniques().stream().map(ReflectedKey::columns))
                .containsExactly(List.of("name"));
        assertThat(books.foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo(isForgetful(database) ? null : "fk_books_author");
            assertThat(key.columns()).containsExactly("author_id");
            assertThat(key.target()).isEqualTo(new ObjectName(null, "authors"));
            assertThat(key.targetColumns()).containsExactly("id");
            assertThat(key.onDelete()).isIn(Action.NO_ACTION, Action.RESTRICT);
        });
        assertThat(books.checks()).singleElement().satisfies(check -> {
            assertThat(check.name()).isEqualTo(isForgetful(database) ? null : "ck_books_pages");
            assertThat(check.condition()).containsIgnoringCase("pages").contains(">");
        });
        assertThat(books.indexes().stream().map(ReflectedIndex::name)).containsExactly("ix_books_pages");
        ReflectedIndex index = books.index("ix_books_pages").orElseThrow();
        assertThat(index.unique()).isFalse();
        assertThat(index.columns()).containsExactly("pages", "title");
    }

    /** Exactly one more table for each of the kinds of action that the database has. */
    @DatabaseTest(requires = Feature.FOREIGN_KEY_ACTIONS)
    void describesActionsOfForeignKeys(DatabaseFixture database) {
        Engine engine = database.engine();
        Table child = Table.named("child")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .column("author_id", SqlTypes.INTEGER)
                .foreignKey(
                        "fk_child",
                        List.of("author_id"),
                        () -> List.of(AUTHORS.column("id")),
                        Action.SET_NULL,
                        Action.NO_ACTION)
                .build();
        MetaData.of(AUTHORS, child).createAll(engine);
        ReflectedForeignKey key = describe(engine, "child").foreignKeys().get(0);
        assertThat(key.onDelete()).isEqualTo(Action.SET_NULL);
    }

    @DatabaseTest
    void describesComputedColumns(DatabaseFixture database) {
        Engine engine = database.engine();
        boolean stored = !database.dialect().equals("duckdb"); // which computes at each read
        Table table = Table.named("sums")
                .column("a", SqlTypes.INTEGER)
                .column("b", SqlTypes.INTEGER, ColumnOptions.nullable().computed(new Computed("a + 1", stored)))
                .build();
        MetaData.of(table).createAll(engine);
        ReflectedTable sums = describe(engine, "sums");
        assertThat(sums.column("b").orElseThrow().computed()).isNotNull();
        assertThat(sums.column("b").orElseThrow().computed().sql())
                .containsIgnoringCase("a")
                .contains("1");
        assertThat(sums.column("b").orElseThrow().defaultSql()).isNull();
        assertThat(sums.column("a").orElseThrow().computed()).isNull();
    }

    @DatabaseTest
    void describesViews(DatabaseFixture database) {
        Engine engine = database.engine();
        MetaData.of(AUTHORS).createAll(engine);
        engine.begin(connection -> {
            connection.executeDdl(List.of("CREATE VIEW named_authors AS SELECT id, name FROM authors"));
            Inspection found = connection.inspect();
            assertThat(found.viewNames()).containsExactly("named_authors");
            assertThat(found.tableNames()).containsExactly("authors");
            ReflectedTable view = found.describe("named_authors");
            assertThat(view.kind()).isEqualTo(ObjectKind.VIEW);
            assertThat(view.columns().stream().map(ReflectedColumn::name)).containsExactly("id", "name");
            assertThat(view.definition()).isNotNull().containsIgnoringCase("select");
            assertThat(found.describe(Lookup.views())).containsExactly(view);
            Table table = found.table("named_authors");
            assertThat(connection.execute(select(table.column("name"))).all()).isEmpty();
            assertThat(found.metaData(Lookup.views()).tables()).containsExactly(table);
        });
    }

    @DatabaseTest
    void reflectedTablesServeInStatements(DatabaseFixture database) {
        Engine engine = database.engine();
        MetaData.of(BOOKS, AUTHORS).createAll(engine);
        engine.begin(connection -> {
            Table books = connection.inspect().table("books");
            Table authors = books.foreignKeys().get(0).target();
            assertThat(authors).isEqualTo(AUTHORS);
            Column<String> name = authors.column("name", String.class);
            connection.execute(
                    insert(authors).set(authors.column("id", Integer.class), 7).set(name, "Rumi"));
            connection.execute(insert(books)
                    .set(books.column("shelf", Integer.class), 1)
                    .set(books.column("place", Integer.class), 2)
                    .set(books.column("author_id", Integer.class), 7)
                    .set(books.column("title", String.class), "Masnavi"));
            assertThat(connection
                            .execute(select(name, books.column("price", BigDecimal.class))
                                    .from(books)
                                    .join(authors))
                            .one())
                    .isEqualTo(new Row2<>("Rumi", new BigDecimal("1.00")));
        });
    }

    /** The whole way round: created, read, dropped, created from what was read, and read again as the same. */
    @DatabaseTest
    void reflectedTablesCreateTheSameAgain(DatabaseFixture database) {
        Engine engine = database.engine();
        MetaData.of(BOOKS, AUTHORS).createAll(engine);
        List<ReflectedTable> before;
        MetaData read;
        try (var connection = engine.connect()) {
            before = connection.inspect().describe(Lookup.tables());
            read = connection.inspect().metaData();
        }
        assertThat(read.sortedTables()).extracting(Table::name).containsExactly("authors", "books");
        read.dropAll(engine);
        read.createAll(engine);
        try (var connection = engine.connect()) {
            assertThat(connection.inspect().describe(Lookup.tables())).isEqualTo(before);
        }
    }

    @DatabaseTest
    void columnsAreChangedAsTheyAreRead(DatabaseFixture database) {
        Engine engine = database.engine();
        MetaData.of(AUTHORS).createAll(engine);
        try (var connection = engine.connect()) {
            Table authors = connection
                    .inspect()
                    .changing(c -> c.name().equals("name") ? c.withType(SqlTypes.enumName(Name.class)) : c)
                    .table("authors");
            connection.execute(insert(authors).set(authors.column("name", Name.class), Name.RUMI));
            assertThat(connection
                            .execute(select(authors.column("name", Name.class)))
                            .one())
                    .isEqualTo(Name.RUMI);
        }
    }

    @DatabaseTest
    void refusesTablesThatAreNotThere(DatabaseFixture database) {
        Engine engine = database.engine();
        assertThatThrownBy(() -> describe(engine, "missing"))
                .isInstanceOfSatisfying(
                        AlkahestArgumentException.class,
                        e -> assertThat(e.code()).isEqualTo("ALK-1611"))
                .hasMessageContaining("'missing'");
    }

    /** Tables of any number take the same few queries. */
    @DatabaseTest
    void manyTablesTakeNoMoreQueriesThanOne(DatabaseFixture database) {
        Engine engine = database.engine();
        List<Table> tables = IntStream.range(0, 30)
                .mapToObj(i -> Table.named("t%02d".formatted(i))
                        .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                        .column("x", SqlTypes.INTEGER)
                        .index("ix_t%02d".formatted(i), false, "x")
                        .build())
                .toList();
        MetaData.of(tables).createAll(engine);
        CountingConnection counting = new CountingConnection();
        try (var connection = engine.connect()) {
            Inspector inspector = engine.dialect().inspector();
            int one = connection.withJdbc(jdbc -> {
                inspector.tables(counting.over(jdbc), Lookup.tables().named("t00"));
                return counting.reset();
            });
            int all = connection.withJdbc(jdbc -> {
                assertThat(inspector.tables(counting.over(jdbc), Lookup.tables()))
                        .hasSize(30);
                return counting.reset();
            });
            assertThat(all).isEqualTo(one).isLessThanOrEqualTo(10);
        }
    }

    private enum Name {
        RUMI
    }
}
