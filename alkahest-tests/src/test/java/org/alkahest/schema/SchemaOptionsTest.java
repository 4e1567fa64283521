package org.alkahest.schema;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.dialect.IntegrityException;
import org.alkahest.dialect.UniqueViolationException;
import org.alkahest.dialect.mysql.MysqlOptions;
import org.alkahest.dialect.oracle.OracleOptions;
import org.alkahest.dialect.postgresql.PostgresqlOptions;
import org.alkahest.dialect.sqlite.SqliteOptions;
import org.alkahest.dialect.sqlserver.SqlServerOptions;
import org.alkahest.engine.Engine;
import org.alkahest.schema.DdlElement.AddConstraint;
import org.alkahest.schema.DdlElement.DropConstraint;
import org.alkahest.sql.DmlStatement;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** Options of several dialects in one schema, and what is said of indexes and columns on more than one database. */
final class SchemaOptionsTest {
    private static void run(Engine engine, DmlStatement statement) {
        engine.begin(connection -> connection.execute(statement));
    }

    private static void run(Engine engine, DdlElement element) {
        String sql = engine.dialect().ddlCompiler().compile(element);
        engine.begin(connection -> connection.executeDdl(List.of(sql)));
    }

    @DatabaseTest
    void oneSchemaServesEveryDatabase(DatabaseFixture database) {
        Engine engine = database.engine();
        Table parent = Table.named("parents")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .build();
        Table table = Table.named("books")
                .column(
                        "id",
                        SqlTypes.INTEGER,
                        ColumnOptions.primaryKey()
                                .generated()
                                .option(SqliteOptions.autoincrement())
                                .option(OracleOptions.identityOnNull()))
                .column(
                        "title",
                        SqlTypes.varchar(80),
                        ColumnOptions.notNull()
                                .option(SqliteOptions.collate("NOCASE"))
                                .option(PostgresqlOptions.collate("C"))
                                .option(MysqlOptions.collate("utf8mb4_bin"))
                                .option(OracleOptions.national())
                                .option(SqlServerOptions.collate("Latin1_General_100_BIN2"))
                                .option(SqliteOptions.notNullOnConflict(SqliteOptions.Conflict.IGNORE)))
                .column("parent_id", SqlTypes.INTEGER)
                .option(SqliteOptions.strict())
                .option(PostgresqlOptions.with("fillfactor", 70))
                .option(PostgresqlOptions.unlogged())
                .option(MysqlOptions.engine("InnoDB"))
                .option(OracleOptions.compress(OracleOptions.Compression.BASIC))
                .primaryKeyOption(SqlServerOptions.nonclustered())
                .primaryKeyOption(MysqlOptions.using(MysqlOptions.IndexType.BTREE))
                .foreignKey(t -> new ForeignKey(
                                null,
                                List.of(t.column("parent_id")),
                                () -> List.of(parent.column("id")),
                                ForeignKey.Action.NO_ACTION,
                                ForeignKey.Action.NO_ACTION)
                        .option(PostgresqlOptions.notValid()))
                .index(t -> new Index(null, List.of(t.column("title").asc()), false)
                        .where(t.column("id", Integer.class).gt(0))
                        .include(t.column("parent_id"))
                        .option(PostgresqlOptions.using("btree"))
                        .option(PostgresqlOptions.concurrently())
                        .option(MysqlOptions.prefix(t.column("title"), 10))
                        .option(OracleOptions.compressIndex(1))
                        .option(SqlServerOptions.clustered()))
                .comment("what we sell")
                .build();
        MetaData metaData = MetaData.of(parent, table);
        metaData.createAll(engine);
        Column<String> title = table.column("title", String.class);
        run(engine, insert(table).set(title, "it's"));
        assertThat(engine.<List<String>>transaction(
                        c -> c.execute(select(title)).all()))
                .containsExactly("it's");
        metaData.dropAll(engine);
    }

    @DatabaseTest(requires = Feature.PARTIAL_INDEX)
    void uniqueIndexesOfSomeRowsLeaveTheOthersAlone(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = Table.named("t")
                .column("a", SqlTypes.INTEGER)
                .column("gone", SqlTypes.BOOLEAN, ColumnOptions.notNull())
                .index(t -> new Index("ix", List.of(t.column("a").asc()), true)
                        .where(t.column("gone", Boolean.class).eq(false)))
                .build();
        MetaData.of(table).createAll(engine);
        Column<Integer> a = table.column("a", Integer.class);
        Column<Boolean> gone = table.column("gone", Boolean.class);
        run(engine, insert(table).set(a, 1).set(gone, true));
        run(engine, insert(table).set(a, 1).set(gone, true));
        run(engine, insert(table).set(a, 1).set(gone, false));
        assertThatThrownBy(() -> run(engine, insert(table).set(a, 1).set(gone, false)))
                .isInstanceOf(UniqueViolationException.class);
    }

    @DatabaseTest(value = {"sqlite", "duckdb", "postgresql", "mariadb", "mysql"})
    void columnsSortByTheirCollation(DatabaseFixture database) {
        Engine engine = database.engine();
        String collation = switch (database.dialect()) {
            case "sqlite", "duckdb" -> "NOCASE";
            case "postgresql" -> "en-x-icu";
            default -> "utf8mb4_general_ci";
        };
        Table table = Table.named("t")
                .column("a", SqlTypes.varchar(9), ColumnOptions.notNull().collate(collation))
                .build();
        MetaData.of(table).createAll(engine);
        Column<String> a = table.column("a", String.class);
        run(engine, insert(table).set(a, "b").nextRow().set(a, "C").nextRow().set(a, "a"));
        assertThat(engine.<List<String>>transaction(
                        c -> c.execute(select(a).orderBy(a)).all()))
                .as("bytes would put the C first")
                .containsExactly("a", "b", "C");
    }

    @DatabaseTest(requires = Feature.ALTER_ADD_CONSTRAINT)
    void constraintsComeAndGo(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = Table.named("t").column("a", SqlTypes.INTEGER).build();
        MetaData.of(table).createAll(engine);
        Column<Integer> a = table.column("a", Integer.class);
        Constraint unique = new Constraint.Unique(null, List.of(a));
        Constraint check = new Constraint.Check("ck_t", a.gt(0));
        run(engine, new AddConstraint(table, unique));
        run(engine, new AddConstraint(table, check));
        run(engine, insert(table).set(a, 1));
        assertThatThrownBy(() -> run(engine, insert(table).set(a, 1))).isInstanceOf(IntegrityException.class);
        assertThatThrownBy(() -> run(engine, insert(table).set(a, 0))).isInstanceOf(IntegrityException.class);
        run(engine, new DropConstraint(table, unique));
        run(engine, new DropConstraint(table, check));
        run(engine, insert(table).set(a, 1));
        run(engine, insert(table).set(a, 0));
    }
}
