package org.alkahest.grammar.oracle;

import static org.alkahest.sql.Sql.all;
import static org.alkahest.sql.Sql.and;
import static org.alkahest.sql.Sql.any;
import static org.alkahest.sql.Sql.avg;
import static org.alkahest.sql.Sql.coalesce;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.cube;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.exists;
import static org.alkahest.sql.Sql.extract;
import static org.alkahest.sql.Sql.falseCondition;
import static org.alkahest.sql.Sql.field;
import static org.alkahest.sql.Sql.function;
import static org.alkahest.sql.Sql.groupingSets;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.lag;
import static org.alkahest.sql.Sql.lower;
import static org.alkahest.sql.Sql.max;
import static org.alkahest.sql.Sql.not;
import static org.alkahest.sql.Sql.nullIf;
import static org.alkahest.sql.Sql.or;
import static org.alkahest.sql.Sql.partitionBy;
import static org.alkahest.sql.Sql.rank;
import static org.alkahest.sql.Sql.rollup;
import static org.alkahest.sql.Sql.rowNumber;
import static org.alkahest.sql.Sql.sample;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.alkahest.sql.Sql.trueCondition;
import static org.alkahest.sql.Sql.tuple;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.value;
import static org.alkahest.sql.Sql.when;
import static org.alkahest.sql.Sql.window;
import static org.alkahest.sql.Sql.with;
import static org.alkahest.sql.Sql.withRecursive;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.alkahest.dialect.Dialect;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.DdlElement;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Extract;
import org.alkahest.sql.Field;
import org.alkahest.sql.Locking;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.Select;
import org.alkahest.sql.Sql;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TableSample;
import org.alkahest.sql.ValuesTable;
import org.alkahest.sql.WindowFrame;
import org.alkahest.type.SqlTypes;

/** Statements and tables of every kind that need no value from a database. */
final class Catalogue {
    static final Orders ORDERS = new Orders(null);
    static final Items ITEMS = new Items();
    static final Everything EVERYTHING = new Everything();

    private Catalogue() {}

    static final class Orders extends Table {
        final Column<Long> id =
                column("id", SqlTypes.BIGINT, ColumnOptions.primaryKey().generated());
        final Column<String> customer = column(
                "customer",
                SqlTypes.varchar(100),
                ColumnOptions.notNull().unique().comment("Who pays; it's not who ordered"));
        final Column<Boolean> paid =
                column("paid", SqlTypes.BOOLEAN, ColumnOptions.notNull().withDefault(false));
        final Column<LocalDate> day = column("order", SqlTypes.DATE);
        final Column<BigDecimal> total = column("total", SqlTypes.decimal(12, 2));
        final Column<Long> parent = column("parent_id", SqlTypes.BIGINT);

        Orders(String alias) {
            super("shop", "orders", alias);
            foreignKey(parent, () -> ORDERS.id);
            constraint(new Constraint.Check(null, total.ge(BigDecimal.ZERO)));
            index(new Index(
                    null,
                    List.of(
                            new OrderItem(day, OrderItem.Direction.DESC, OrderItem.Nulls.FIRST),
                            lower(customer).asc()),
                    false));
        }

        @Override
        public Orders as(String alias) {
            return new Orders(alias);
        }
    }

