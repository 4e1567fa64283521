package org.alkahest.grammar.sqlserver;

import static org.alkahest.sql.Sql.avg;
import static org.alkahest.sql.Sql.coalesce;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.cube;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.exists;
import static org.alkahest.sql.Sql.extract;
import static org.alkahest.sql.Sql.function;
import static org.alkahest.sql.Sql.groupingSets;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.lag;
import static org.alkahest.sql.Sql.lower;
import static org.alkahest.sql.Sql.max;
import static org.alkahest.sql.Sql.mergeInto;
import static org.alkahest.sql.Sql.not;
import static org.alkahest.sql.Sql.nullIf;
import static org.alkahest.sql.Sql.oldValue;
import static org.alkahest.sql.Sql.partitionBy;
import static org.alkahest.sql.Sql.rank;
import static org.alkahest.sql.Sql.rollup;
import static org.alkahest.sql.Sql.rowNumber;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.value;
import static org.alkahest.sql.Sql.when;
import static org.alkahest.sql.Sql.window;
import static org.alkahest.sql.Sql.with;
import static org.alkahest.sql.Sql.withRecursive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.Extract.Field;
import org.alkahest.sql.Locking;
import org.alkahest.sql.Statement;
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
            constraint(new Constraint.Check(null, total.ge(BigDecimal.ZERO).and(customer.notLike("[x]%"))));
            index(new Index(null, List.of(day.desc(), customer.asc()), false));
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

        Items() {
            super("items");
            column("twice", SqlTypes.INTEGER, ColumnOptions.nullable().computed(new Computed("pieces * 2", true)));
            foreignKey(new ForeignKey(
                    null,
                    List.of(orderId),
                    () -> List.of(ORDERS.id),
                    ForeignKey.Action.CASCADE,
                    ForeignKey.Action.RESTRICT));
            constraint(new Constraint.Unique(null, List.of(orderId, pieces)));
        }
    }

    /** A column of every type, with defaults where values have literals. */
    static final class Everything extends Table {
        Everything() {
            super("everything");
            column("text", SqlTypes.TEXT, ColumnOptions.nullable().withDefault("it's [a] \\ \n"));
            column("flag", SqlTypes.BOOLEAN, ColumnOptions.nullable().withDefault(true));
            column("small", SqlTypes.SMALLINT, ColumnOptions.nullable().withDefault((short) -1));
            column("whole", SqlTypes.INTEGER, ColumnOptions.nullable().withDefault(1));
            column("big", SqlTypes.BIGINT, ColumnOptions.nullable().withDefault(Long.MAX_VALUE));
            column("amount", SqlTypes.decimal(38, 10), ColumnOptions.nullable().withDefault(new BigDecimal("-1.5")));
            column("single", SqlTypes.REAL, ColumnOptions.nullable().withDefault(1.5f));
            column("double", SqlTypes.DOUBLE, ColumnOptions.nullable().withDefault(1.5e300));
            column("fixed", SqlTypes.character(3), ColumnOptions.nullable().withDefault("a'b"));
            column("long", SqlTypes.varchar(5000));
            column("bytes", SqlTypes.binary(100), ColumnOptions.nullable().withDefault(new byte[] {0, -1}));
            column("blob", SqlTypes.BINARY);
            column("day", SqlTypes.DATE, ColumnOptions.nullable().withDefault(LocalDate.of(2026, 2, 28)));
            column("moment", SqlTypes.TIME, ColumnOptions.nullable().withDefault(LocalTime.of(1, 2, 3, 4000)));
            column(
                    "stamp",
                    SqlTypes.TIMESTAMP,
                    ColumnOptions.nullable().withDefault(LocalDateTime.of(2026, 1, 1, 1, 1)));
            column(
                    "instant",
                    SqlTypes.TIMESTAMP_WITH_TIME_ZONE,
                    ColumnOptions.nullable().withDefault(OffsetDateTime.parse("2026-01-01T01:00+02:00")));
            column("uuid", SqlTypes.UUID, ColumnOptions.nullable().withDefault(new UUID(1, 2)));
            column("now", SqlTypes.TIMESTAMP, ColumnOptions.nullable().withDefaultSql("SYSDATETIME()"));
        }
    }

    /** Statements without those that came with 2022. */
    static List<Statement> statements() {
        List<Statement> all = new ArrayList<>(queries());
        all.addAll(groupsAndWindows());
        all.addAll(changes());
        return all;
    }

    private static List<Statement> queries() {
        Orders parent = ORDERS.as("parent");
        CommonTableExpression paid = with("paid", select(ORDERS.id).where(ORDERS.paid.eq(true)));
        CommonTableExpression tree = withRecursive(
                "tree",
                select(ORDERS.id),
                self -> select(parent.id)
                        .from(parent)
                        .join(self, self.column(ORDERS.id).eq(parent.parent)));
        return List.of(
                select(ORDERS.id, ORDERS.day).where(ORDERS.customer.eq("x")),
                select(ORDERS.id).distinct().orderBy(ORDERS.id.desc()).limit(3),
                select(ORDERS.id)
                        .orderBy(ORDERS.total.asc().nullsLast())
                        .limit(3)
                        .withTies(),
                select(ORDERS.id).limitPercent(10),
                select(ORDERS.id).offset(3),
                select(ORDERS.id).orderBy(ORDERS.id).limit(2).offset(3),
                select(ORDERS.id, ITEMS.pieces).join(ITEMS, ITEMS.orderId.eq(ORDERS.id)),
                select(ORDERS.id, parent.day)
                        .leftJoin(parent, parent.id.eq(ORDERS.parent))
                        .forUpdate(),
                select(ORDERS.id).crossJoin(ITEMS),
                select(ORDERS.id).lock(Locking.forUpdate().skipLocked()),
                select(ORDERS.id).where(exists(select(ITEMS.id).where(ITEMS.orderId.eq(ORDERS.id)))),
                select(ORDERS.id).where(not(ORDERS.paid).or(ORDERS.total.between(BigDecimal.ONE, BigDecimal.TEN))),
                select(ORDERS.id).where(ORDERS.id.in(1L, 2L, 3L).and(ORDERS.id.in(List.of()))),
                select(ORDERS.id).where(ORDERS.id.notIn(select(ITEMS.orderId).orderBy(ITEMS.id))),
                select(ORDERS.id).where(ORDERS.customer.contains("[50%]").or(ORDERS.customer.ilike("a_"))),
                select(ORDERS.id).where(ORDERS.parent.isNull().or(ORDERS.parent.isNotDistinctFrom(5L))),
                select(
                        ORDERS.paid,
                        ORDERS.id.gt(5L),
                        ORDERS.customer.concat(" ").concat(ORDERS.id)),
                select(
                        coalesce(ORDERS.total, BigDecimal.ZERO),
                        nullIf(ORDERS.id, ORDERS.parent),
                        lower(ORDERS.customer)),
                select(when(ORDERS.paid, "yes").otherwise("no"), extract(Field.YEAR, ORDERS.day)),
                select(ORDERS.id.plus(1L).times(2L).negate(), ORDERS.id.modulo(2L), ORDERS.total.cast(SqlTypes.DOUBLE)),
                select(value("x"), value(true), value(LocalDate.EPOCH), value(new byte[] {1})),
                select(ORDERS.id)
                        .union(select(ITEMS.orderId))
                        .orderBy(ORDERS.id)
                        .limit(3),
                select(ORDERS.id).unionAll(select(ITEMS.orderId).except(select(ORDERS.parent))),
                select(ORDERS.id)
                        .intersect(select(ITEMS.orderId).orderBy(ITEMS.id).limit(3)),
                select(paid.column(ORDERS.id)).join(ITEMS, ITEMS.orderId.eq(paid.column(ORDERS.id))),
                select(tree.column(ORDERS.id)),
                select(ORDERS.customer.collate("Latin1_General_CI_AS"))
                        .orderBy(ORDERS.customer.collate("Latin1_General_BIN2")));
    }

    private static List<Statement> groupsAndWindows() {
        WindowFrame rows = WindowFrame.rows(WindowFrame.preceding(2), WindowFrame.currentRow());
        return List.of(
                select(ORDERS.customer, count(), sum(ORDERS.total), avg(ORDERS.id), max(ORDERS.day))
                        .groupBy(ORDERS.customer)
                        .having(count().gt(1L)),
                select(count(ORDERS.customer).distinctValues()),
                select(ORDERS.customer, ORDERS.paid, count()).groupBy(rollup(ORDERS.customer, ORDERS.paid)),
                select(ORDERS.customer, ORDERS.paid, count()).groupBy(ORDERS.customer, cube(ORDERS.paid)),
                select(ORDERS.customer, count()).groupBy(groupingSets(List.of(ORDERS.customer), List.of())),
                select(rowNumber().over(), rank().over(partitionBy(ORDERS.paid).orderBy(ORDERS.total.desc()))),
                select(
                        sum(ORDERS.id).over(window().orderBy(ORDERS.id).frame(rows)),
                        lag(ORDERS.id).over()),
                select(function("string_agg", SqlTypes.TEXT, ORDERS.customer, value(","))
                        .aggregateOrderBy(ORDERS.id)));
    }

    private static List<Statement> changes() {
        Orders alias = ORDERS.as("o");
        return List.of(
                insert(ORDERS).set(ORDERS.customer, "x").setNull(ORDERS.day),
                insert(ORDERS).set(ORDERS.customer, "x").nextRow().set(ORDERS.customer, "y"),
                insert(ORDERS).set(ORDERS.id, 5L).set(ORDERS.customer, "x").returning(ORDERS.id),
                insert(ORDERS).returning(ORDERS.id),
                insert(ITEMS).from(select(ORDERS.id).orderBy(ORDERS.id), ITEMS.orderId),
                insert(ORDERS)
                        .set(ORDERS.customer, "x")
                        .onConflict(ORDERS.customer)
                        .doUpdate(change -> change.setExcluded(ORDERS.customer)),
                update(ORDERS).set(ORDERS.paid, true).setTo(ORDERS.total, ORDERS.total.plus(BigDecimal.ONE)),
                update(alias).set(alias.paid, true).where(alias.id.eq(1L)),
                update(ORDERS).set(ORDERS.paid, true).where(ORDERS.id.eq(1L)).returning(oldValue(ORDERS.paid)),
                update(ORDERS).set(ORDERS.paid, true).from(ITEMS).where(ITEMS.orderId.eq(ORDERS.id)),
                update(ORDERS)
                        .set(ORDERS.paid, true)
                        .from(ITEMS)
                        .where(ITEMS.orderId.eq(ORDERS.id))
                        .returning(ITEMS.pieces),
                delete(ORDERS).where(ORDERS.id.in(1L, 2L)).returning(ORDERS.customer),
                delete(ORDERS).using(ITEMS).where(ITEMS.orderId.eq(ORDERS.id)),
                mergeInto(ITEMS)
                        .using(ORDERS)
                        .on(ITEMS.orderId.eq(ORDERS.id))
                        .whenMatched(ORDERS.paid.eq(true))
                        .thenDelete()
                        .whenNotMatched()
                        .thenInsert(
                                values -> values.setTo(ITEMS.orderId, ORDERS.id).set(ITEMS.pieces, 1)));
    }

    static List<String> ddl(Dialect dialect) {
        MetaData all = MetaData.of(ITEMS, ORDERS, EVERYTHING);
        List<String> statements = new ArrayList<>(dialect.ddlCompiler().create(all, false, table -> false));
        statements.addAll(dialect.ddlCompiler().drop(all, false, table -> true));
        for (DdlElement element : List.of(
                new DdlElement.CreateSchema("shop"),
                new DdlElement.DropSchema("shop"),
                new DdlElement.AddForeignKey(ORDERS, ORDERS.foreignKeys().get(0)),
                new DdlElement.DropForeignKey(ORDERS, ORDERS.foreignKeys().get(0)),
                new DdlElement.DropIndex(ORDERS, ORDERS.indexes().get(0)))) {
            statements.add(dialect.ddlCompiler().compile(element));
        }
        return statements;
    }
}
