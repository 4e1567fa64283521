package org.alkahest.schema;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.lower;
import static org.alkahest.sql.Sql.raw;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.alkahest.dialect.IntegrityException;
import org.alkahest.dialect.UniqueViolationException;
import org.alkahest.dialect.postgresql.PostgresqlOptions;
import org.alkahest.dialect.postgresql.PostgresqlOptions.OnCommit;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.schema.DdlElement.AddConstraint;
import org.alkahest.schema.DdlElement.CreateIndex;
import org.alkahest.schema.DdlElement.DropIndex;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Expression;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** What PostgreSQL makes of its options. */
final class PostgresqlOptionsOnDatabaseTest {
    private static TableBuilder table() {
        return Table.named("t").column("a", SqlTypes.INTEGER).column("b", SqlTypes.varchar(80));
    }

    private static void run(Engine engine, DmlStatement statement) {
        engine.begin(connection -> connection.execute(statement));
    }

    private static void ddl(Engine engine, String sql) {
        engine.begin(connection -> connection.executeDdl(List.of(sql)));
    }

    private static String one(Engine engine, String sql) {
        return engine.transaction((Connection c) ->
                c.execute(text(sql).returning(raw("x", SqlTypes.TEXT))).one());
    }

    private static Column<Integer> a(Table table) {
        return table.column("a", Integer.class);
    }

    private static Column<String> b(Table table) {
        return table.column("b", String.class);
    }

    @DatabaseTest("postgresql")
    void indexesAreWhatTheyWereToldToBe(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = table().index(t -> new Index("hashed", List.of(a(t).asc()), false)
                        .option(PostgresqlOptions.using("hash"))
                        .option(PostgresqlOptions.tablespace("pg_default")))
                .index(t -> new Index("lowered", List.of(lower(b(t)).asc(), a(t).desc()), false)
                        .include(b(t))
                        .where(a(t).gt(0))
                        .option(PostgresqlOptions.operatorClass(lower(b(t)), "pg_catalog.text_pattern_ops"))
                        .option(PostgresqlOptions.with("fillfactor", 70)))
                .build();
        MetaData.of(table).createAll(engine);
        assertThat(one(engine, "SELECT indexdef AS x FROM pg_indexes WHERE indexname = 'hashed'"))
                .contains("USING hash (a)");
        assertThat(one(engine, "SELECT indexdef AS x FROM pg_indexes WHERE indexname = 'lowered'"))
                .contains(
                        "(lower((b)::text) text_pattern_ops, a DESC) INCLUDE (b) WITH (fillfactor='70') WHERE (a > 0)");
    }

    @DatabaseTest("postgresql")
    void indexesComeAndGoWhileOthersWrite(DatabaseFixture database) throws SQLException {
        Engine engine = database.engine();
        Table table = table().build();
        MetaData.of(table).createAll(engine);
        Index index = new Index("ix", List.of(a(table).asc()), false).option(PostgresqlOptions.concurrently());
        String create = engine.dialect().ddlCompiler().compile(new CreateIndex(table, index));
        String drop = engine.dialect().ddlCompiler().compile(new DropIndex(table, index));
        assertThatThrownBy(() -> ddl(engine, create)).hasMessageContaining("transaction");
        try (var jdbc = DriverManager.getConnection(database.jdbcUrl());
                var statement = jdbc.createStatement()) {
            statement.execute(create);
            statement.execute(drop);
        }
    }

    @DatabaseTest("postgresql")
    void aNullIsEqualToANull(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = table().constraint(t -> new Constraint.Unique(null, List.of(a(t)))
                        .option(PostgresqlOptions.nullsNotDistinct())
                        .option(PostgresqlOptions.include(b(t))))
                .build();
        MetaData.of(table).createAll(engine);
        run(engine, insert(table).setNull(a(table)));
        assertThatThrownBy(() -> run(engine, insert(table).setNull(a(table))))
                .isInstanceOf(UniqueViolationException.class);
    }

    @DatabaseTest("postgresql")
    void tablesAreKeptAsTheyWereToldToBe(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = table().option(PostgresqlOptions.unlogged())
                .option(PostgresqlOptions.accessMethod("heap"))
                .option(PostgresqlOptions.with("fillfactor", 70))
                .option(PostgresqlOptions.with("toast.autovacuum_enabled", false))
                .option(PostgresqlOptions.tablespace("pg_default"))
                .build();
        MetaData.of(table).createAll(engine);
        assertThat(one(
                        engine,
                        "SELECT CAST(relpersistence AS text) || array_to_string(reloptions, ',') AS x FROM"
                                + " pg_class WHERE relname = 't'"))
                .isEqualTo("ufillfactor=70");
    }

