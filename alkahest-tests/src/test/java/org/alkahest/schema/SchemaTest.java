package org.alkahest.schema;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.compile.Styles;
import org.alkahest.dialect.CheckViolationException;
import org.alkahest.dialect.ForeignKeyViolationException;
import org.alkahest.dialect.IntegrityException;
import org.alkahest.dialect.UniqueViolationException;
import org.alkahest.engine.Engine;
import org.alkahest.reflect.Inspector;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;

/** What DDL makes of a schema in real databases, and what inspectors see of it. */
final class SchemaTest {
    private static List<String> tableNames(Engine engine) {
        Inspector inspector = engine.dialect().inspector();
        try (var connection = engine.connect()) {
            return connection.withJdbc(jdbc -> inspector.tableNames(jdbc, null));
        }
    }

    private static boolean hasTable(Engine engine, String name) {
        Inspector inspector = engine.dialect().inspector();
        try (var connection = engine.connect()) {
            return connection.withJdbc(jdbc -> inspector.hasTable(jdbc, null, name));
        }
    }

    private static List<String> indexNames(Engine engine, String table) {
        Inspector inspector = engine.dialect().inspector();
        try (var connection = engine.connect()) {
            return connection.withJdbc(jdbc -> inspector.indexNames(jdbc, null, table));
        }
    }

    private static void run(Engine engine, DmlStatement statement) {
        engine.begin(connection -> connection.execute(statement));
    }