    static final class Items extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated(new Identity(true, 100, 10)));
        final Column<Long> orderId = column("order_id", SqlTypes.BIGINT, ColumnOptions.notNull());
        final Column<Integer> pieces = column("pieces", SqlTypes.INTEGER);
        final Column<Integer> twice =
                column("twice", SqlTypes.INTEGER, ColumnOptions.nullable().computed(new Computed("pieces * 2", false)));

        Items() {
            super("items");
            foreignKey(new ForeignKey(
                    null,
                    List.of(orderId),
                    () -> List.of(ORDERS.id),
                    ForeignKey.Action.CASCADE,
                    ForeignKey.Action.NO_ACTION));
            constraint(new Constraint.Unique(null, List.of(orderId, pieces)));
        }
    }

    /** A column of every type, with defaults where values have literals. */
    static final class Everything extends Table {
        final Column<String> text = column("text_", SqlTypes.TEXT);

        Everything() {
            super("everything");
            column("flag", SqlTypes.BOOLEAN, ColumnOptions.nullable().withDefault(true));
            column("small", SqlTypes.SMALLINT, ColumnOptions.nullable().withDefault((short) -1));
            column("whole", SqlTypes.INTEGER, ColumnOptions.nullable().withDefault(1));
            column("big", SqlTypes.BIGINT, ColumnOptions.nullable().withDefault(Long.MAX_VALUE));
            column("amount", SqlTypes.decimal(38, 10), ColumnOptions.nullable().withDefault(new BigDecimal("-1.5")));
            column("anyamount", SqlTypes.DECIMAL);
            column("single", SqlTypes.REAL, ColumnOptions.nullable().withDefault(1.5f));
            column("double_", SqlTypes.DOUBLE, ColumnOptions.nullable().withDefault(1.5e300));
            column("fixed", SqlTypes.character(3), ColumnOptions.nullable().withDefault("a'b"));
            column("long_", SqlTypes.varchar(5000));
            column("bytes", SqlTypes.binary(100), ColumnOptions.nullable().withDefault(new byte[] {0, -1}));
            column("blob", SqlTypes.BINARY);
            column("day", SqlTypes.DATE, ColumnOptions.nullable().withDefault(LocalDate.of(2026, 2, 28)));
            column("time", SqlTypes.TIME, ColumnOptions.nullable().withDefault(LocalTime.of(1, 2, 3, 4000)));
            column(
                    "stamp",
                    SqlTypes.TIMESTAMP,
                    ColumnOptions.nullable().withDefault(LocalDateTime.of(2026, 1, 1, 1, 1)));
            column(
                    "instant",
                    SqlTypes.TIMESTAMP_WITH_TIME_ZONE,
                    ColumnOptions.nullable().withDefault(OffsetDateTime.parse("2026-01-01T01:00+02:00")));
            column("span", SqlTypes.DURATION, ColumnOptions.nullable().withDefault(Duration.ofHours(-1)));
            column("months", SqlTypes.PERIOD_OF_MONTHS);
            column("uuid", SqlTypes.UUID, ColumnOptions.nullable().withDefault(new UUID(1, 2)));
            column("now", SqlTypes.TIMESTAMP, ColumnOptions.nullable().withDefaultSql("LOCALTIMESTAMP"));
        }
    }

    private static final Table LEFT = circle("circle_left", () -> Catalogue.RIGHT.column("id"));
    private static final Table RIGHT = circle("circle_right", () -> LEFT.column("id"));

    private static Table circle(String name, Supplier<Column<?>> other) {
        return Table.named(name)
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .column("other_id", SqlTypes.INTEGER)
                .foreignKey("other_id", other)
                .build();
    }

    /** What creates and drops the tables, foreign keys in a circle included. */
    static List<String> ddl(Dialect dialect) {
        MetaData metaData = MetaData.of(ORDERS, ITEMS, EVERYTHING, LEFT, RIGHT);
        List<String> all = new ArrayList<>(dialect.ddlCompiler().create(metaData, false, table -> false));
        all.addAll(dialect.ddlCompiler().drop(metaData, false, table -> true));
        all.add(dialect.ddlCompiler()
                .compile(new DdlElement.DropIndex(ORDERS, ORDERS.indexes().get(0))));
        return all;
    }

    static List<Statement> statements() {
        List<Statement> all = new ArrayList<>();
        all.addAll(queries());
        all.addAll(clauses());
        all.addAll(predicates());
        all.addAll(changes());
        return all;
    }

    private static List<Statement> queries() {
        Orders o = ORDERS.as("o");
        Select<Long> ids = select(ORDERS.id);
        var recent = select(o.id, o.total.as("due"))
                .from(o)
                .where(o.day.gt(LocalDate.MIN))
                .asTable("recent");
        var big = with("big", select(ORDERS.id, ORDERS.total).where(ORDERS.total.gt(BigDecimal.TEN)));
        var chain = withRecursive(
                "chain",
                select(ORDERS.id, ORDERS.parent).where(ORDERS.parent.isNull()),
                c -> select(ORDERS.id, ORDERS.parent)
                        .from(ORDERS)
                        .join(c, c.column("id", SqlTypes.BIGINT).eq(ORDERS.parent)));
        return List.of(
                select(value(1), value("a")),
                select(ORDERS.id, ORDERS.day, ORDERS.customer.as("Who \u00e4?")).distinct(),
                select(o.id).from(o).join(ITEMS, ITEMS.orderId.eq(o.id)).leftJoin(ORDERS, ORDERS.id.eq(o.parent)),
                select(o.id).from(o).rightJoin(ITEMS, ITEMS.orderId.eq(o.id)).fullJoin(ORDERS, ORDERS.id.eq(o.parent)),
                select(o.id, ITEMS.id).from(o).crossJoin(ITEMS),
                select(recent.column("due", SqlTypes.DECIMAL)).from(recent),
                select(big.column(ORDERS.id)).from(big),
                select(chain.column("id", SqlTypes.BIGINT)),
                ids.orderBy(ORDERS.total.desc().nullsLast(), ORDERS.id.asc().nullsFirst())
                        .limit(10)
                        .offset(20),
                ids.limit(3),
                ids.forUpdate(),
                ids.union(ids).unionAll(ids),
                ids.except(ids).intersect(ids),
                ids.union(ids.orderBy(ORDERS.id).limit(1)).orderBy(ORDERS.id).limit(2),
                select(ORDERS.customer, count(), sum(ORDERS.total), avg(ORDERS.total), max(ORDERS.day))
                        .groupBy(ORDERS.customer)
                        .having(count().gt(1L))
                        .orderBy(count().desc()),
                select(count(ORDERS.customer).distinctValues()),
                select(
                        rowNumber().over(partitionBy(ORDERS.customer).orderBy(ORDERS.day)),
                        rank().over(window().orderBy(ORDERS.total.desc())),
                        lag(ORDERS.total).over(window().orderBy(ORDERS.id)),
                        sum(ORDERS.total)
                                .over(window().orderBy(ORDERS.id)
                                        .frame(WindowFrame.rows(WindowFrame.preceding(2), WindowFrame.currentRow())))),
                select(
                        extract(Extract.Field.YEAR, ORDERS.day),
                        extract(Extract.Field.HOUR, ORDERS.day),
                        extract(Extract.Field.SECOND, value(LocalTime.NOON))),
                select(
                        ORDERS.total
                                .plus(BigDecimal.ONE)
                                .times(BigDecimal.TEN)
                                .minus(ORDERS.total)
                                .negate(),
                        ITEMS.pieces.dividedBy(2),
                        ITEMS.pieces.modulo(2),
                        ORDERS.customer.concat("!").concat("?")),
                select(
                        when(ORDERS.paid, "yes").otherwise("no"),
                        ORDERS.total.cast(SqlTypes.varchar(20)),
                        ORDERS.id.cast(SqlTypes.TEXT),
                        ORDERS.customer.cast(SqlTypes.INTEGER),
                        coalesce(ORDERS.customer, ""),
                        nullIf(ORDERS.customer, value("x")),
                        function("greatest", SqlTypes.BIGINT, ORDERS.id, ORDERS.parent),
                        function("current_timestamp", SqlTypes.TIMESTAMP),
                        ORDERS.customer.collate("BINARY_CI")),
                select(select(count())
                                .from(ITEMS)
                                .where(ITEMS.orderId.eq(ORDERS.id))
                                .asScalar())
                        .from(ORDERS));
    }

    private static List<Statement> clauses() {
        Orders o = ORDERS.as("o");
        Field<Integer> number = field("n", SqlTypes.INTEGER);
        Field<String> word = field("word", SqlTypes.varchar(10));
        ValuesTable rows = Sql.values("v", number, word).row(1, "a").row(2, "b");
        DerivedTable items = select(ITEMS.id)
                .from(ITEMS)
                .where(ITEMS.orderId.eq(o.id))
                .limit(1)
                .asLateral("some_items");
        Select<Long> sorted = select(o.id).from(o).orderBy(o.total.desc());
        return List.of(
                select(count()).from(o).groupBy(rollup(o.customer, o.paid)),
                select(count()).from(o).groupBy(o.day, cube(o.customer, o.paid)),
                select(count())
                        .from(o)
                        .groupBy(groupingSets(List.of(o.customer), List.of(o.customer, o.paid), List.of())),
                sorted.limit(3).withTies(),
                sorted.limitPercent(12.5),
                sorted.limitPercent(10).withTies().offset(5),
                sorted.seekAfter(BigDecimal.TEN),
                sorted.lock(Locking.forUpdate().of(o).skipLocked()),
                sorted.lock(Locking.forUpdate().noWait()),
                select(o.id).from(sample(o, TableSample.Method.BERNOULLI, 2.5)),
                select(o.id)
                        .from(sample(ORDERS.as("o"), TableSample.Method.SYSTEM, 10)
                                .repeatable(7)),
                select(rows.column(number), rows.column(word)).from(rows),
                select(o.id, items.column(ITEMS.id)).from(o).join(items),
                select(o.id, items.column(ITEMS.id)).from(o).leftJoin(items),
                select(o.id).from(o).prefix("/*+ ALL_ROWS */"),
                select(o.id)
                        .from(o)
                        .where(o.paid)
                        .suffix("oracle", "START WITH o.parent_id IS NULL CONNECT BY NOCYCLE PRIOR o.id = o.parent_id"),
                select(o.id).from(o).where(tuple(o.id, o.customer).eq(tuple(value(1L), value("a")))),
                select(o.id).from(o).where(tuple(o.id, o.customer).in(select(ORDERS.id, ORDERS.customer))),
                select(o.id).from(o).where(o.total.gt(all(select(ORDERS.total)))),
                select(o.id).from(o).where(o.total.lt(any(select(ORDERS.total)))));
    }

    private static List<Statement> predicates() {
        Select<Long> ids = select(ORDERS.id);
        return List.of(
                ids.where(ORDERS.paid),
                ids.where(not(ORDERS.paid)),
                ids.where(ORDERS.paid.eq(true)),
                select(ORDERS.paid, ORDERS.total.gt(BigDecimal.ONE), ORDERS.day.isNull()),
                ids.where(or(ORDERS.id.eq(1L), and(ORDERS.id.ne(2L), not(ORDERS.id.lt(3L))), ORDERS.paid)),
                ids.where(ORDERS.id.between(1L, 2L)),
                ids.where(ORDERS.customer.like("a%")),
                ids.where(ORDERS.customer.ilike("a%")),
                ids.where(ORDERS.customer.startsWith("a_")),
                ids.where(ORDERS.customer.isDistinctFrom("a")),
                ids.where(ORDERS.customer.isNotDistinctFrom(null)),
                ids.where(ORDERS.customer.regexpLike("^a", "i")),
                ids.where(ORDERS.customer.notRegexpLike("b$")),
                ids.where(ORDERS.customer.contains("50%")),
                ids.where(ORDERS.paid.isNotTrue()),
                ids.where(ORDERS.total.gt(BigDecimal.ONE).isUnknown()),
                ids.where(or(trueCondition(), falseCondition())),
                ids.where(ORDERS.id.in(List.of())),
                ids.where(ORDERS.id.in(1L, 2L, 3L)),
                ids.where(ORDERS.id.notIn(
                        IntStream.range(0, 1500).mapToObj(i -> (long) i).toList())),
                ids.where(ORDERS.id.in(select(ITEMS.orderId))),
                ids.where(exists(select(ITEMS.id).where(ITEMS.orderId.eq(ORDERS.id)))),
                select(exists(select(ITEMS.id))));
    }

    private static List<Statement> changes() {
        return List.of(
                insert(ORDERS),
                insert(ORDERS).set(ORDERS.customer, "a").set(ORDERS.paid, true),
                insert(ITEMS)
                        .set(ITEMS.orderId, 1L)
                        .setNull(ITEMS.pieces)
                        .nextRow()
                        .set(ITEMS.orderId, 2L)
                        .set(ITEMS.pieces, 3),
                insert(ITEMS).from(select(ORDERS.id, value(1)), ITEMS.orderId, ITEMS.pieces),
                insert(ORDERS).set(ORDERS.customer, "a").returning(ORDERS.id),
                update(ORDERS)
                        .set(ORDERS.paid, true)
                        .setTo(ORDERS.total, ORDERS.total.times(BigDecimal.TEN))
                        .where(ORDERS.id.eq(1L)),
                update(ORDERS).setNull(ORDERS.day).returning(ORDERS.id.plus(1L)),
                delete(ORDERS).where(ORDERS.id.eq(1L)),
                delete(ORDERS).where(ORDERS.paid).returning(ORDERS.customer));
    }
}