    @DatabaseTest("postgresql")
    void temporaryTablesForgetTheirRows(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = table().option(PostgresqlOptions.temporary(OnCommit.DELETE_ROWS))
                .build();
        try (Connection connection = engine.connect()) {
            connection.createAll(MetaData.of(table), false);
            connection.execute(insert(table).set(a(table), 1));
            assertThat(connection.execute(select(a(table))).all()).containsExactly(1);
            connection.commit();
            assertThat(connection.execute(select(a(table))).all()).isEmpty();
        }
    }

    @DatabaseTest("postgresql")
    void partitionsTakeTheRows(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = table().option(t -> PostgresqlOptions.partitionByRange(a(t), lower(b(t))))
                .build();
        MetaData.of(table).createAll(engine);
        assertThatThrownBy(() -> run(engine, insert(table).set(a(table), 1).set(b(table), "x")))
                .hasMessageContaining("partition");
        ddl(engine, "CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0, 'a') TO (9, 'z')");
        run(engine, insert(table).set(a(table), 1).set(b(table), "x"));
        assertThat(one(engine, "SELECT b AS x FROM t1")).isEqualTo("x");
    }

    @DatabaseTest("postgresql")
    void parentsSeeTheRowsOfTheirHeirs(DatabaseFixture database) {
        Engine engine = database.engine();
        Table parent = table().build();
        Table heir = Table.named("heir")
                .column("a", SqlTypes.INTEGER)
                .column("c", SqlTypes.INTEGER)
                .option(PostgresqlOptions.inherits(parent))
                .build();
        MetaData metaData = MetaData.of(heir, parent);
        metaData.createAll(engine);
        run(engine, insert(heir).set(a(heir), 7));
        assertThat(engine.<List<Integer>>transaction(
                        c -> c.execute(select(a(parent))).all()))
                .containsExactly(7);
        metaData.dropAll(engine);
    }

    @DatabaseTest("postgresql")
    void rowsExcludeEachOther(DatabaseFixture database) {
        Engine engine = database.engine();
        Expression<?> range = raw("int4range(low, high)", SqlTypes.OTHER);
        Table table = Table.named("t")
                .column("low", SqlTypes.INTEGER)
                .column("high", SqlTypes.INTEGER)
                .option(t -> PostgresqlOptions.exclude("gist")
                        .with(range, "&&")
                        .where(t.column("low", Integer.class).ge(0)))
                .build();
        MetaData.of(table).createAll(engine);
        run(engine, rows(table, 1, 5));
        run(engine, rows(table, 5, 9));
        run(engine, rows(table, -3, 4));
        assertThatThrownBy(() -> run(engine, rows(table, 4, 6)))
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        e -> assertThat(e.constraint()).contains("ex_t_expr"));
    }

    private static DmlStatement rows(Table table, int low, int high) {
        return insert(table)
                .set(table.column("low", Integer.class), low)
                .set(table.column("high", Integer.class), high);
    }

    @DatabaseTest("postgresql")
    void constraintsCanLeaveOldRowsAlone(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = table().build();
        MetaData.of(table).createAll(engine);
        run(engine, insert(table).set(a(table), -1));
        Constraint check = new Constraint.Check("ck", a(table).gt(0));
        String strict = engine.dialect().ddlCompiler().compile(new AddConstraint(table, check));
        assertThatThrownBy(() -> ddl(engine, strict)).isInstanceOf(IntegrityException.class);
        ddl(
                engine,
                engine.dialect()
                        .ddlCompiler()
                        .compile(new AddConstraint(table, check.option(PostgresqlOptions.notValid()))));
        assertThatThrownBy(() -> run(engine, insert(table).set(a(table), -1))).isInstanceOf(IntegrityException.class);
    }

    @DatabaseTest("postgresql")
    void foreignKeysSetChosenColumnsToNull(DatabaseFixture database) {
        Engine engine = database.engine();
        Table parent = Table.named("parent")
                .column("tenant", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .build();
        Table child = Table.named("child")
                .column("tenant", SqlTypes.INTEGER, ColumnOptions.notNull())
                .column("parent_id", SqlTypes.INTEGER)
                .foreignKey(t -> new ForeignKey(
                                null,
                                List.of(t.column("tenant"), t.column("parent_id")),
                                () -> List.of(parent.column("tenant"), parent.column("id")),
                                ForeignKey.Action.SET_NULL,
                                ForeignKey.Action.CASCADE)
                        .option(PostgresqlOptions.setNull(t.column("parent_id"))))
                .build();
        MetaData.of(parent, child).createAll(engine);
        ddl(engine, "INSERT INTO parent (tenant, id) VALUES (1, 2)");
        ddl(engine, "INSERT INTO child (tenant, parent_id) VALUES (1, 2)");
        ddl(engine, "DELETE FROM parent");
        assertThat(one(engine, "SELECT tenant || coalesce('-' || parent_id, '') AS x FROM child"))
                .isEqualTo("1");
    }
}
