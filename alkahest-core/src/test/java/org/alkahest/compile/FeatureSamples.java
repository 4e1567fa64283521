package org.alkahest.compile;

import static java.util.Map.entry;
import static org.alkahest.compile.FeatureSample.needs;
import static org.alkahest.compile.FeatureSample.rewritten;
import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.sql.Sql.any;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.cube;
import static org.alkahest.sql.Sql.currentUser;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.elements;
import static org.alkahest.sql.Sql.field;
import static org.alkahest.sql.Sql.function;
import static org.alkahest.sql.Sql.groupingSets;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.lag;
import static org.alkahest.sql.Sql.match;
import static org.alkahest.sql.Sql.max;
import static org.alkahest.sql.Sql.mergeInto;
import static org.alkahest.sql.Sql.oldValue;
import static org.alkahest.sql.Sql.percentileCont;
import static org.alkahest.sql.Sql.rank;
import static org.alkahest.sql.Sql.rankAmong;
import static org.alkahest.sql.Sql.rollup;
import static org.alkahest.sql.Sql.rowNumber;
import static org.alkahest.sql.Sql.sample;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.alkahest.sql.Sql.tuple;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.value;
import static org.alkahest.sql.Sql.window;
import static org.alkahest.sql.Sql.with;
import static org.alkahest.sql.Sql.withRecursive;
import static org.alkahest.sql.WindowFrame.currentRow;
import static org.alkahest.sql.WindowFrame.groups;
import static org.alkahest.sql.WindowFrame.preceding;
import static org.alkahest.sql.WindowFrame.range;
import static org.alkahest.sql.WindowFrame.rows;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.DdlElement;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.Sequence;
import org.alkahest.schema.Table;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Field;
import org.alkahest.sql.FunctionCall;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Locking;
import org.alkahest.sql.Merge;
import org.alkahest.sql.Select;
import org.alkahest.sql.TableFunction;
import org.alkahest.sql.TableSample.Method;
import org.alkahest.sql.WindowFrame;
import org.alkahest.type.SqlTypes;

/** The smallest statement or table that needs each feature, and nothing that another feature names. */
final class FeatureSamples {
    private static final Things THINGS = new Things();
    private static final Select<Integer> IDS = select(BOOKS.id);
    private static final CommonTableExpression LONG = with("long_books", select(BOOKS.id, BOOKS.authorId));
    private static final CommonTableExpression NESTED = LONG.nested();
    private static final CommonTableExpression GONE = with("gone", delete(BOOKS).returning(BOOKS.id));
    private static final Field<String> KEY = field("key", SqlTypes.TEXT);
    private static final CommonTableExpression TREE = withRecursive(
            "tree",
            select(AUTHORS.id).from(AUTHORS),
            self -> select(AUTHORS.id).from(AUTHORS).join(self, AUTHORS.mentorId.eq(self.column(AUTHORS.id))));
    private static final Insert ONE = insert(AUTHORS).set(AUTHORS.mentorId, 1).set(AUTHORS.name, "a");
    private static final Merge MERGE = mergeInto(AUTHORS).using(BOOKS).on(BOOKS.authorId.eq(AUTHORS.id));
    private static final Merge MERGE_UPDATE =
            MERGE.whenMatched().thenUpdate(set -> set.setTo(AUTHORS.name, BOOKS.title));

    private static final DerivedTable BOOKS_OF_AUTHOR =
            select(BOOKS.id).from(BOOKS).where(BOOKS.authorId.eq(AUTHORS.id)).asLateral("b");

    private static final Table PLAIN = Table.named("t")
            .column("a", SqlTypes.INTEGER)
            .column("b", SqlTypes.varchar(9))
            .build();
    private static final Column<Integer> A = PLAIN.column("a", Integer.class);
    private static final Table PARENT = Table.named("parent")
            .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
            .build();
    private static final Table CASCADING = new Table("cascading") {
        {
            Column<Integer> parent = column("parent_id", SqlTypes.INTEGER);
            foreignKey(new ForeignKey(
                    null,
                    List.of(parent),
                    () -> List.of(PARENT.column("id")),
                    ForeignKey.Action.CASCADE,
                    ForeignKey.Action.NO_ACTION));
        }
    };
    private static final Table LEFT = circle("circle_left", () -> FeatureSamples.RIGHT.column("id"));
    private static final Table RIGHT = circle("circle_right", () -> LEFT.column("id"));

