package org.alkahest.schema;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.raw;
import static org.alkahest.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.dialect.UniqueViolationException;
import org.alkahest.dialect.mysql.MysqlOptions;
import org.alkahest.dialect.mysql.MysqlOptions.IndexType;
import org.alkahest.dialect.mysql.MysqlOptions.RowFormat;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.sql.DmlStatement;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** What MySQL and MariaDB make of their options. */
final class MysqlOptionsOnDatabaseTest {
    private static void run(Engine engine, DmlStatement statement) {
        engine.begin(connection -> connection.execute(statement));
    }

    private static List<String> all(Engine engine, String sql) {
        return engine.<List<String>>transaction((Connection c) ->
                c.execute(text(sql).returning(raw("x", SqlTypes.TEXT))).all());
    }

    @DatabaseTest({"mysql", "mariadb"})
    void tablesAreKeptAsTheyWereToldToBe(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = Table.named("t")
                .column(
                        "a",
                        SqlTypes.varchar(9),
                        ColumnOptions.notNull()
                                .option(MysqlOptions.charset("latin1"))
                                .option(MysqlOptions.collate("latin1_bin")))
                .option(MysqlOptions.engine("MyISAM"))
                .option(MysqlOptions.tableCharset("utf8mb4"))
                .option(MysqlOptions.tableCollation("utf8mb4_bin"))
                .option(MysqlOptions.rowFormat(RowFormat.FIXED))
                .option(MysqlOptions.tableOption("MAX_ROWS", 77))
                .comment("it's \\ one")
                .build();
        MetaData.of(table).createAll(engine);
        assertThat(all(
                        engine,
                        "SELECT concat_ws('|', engine, table_collation, row_format, table_comment) AS x"
                                + " FROM information_schema.tables WHERE table_schema = database()"))
                .containsExactly("MyISAM|utf8mb4_bin|Fixed|it's \\ one");
        assertThat(all(
                        engine,
                        "SELECT concat_ws('|', character_set_name, collation_name) AS x"
                                + " FROM information_schema.columns WHERE table_schema = database()"))
                .containsExactly("latin1|latin1_bin");
    }

    @DatabaseTest({"mysql", "mariadb"})
    void indexesHoldBeginningsAndWords(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = Table.named("t")
                .column("a", SqlTypes.varchar(9))
                .column("long", SqlTypes.TEXT)
                .constraint(t -> new Constraint.Unique("uq", List.of(t.column("a")))
                        .option(MysqlOptions.prefix(t.column("a"), 2))
                        .option(MysqlOptions.using(IndexType.BTREE)))
                .index(t -> new Index("beginning", List.of(t.column("long").asc()), false)
                        .option(MysqlOptions.prefix(t.column("long"), 20)))
                .index(t -> new Index("words", List.of(t.column("long").asc()), false).option(MysqlOptions.fulltext()))
                .build();
        MetaData.of(table).createAll(engine);
        assertThat(all(
                        engine,
                        "SELECT concat_ws('|', index_name, index_type, sub_part) AS x FROM"
                                + " information_schema.statistics WHERE table_schema = database() ORDER BY index_name"))
                .containsExactly("beginning|BTREE|20", "uq|BTREE|2", "words|FULLTEXT");
        Column<String> a = table.column("a", String.class);
        run(engine, insert(table).set(a, "abc"));
        assertThatThrownBy(() -> run(engine, insert(table).set(a, "abd"))).isInstanceOf(UniqueViolationException.class);
    }
}