    @DatabaseTest
    void namesOfEveryKindAreFoundAgain(DatabaseFixture database) {
        Engine engine = database.engine();
        List<String> names = List.of(
                "plain", "order", "mixedCase", "UPPER", "with space", "quo\"te", "größe", "semi;colon", "dot.ted");
        for (String name : names) {
            assertThat(hasTable(engine, name)).as(name).isFalse();
            Table table = Table.named(name)
                    .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated())
                    .column("select", SqlTypes.varchar(40))
                    .column("Mixed \"Column", SqlTypes.TEXT)
                    .index("ix_" + name, false, "select")
                    .build();
            MetaData metaData = MetaData.of(table);
            metaData.createAll(engine, false);
            assertThat(hasTable(engine, name)).as(name).isTrue();
            assertThat(indexNames(engine, name)).as(name).containsExactly("ix_" + name);
            Column<String> column = table.column("Mixed \"Column", String.class);
            run(engine, insert(table).set(column, "x"));
            assertThat(engine.<List<String>>transaction(
                            c -> c.execute(select(column)).all()))
                    .containsExactly("x");
        }
        // A database that folds to upper case cannot tell a quoted "UPPER" from an unquoted upper.
        boolean folds = engine.dialect().traits().identifierCase() == Styles.IdentifierCase.UPPER;
        assertThat(tableNames(engine))
                .containsExactlyInAnyOrderElementsOf(names.stream()
                        .map(name -> folds && name.equals("UPPER") ? "upper" : name)
                        .toList());
    }

    /** The reserved words of SQL:2023, and those that only some of the databases reserve. */
    private static final String WORDS = """
        abs absent all allocate alter analyse analyze and any any_value are array array_agg as asensitive asymmetric at
        atomic authorization avg begin begin_frame begin_partition between bigint binary blob boolean both btrim by call
        called cardinality cascaded case cast ceil ceiling char character check classifier clob close coalesce collate
        collation collect column commit concurrently condition connect constraint contains convert copy corr
        corresponding cos count create cross cube cume_dist current current_catalog current_date current_path
        current_role current_row current_schema current_time current_timestamp current_user cursor cycle date day
        deallocate dec decfloat decimal declare default define delete dense_rank deref desc describe deterministic
        disconnect distinct do double drop dynamic each element else empty end end_frame end_partition equals escape
        every except exec execute exists exp external extract false fetch filter first_value float floor for foreign
        frame_row free freeze from full function fusion get global grant greatest group grouping groups having hold hour
        identity if ignore ilike in index indicator initial initially inner inout insensitive insert int integer
        intersect intersection interval into is isnull join json json_array json_object key lag language large
        last_value lateral lead leading least left like limit listagg ln local localtime localtimestamp log lower lpad
        match max member merge method min minus minute mod modifies module month multiset name national natural nchar
        new no none normalize not notnull nth_value ntile null nullif numeric of offset old omit on one only open or
        order out outer over overlaps overlay parameter partition pattern per percent percent_rank period placing
        portion position power precedes precision prepare primary procedure ptf qualify range rank reads real recursive
        ref references regexp release result return returning returns revoke right rollback rollup row row_number
        rownum rows running savepoint scope scroll search second seek select sensitive session_user set show similar
        skip smallint some specific sql sqlexception sqlstate sqlwarning sqrt start static sum symmetric system
        system_time system_user table tablesample temporary then time timestamp timezone_hour timezone_minute to top
        trailing transaction translate translation treat trigger trim trim_array true truncate type uescape unbounded
        union unique unknown unnest update upper user using value values var_pop varbinary varchar variadic varying
        verbose versioning view when whenever where width_bucket window with within without year _rowid_ abort action
        attach autoincrement conflict database deferrable detach exclusive explain fail glob immediate indexed instead
        materialized nothing plan pragma query raise reindex rename replace restrict temp ties vacuum virtual\
        """;

    @DatabaseTest
    void anyWordIsATableAndAColumn(DatabaseFixture database) {
        Engine engine = database.engine();
        List<String> words = List.of(WORDS.split("\\s+", -1));
        TableBuilder wide = Table.named("wide");
        words.forEach(word -> wide.column(word, SqlTypes.INTEGER));
        Table table = wide.build();
        MetaData.of(table).createAll(engine);
        run(engine, insert(table).set(table.column("select", Integer.class), 1));
        engine.begin(connection -> {
            for (String word : words) {
                Column<Integer> column = table.column(word, Integer.class);
                connection
                        .execute(select(column).where(column.eq(1)).orderBy(column))
                        .all();
                connection.execute(update(table).set(column, 2).where(column.eq(1)));
                Table named = Table.named(word).column("a", SqlTypes.INTEGER).build();
                MetaData.of(named).createAll(connection);
                connection.execute(select(named.column("a"))).all();
                MetaData.of(named).dropAll(connection);
            }
        });
    }

    @DatabaseTest
    void createAllAndDropAllMayBeRepeated(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = Table.named("t")
                .column("a", SqlTypes.INTEGER)
                .index("ix_t_a", true, "a")
                .build();
        MetaData metaData = MetaData.of(table);
        metaData.createAll(engine);
        metaData.createAll(engine);
        assertThat(tableNames(engine)).containsExactly("t");
        assertThatThrownBy(() -> metaData.createAll(engine, false)).hasMessageContaining("ALK-15");
        metaData.dropAll(engine);
        metaData.dropAll(engine);
        assertThat(tableNames(engine)).isEmpty();
        assertThatThrownBy(() -> metaData.dropAll(engine, false)).hasMessageContaining("ALK-15");
    }

    @DatabaseTest(requires = Feature.FOREIGN_KEY_CIRCLES)
    void circlesAreCreatedAndDroppedWithTheirRows(DatabaseFixture database) {
        Engine engine = database.engine();
        Table[] pair = new Table[2];
        pair[0] = node("egg", "hen", () -> pair[1].column("id"));
        pair[1] = node("hen", "egg", () -> pair[0].column("id"));
        MetaData metaData = MetaData.of(pair);
        metaData.createAll(engine);
        Column<Integer> eggId = pair[0].column("id", Integer.class);
        Column<Integer> henOfEgg = pair[0].column("hen", Integer.class);
        Column<Integer> henId = pair[1].column("id", Integer.class);
        Column<Integer> eggOfHen = pair[1].column("egg", Integer.class);
        run(engine, insert(pair[0]).set(eggId, 1));
        run(engine, insert(pair[1]).set(henId, 2).set(eggOfHen, 1));
        run(engine, update(pair[0]).set(henOfEgg, 2));
        assertThatThrownBy(() -> run(engine, update(pair[0]).set(henOfEgg, 99)))
                .isInstanceOf(ForeignKeyViolationException.class);
        metaData.dropAll(engine);
        assertThat(tableNames(engine)).isEmpty();
        metaData.createAll(engine);
        assertThatThrownBy(() -> run(engine, insert(pair[1]).set(henId, 2).set(eggOfHen, 1)))
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    private static Table node(String name, String other, java.util.function.Supplier<Column<?>> target) {
        return Table.named(name)
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .column(other, SqlTypes.INTEGER)
                .foreignKey(other, target)
                .build();
    }

    @DatabaseTest(requires = Feature.TRANSACTIONAL_FOREIGN_KEYS)
    void treesAreDroppedWithTheirRows(DatabaseFixture database) {
        Engine engine = database.engine();
        Table[] tree = new Table[1];
        tree[0] = node("tree", "parent", () -> tree[0].column("id"));
        MetaData metaData = MetaData.of(tree);
        metaData.createAll(engine);
        Column<Integer> id = tree[0].column("id", Integer.class);
        Column<Integer> parent = tree[0].column("parent", Integer.class);
        run(engine, insert(tree[0]).set(id, 1).set(parent, 1));
        run(engine, insert(tree[0]).set(id, 2).set(parent, 1));
        metaData.dropAll(engine);
        assertThat(tableNames(engine)).isEmpty();
    }

    @DatabaseTest
    void aMissingTargetLeavesNothingBehind(DatabaseFixture database) {
        Engine engine = database.engine();
        Table target = Table.named("target")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .build();
        Table other = Table.named("other").column("a", SqlTypes.INTEGER).build();
        Table source = node("source", "target_id", () -> target.column("id"));
        assertThatThrownBy(() -> MetaData.of(other, source).createAll(engine))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("'target'")
                .hasMessageContaining("ALK-1307");
        assertThat(tableNames(engine)).isEmpty();
        MetaData.of(target).createAll(engine);
        MetaData.of(other, source).createAll(engine);
        assertThat(tableNames(engine)).containsExactlyInAnyOrder("target", "other", "source");
    }

    @DatabaseTest
    void constraintsHold(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = new Table("t") {
            {
                Column<Integer> a =
                        column("a", SqlTypes.INTEGER, ColumnOptions.nullable().unique());
                Column<Integer> b = column("b", SqlTypes.INTEGER, ColumnOptions.notNull());
                constraint(new Constraint.Unique(null, List.of(a, b)));
                constraint(new Constraint.Check("ck_positive", b.gt(0)));
            }
        };
        MetaData.of(table).createAll(engine);
        Column<Integer> a = table.column("a", Integer.class);
        Column<Integer> b = table.column("b", Integer.class);
        run(engine, insert(table).set(a, 1).set(b, 1));
        assertThatThrownBy(() -> run(engine, insert(table).set(a, 1).set(b, 2)))
                .isInstanceOf(UniqueViolationException.class);
        assertThatThrownBy(() -> run(engine, insert(table).set(a, 2).set(b, 0)))
                .isInstanceOfSatisfying(CheckViolationException.class, e -> {
                    boolean named = !database.dialect().equals("duckdb"); // which names the table alone
                    assertThat(e.constraint().orElse("")).isEqualToIgnoringCase(named ? "ck_positive" : "");
                });
        assertThatThrownBy(() -> run(engine, insert(table).set(a, 3))).isInstanceOf(IntegrityException.class);
    }

    @DatabaseTest(requires = Feature.FOREIGN_KEY_ACTIONS)
    void referringRowsFollowTheirTarget(DatabaseFixture database) {
        Engine engine = database.engine();
        Table parent = Table.named("parent")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .build();
        Table child = Table.named("child")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .column("cascaded", SqlTypes.INTEGER)
                .column("nulled", SqlTypes.INTEGER)
                .foreignKey(
                        List.of("cascaded"),
                        () -> List.of(parent.column("id")),
                        ForeignKey.Action.CASCADE,
                        ForeignKey.Action.CASCADE)
                .foreignKey(
                        List.of("nulled"),
                        () -> List.of(parent.column("id")),
                        ForeignKey.Action.SET_NULL,
                        ForeignKey.Action.NO_ACTION)
                .build();
        MetaData.of(child, parent).createAll(engine);
        Column<Integer> key = parent.column("id", Integer.class);
        run(engine, insert(parent).set(key, 1).nextRow().set(key, 2));
        Column<Integer> id = child.column("id", Integer.class);
        Column<Integer> cascaded = child.column("cascaded", Integer.class);
        Column<Integer> nulled = child.column("nulled", Integer.class);
        run(engine, insert(child).set(id, 1).set(cascaded, 1).set(nulled, 2));
        run(engine, insert(child).set(id, 2).set(cascaded, 2).set(nulled, 1));
        run(engine, Sql.delete(parent).where(key.eq(1)));
        assertThat(engine.<List<Integer>>transaction(
                        c -> c.execute(select(id).where(nulled.isNull())).all()))
                .containsExactly(2);
    }

    @DatabaseTest
    void defaultsAreTakenWhereNoValueIsGiven(DatabaseFixture database) {
        Engine engine = database.engine();
        LocalDateTime gap = LocalDateTime.of(2026, 3, 29, 2, 30);
        byte[] bytes = {0, 1, (byte) 0xff};
        Table table = Table.named("t")
                .column("id", SqlTypes.BIGINT, ColumnOptions.primaryKey().generated())
                .column("a", SqlTypes.INTEGER, ColumnOptions.notNull().withDefault(-7))
                .column("b", SqlTypes.TEXT, ColumnOptions.nullable().withDefault("it's \\ \"x\""))
                .column("c", SqlTypes.BOOLEAN, ColumnOptions.nullable().withDefault(true))
                .column("d", SqlTypes.decimal(12, 2), ColumnOptions.nullable().withDefault(new BigDecimal("1.50")))
                .column("e", SqlTypes.TIMESTAMP, ColumnOptions.nullable().withDefault(gap))
                .column("f", SqlTypes.DATE, ColumnOptions.nullable().withDefault(gap.toLocalDate()))
                .column("g", SqlTypes.TIME, ColumnOptions.nullable().withDefault(gap.toLocalTime()))
                .column("h", SqlTypes.BINARY, ColumnOptions.nullable().withDefault(bytes))
                .column("i", SqlTypes.TIMESTAMP, ColumnOptions.notNull().withDefaultSql("CURRENT_TIMESTAMP"))
                .build();
        MetaData.of(table).createAll(engine);
        run(engine, insert(table));
        engine.begin(c -> {
            assertThat(c.execute(select(table.column("a", Integer.class))).one())
                    .isEqualTo(-7);
            assertThat(c.execute(select(table.column("b", String.class))).one()).isEqualTo("it's \\ \"x\"");
            assertThat(c.execute(select(table.column("c", Boolean.class))).one())
                    .isTrue();
            assertThat(c.execute(select(table.column("d", BigDecimal.class))).one())
                    .isEqualTo(new BigDecimal("1.50"));
            Column<LocalDateTime> e = table.column("e", LocalDateTime.class);
            assertThat(c.execute(select(e).where(e.eq(gap))).one()).isEqualTo(gap);
            assertThat(c.execute(select(table.column("f", LocalDate.class))).one())
                    .isEqualTo(gap.toLocalDate());
            assertThat(c.execute(select(table.column("g"))).one()).isEqualTo(gap.toLocalTime());
            assertThat(c.execute(select(table.column("h", byte[].class))).one()).isEqualTo(bytes);
            assertThat(c.execute(select(table.column("i", LocalDateTime.class))).one())
                    .isAfter(gap.minusYears(20));
        });
    }

    @DatabaseTest
    void columnsAreComputed(DatabaseFixture database) {
        Engine engine = database.engine();
        boolean stored = !database.dialect().equals("duckdb"); // which computes at each read
        Table table = Table.named("t")
                .column("a", SqlTypes.INTEGER)
                .column("twice", SqlTypes.INTEGER, ColumnOptions.nullable().computed(new Computed("a * 2", stored)))
                .build();
        MetaData.of(table).createAll(engine);
        run(engine, insert(table).set(table.column("a", Integer.class), 21));
        assertThat(engine.<List<Integer>>transaction(c ->
                        c.execute(select(table.column("twice", Integer.class))).all()))
                .containsExactly(42);
    }

    @DatabaseTest(except = "sqlite")
    void identitiesStartWhereTheyAreTold(DatabaseFixture database) {
        Engine engine = database.engine();
        // AUTO_INCREMENT counts by one.
        int step = engine.dialect().traits().identity() == Styles.IdentityStyle.AUTO_INCREMENT ? 1 : 10;
        Table table = Table.named("t")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated(new Identity(false, 100, step)))
                .column("a", SqlTypes.INTEGER)
                .build();
        MetaData.of(table).createAll(engine);
        Column<Integer> a = table.column("a", Integer.class);
        run(engine, insert(table).set(a, 1).nextRow().set(a, 2));
        Column<Integer> id = table.column("id", Integer.class);
        assertThat(engine.<List<Integer>>transaction(
                        c -> c.execute(select(id).orderBy(id)).all()))
                .containsExactly(100, 100 + step);
    }

    @DatabaseTest(requires = Feature.FOREIGN_KEY_CIRCLES)
    void longNamesAreCutAlikeWhenCreatedAndDropped(DatabaseFixture database) {
        Engine engine = database.engine();
        String name = "t" + "_with_a_long_name".repeat(3);
        Table[] pair = new Table[2];
        pair[0] = node(name, "other", () -> pair[1].column("id"));
        pair[1] = node(name + "_2", "other", () -> pair[0].column("id"));
        MetaData metaData = MetaData.of(pair);
        metaData.createAll(engine);
        metaData.dropAll(engine);
        assertThat(tableNames(engine)).isEmpty();
    }
}