    private FeatureSamples() {}

    private static Table circle(String name, Supplier<Column<?>> other) {
        return Table.named(name)
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .column("other_id", SqlTypes.INTEGER)
                .foreignKey("other_id", other)
                .build();
    }

    private static final class Things extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER);
        final Column<List<Integer>> numbers = column("numbers", SqlTypes.array(SqlTypes.INTEGER));
        final Column<String> doc = column("doc", SqlTypes.JSON);
        final Column<LocalDateTime> at = column("at", SqlTypes.TIMESTAMP);

        Things() {
            super("things");
        }
    }

    /** How transactions of the database behave, which no statement asks for; ALK-1013 is about savepoints. */
    static final Set<Feature> OF_TRANSACTIONS = Set.of(
            Feature.SAVEPOINTS, Feature.TWO_PHASE, Feature.TRANSACTIONAL_DDL, Feature.TRANSACTIONAL_FOREIGN_KEYS);

    /** A sample of every other feature. */
    static Map<Feature, FeatureSample> all() {
        Map<Feature, FeatureSample> all = new EnumMap<>(Feature.class);
        Stream.of(fromAndWith(), selects(), aggregates(), expressions(), locks(), changes(), conflicts(), schema())
                .forEach(all::putAll);
        return all;
    }

    /** FROM and WITH. */
    private static Map<Feature, FeatureSample> fromAndWith() {
        return Map.ofEntries(
                entry(
                        Feature.RIGHT_JOIN,
                        needs(select(BOOKS.id).from(AUTHORS).rightJoin(BOOKS, BOOKS.authorId.eq(AUTHORS.id)))),
                entry(
                        Feature.FULL_JOIN,
                        needs(select(BOOKS.id).from(AUTHORS).fullJoin(BOOKS, BOOKS.authorId.eq(AUTHORS.id)))),
                entry(Feature.LATERAL, needs(select(AUTHORS.id).from(AUTHORS).join(BOOKS_OF_AUTHOR))),
                entry(Feature.TABLE_FUNCTIONS, needs(selectFrom(json("j")))),
                entry(
                        Feature.TYPED_TABLE_FUNCTIONS,
                        needs(selectFrom(json("j").withColumnTypes()), Feature.TABLE_FUNCTIONS)),
                entry(
                        Feature.WITH_ORDINALITY,
                        needs(selectFrom(json("j").withOrdinality("i")), Feature.TABLE_FUNCTIONS)),
                entry(Feature.TABLESAMPLE, needs(select(BOOKS.id).from(sample(BOOKS, Method.SYSTEM, 10)))),
                entry(Feature.RECURSIVE_CTE, needs(select(TREE.column(AUTHORS.id)))),
                entry(
                        Feature.NESTED_CTE,
                        needs(IDS.where(
                                BOOKS.id.in(select(NESTED.column(BOOKS.id)).from(NESTED))))),
                entry(Feature.DATA_MODIFYING_CTE, needs(select(GONE.column(BOOKS.id)), Feature.DELETE_RETURNING)),
                entry(
                        Feature.CTE_ON_DML,
                        needs(delete(AUTHORS).where(AUTHORS.id.in(select(LONG.column(BOOKS.authorId)))))),
                entry(Feature.CTE_MATERIALIZED, needs(select(LONG.materialized().column(BOOKS.id)))),
                entry(
                        Feature.SEARCH_CLAUSE,
                        needs(select(TREE.searchDepthFirst("o", AUTHORS.id).column(AUTHORS.id)))),
                entry(
                        Feature.CYCLE_CLAUSE,
                        needs(select(TREE.cycle("again", "way", AUTHORS.id).column(AUTHORS.id)))));
    }

    /** Set operations, and other clauses of SELECT. */
    private static Map<Feature, FeatureSample> selects() {
        return Map.ofEntries(
                entry(Feature.INTERSECT, needs(IDS.intersect(select(AUTHORS.id)))),
                entry(Feature.INTERSECT_ALL, needs(IDS.intersectAll(select(AUTHORS.id)), Feature.INTERSECT)),
                entry(Feature.DISTINCT_ON, needs(IDS.distinctOn(BOOKS.authorId).orderBy(BOOKS.authorId))),
                entry(
                        Feature.QUALIFY,
                        needs(IDS.qualify(
                                rowNumber().over(window().orderBy(BOOKS.id)).eq(1L)))),
                entry(
                        Feature.GROUPING_SETS,
                        needs(select(count()).from(BOOKS).groupBy(groupingSets(List.of(BOOKS.id), List.of())))),
                entry(Feature.ROLLUP, needs(select(count()).from(BOOKS).groupBy(rollup(BOOKS.authorId, BOOKS.lent)))),
                entry(Feature.CUBE, needs(select(count()).from(BOOKS).groupBy(cube(BOOKS.authorId, BOOKS.lent)))),
                entry(Feature.WITH_TIES, needs(IDS.orderBy(BOOKS.pages).limit(3).withTies())),
                entry(Feature.FETCH_PERCENT, needs(IDS.orderBy(BOOKS.pages).limitPercent(10))));
    }

    /** Windows and aggregates. */
    private static Map<Feature, FeatureSample> aggregates() {
        return Map.ofEntries(
                entry(Feature.WINDOW_FUNCTIONS, needs(select(rowNumber().over(window().orderBy(BOOKS.id))))),
                entry(
                        Feature.NAMED_WINDOWS,
                        rewritten(select(rank().over(window().orderBy(BOOKS.id).as("w"))), " WINDOW w AS ")),
                entry(Feature.FRAME_GROUPS, framed(groups(preceding(1), currentRow()))),
                entry(
                        Feature.FRAME_EXCLUDE,
                        framed(rows(preceding(1), currentRow()).excluding(WindowFrame.Exclusion.CURRENT_ROW))),
                entry(Feature.FRAME_RANGE_OFFSET, framed(range(preceding(1), currentRow()))),
                entry(
                        Feature.IGNORE_NULLS,
                        needs(select(lag(BOOKS.pages)
                                .over(window().orderBy(BOOKS.id))
                                .ignoringNulls()))),
                entry(Feature.AGGREGATE_FILTER, needs(select(max(BOOKS.pages).filterWhere(BOOKS.id.gt(1))))),
                entry(
                        Feature.AGGREGATE_ORDER_BY,
                        needs(select(function("array_agg", SqlTypes.TEXT, BOOKS.title)
                                .aggregateOrderBy(BOOKS.id)))),
                entry(Feature.WITHIN_GROUP, percentile()),
                entry(Feature.HYPOTHETICAL_SET, needs(select(rankAmong(7, BOOKS.pages)))));
    }

    /** Operators, functions and types. */
    private static Map<Feature, FeatureSample> expressions() {
        return Map.ofEntries(
                entry(
                        Feature.ROW_VALUES,
                        needs(IDS.where(tuple(BOOKS.id, BOOKS.pages).in(select(AUTHORS.id, AUTHORS.mentorId))))),
                entry(
                        Feature.ROW_VALUE_ORDER,
                        rewritten(
                                IDS.where(tuple(BOOKS.id, BOOKS.pages).gt(tuple(value(1), value(2)))),
                                "(books.id, books.pages) > (?, ?)")),
                entry(Feature.QUANTIFIED_COMPARISON, needs(IDS.where(BOOKS.id.gt(any(select(AUTHORS.id)))))),
                entry(Feature.SEQUENCES, needs(select(Sequence.named("numbers").nextValue()))),
                entry(Feature.REGEXP, needs(IDS.where(BOOKS.title.regexpLike("a")))),
                entry(Feature.REGEXP_REPLACE, needs(select(BOOKS.title.regexpReplace("a", "b")))),
                entry(Feature.FULL_TEXT, needs(IDS.where(BOOKS.title.match("a")))),
                entry(
                        Feature.FULL_TEXT_COLUMNS,
                        needs(IDS.where(match("a", BOOKS.title, BOOKS.shelf)), Feature.FULL_TEXT)),
                entry(Feature.SESSION_USERS, needs(select(currentUser()))),
                entry(Feature.MONTH_ADDITION, needs(select(AUTHORS.born.plus(1, ChronoUnit.MONTHS)))),
                entry(Feature.TRY_CAST, needs(select(BOOKS.title.tryCast(SqlTypes.INTEGER)))),
                entry(Feature.BITWISE, needs(select(BOOKS.id.bitAnd(1)))),
                entry(Feature.JSON, needs(select(THINGS.doc.get("a")))),
                entry(Feature.ARRAYS, needs(select(elements(THINGS.numbers).at(1)))),
                entry(
                        Feature.ARRAY_CONTAINMENT,
                        needs(
                                select(THINGS.id).where(elements(THINGS.numbers).containsAll(List.of(1))),
                                Feature.ARRAYS)),
                entry(
                        Feature.ARRAY_POSITION,
                        needs(select(elements(THINGS.numbers).position(1)), Feature.ARRAYS)),
                entry(Feature.INTERVALS, needs(select(THINGS.at.plusDuration(Duration.ofHours(1))))));
    }

    /** Locks of rows, each as a variant of a lock that the database has. */
    private static Map<Feature, FeatureSample> locks() {
        return Map.ofEntries(
                entry(Feature.ROW_LOCKS, new FeatureSample.RowLock(IDS, Locking.forUpdate())),
                entry(Feature.LOCK_SHARE, new FeatureSample.RowLock(IDS, Locking.forShare())),
                entry(Feature.LOCK_KEY, new FeatureSample.RowLock(IDS, Locking.forNoKeyUpdate())),
                entry(Feature.LOCK_NOWAIT, needs(IDS.lock(Locking.forUpdate().noWait()), Feature.ROW_LOCKS)),
                entry(Feature.LOCK_WAIT, needs(IDS.lock(Locking.forUpdate().waitFor(3)), Feature.ROW_LOCKS)),
                entry(
                        Feature.LOCK_SKIP_LOCKED,
                        needs(IDS.lock(Locking.forUpdate().skipLocked()), Feature.ROW_LOCKS)),
                entry(Feature.LOCK_OF, needs(IDS.lock(Locking.forUpdate().of(BOOKS)), Feature.ROW_LOCKS)));
    }

    /** INSERT, UPDATE and DELETE. */
    private static Map<Feature, FeatureSample> changes() {
        return Map.ofEntries(
                entry(Feature.DEFAULT_KEYWORD, needs(update(BOOKS).setDefault(BOOKS.pages))),
                entry(
                        Feature.MULTI_ROW_INSERT,
                        needs(ONE.nextRow().set(AUTHORS.mentorId, 2).set(AUTHORS.name, "b"))),
                entry(Feature.INSERT_RETURNING, needs(ONE.returning(AUTHORS.id))),
                entry(
                        Feature.UPDATE_RETURNING,
                        needs(update(BOOKS).set(BOOKS.pages, 1).returning(BOOKS.id))),
                entry(Feature.DELETE_RETURNING, needs(delete(BOOKS).returning(BOOKS.id))),
                entry(
                        Feature.RETURNING_OLD,
                        needs(
                                update(BOOKS).set(BOOKS.pages, 1).returning(oldValue(BOOKS.pages)),
                                Feature.UPDATE_RETURNING)),
                entry(
                        Feature.UPDATE_FROM,
                        needs(update(BOOKS).from(AUTHORS).set(BOOKS.pages, 1).where(BOOKS.authorId.eq(AUTHORS.id)))),
                entry(
                        Feature.MULTI_TABLE_UPDATE,
                        needs(
                                update(BOOKS)
                                        .from(AUTHORS)
                                        .set(AUTHORS.name, "a")
                                        .where(BOOKS.authorId.eq(AUTHORS.id)),
                                Feature.UPDATE_FROM)),
                entry(
                        Feature.ROW_ASSIGNMENT,
                        needs(update(AUTHORS)
                                .setFrom(select(max(BOOKS.title), max(BOOKS.pages)), AUTHORS.name, AUTHORS.mentorId))),
                entry(Feature.DELETE_USING, needs(delete(BOOKS).using(AUTHORS).where(BOOKS.authorId.eq(AUTHORS.id)))),
                entry(Feature.ORDERED_DML, needs(delete(BOOKS).orderBy(BOOKS.id).limit(1))));
    }

    /** Upserts and MERGE. */
    private static Map<Feature, FeatureSample> conflicts() {
        return Map.ofEntries(
                entry(Feature.MERGE_RETURNING, needs(MERGE_UPDATE.returning(AUTHORS.id), Feature.MERGE)),
                entry(Feature.UPSERT, needs(ONE.onConflict(AUTHORS.mentorId).doNothing())),
                entry(
                        Feature.UPSERT_WHERE,
                        needs(
                                ONE.onConflict(AUTHORS.mentorId)
                                        .doUpdate(set ->
                                                set.setExcluded(AUTHORS.name).where(AUTHORS.id.gt(1))),
                                Feature.UPSERT)),
                entry(
                        Feature.UPSERT_CONSTRAINT,
                        needs(
                                ONE.onConflictConstraint("c").doUpdate(set -> set.setExcluded(AUTHORS.name)),
                                Feature.UPSERT)),
                entry(
                        Feature.UPSERT_ANY_KEY,
                        needs(ONE.onConflict().doUpdate(set -> set.setExcluded(AUTHORS.name)), Feature.UPSERT)),
                entry(
                        Feature.UPSERT_INDEX_WHERE,
                        needs(
                                ONE.onConflict(AUTHORS.mentorId)
                                        .where(AUTHORS.id.gt(1))
                                        .doUpdate(set -> set.setExcluded(AUTHORS.name)),
                                Feature.UPSERT)),
                entry(
                        Feature.UPSERT_SEVERAL,
                        needs(
                                ONE.onConflict(AUTHORS.mentorId)
                                        .doUpdateAll()
                                        .onConflict(AUTHORS.name)
                                        .doNothing(),
                                Feature.UPSERT)),
                entry(Feature.MERGE, needs(MERGE_UPDATE)),
                entry(Feature.MERGE_DO_NOTHING, needs(MERGE.whenMatched().thenDoNothing(), Feature.MERGE)),
                entry(Feature.MERGE_DELETE, needs(MERGE.whenMatched().thenDelete(), Feature.MERGE)),
                entry(
                        Feature.MERGE_NOT_MATCHED_BY_SOURCE,
                        needs(
                                MERGE.whenNotMatchedBySource().thenUpdate(set -> set.setNull(AUTHORS.mentorId)),
                                Feature.MERGE)));
    }

    /** DDL. */
    private static Map<Feature, FeatureSample> schema() {
        return Map.ofEntries(
                entry(
                        Feature.ALTER_ADD_CONSTRAINT,
                        needs(new DdlElement.AddConstraint(PLAIN, new Constraint.Unique(null, List.of(A))))),
                entry(
                        Feature.PARTIAL_INDEX,
                        needs(new DdlElement.CreateIndex(
                                PLAIN, new Index("ix", List.of(A.asc()), true).where(A.gt(0))))),
                entry(
                        Feature.INDEX_INCLUDE,
                        rewritten(
                                new DdlElement.CreateIndex(
                                        PLAIN, new Index("ix", List.of(A.asc()), false).include(PLAIN.column("b"))),
                                " INCLUDE (b)")),
                entry(
                        Feature.COLUMN_COLLATION,
                        needs(Table.named("t")
                                .column(
                                        "a",
                                        SqlTypes.varchar(9),
                                        ColumnOptions.notNull().collate("mine"))
                                .build())),
                entry(Feature.FOREIGN_KEY_ACTIONS, needs(CASCADING, PARENT)),
                entry(Feature.FOREIGN_KEY_CIRCLES, needs(LEFT, RIGHT)));
    }

    private static Select<?> selectFrom(TableFunction function) {
        return select(function.column(KEY)).from(function);
    }

    private static TableFunction json(String alias) {
        return function("json_each", SqlTypes.TEXT, value("[]", SqlTypes.TEXT)).asTable(alias, KEY);
    }

    /** SQL Server has percentiles over windows, most others as aggregates. */
    private static FeatureSample percentile() {
        FunctionCall<Double> median = percentileCont(0.5, BOOKS.pages);
        FeatureSample.Needs alone = needs(select(median));
        FeatureSample.Needs windowed = needs(select(median.over(window().partitionBy(BOOKS.authorId))));
        return new FeatureSample.Needs(
                dialect -> (SqlAssert.name(dialect).equals("sqlserver") ? windowed : alone)
                        .compile()
                        .apply(dialect),
                Set.of());
    }

    private static FeatureSample framed(WindowFrame frame) {
        return needs(select(sum(BOOKS.pages).over(window().orderBy(BOOKS.pages).frame(frame))));
    }
}
