package org.alkahest.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** The factory of statements and expressions: {@code import static org.alkahest.sql.Sql.*}. */
public final class Sql extends Changes {
    private Sql() {}

    /** A SELECT of any number of columns, whose rows are read by column, label or position. */
    public static Select<Row> selectRow(List<? extends Selectable<?>> columns) {
        return select(new RowParts(columns).rows());
    }

    /** A SELECT of nine columns or more, whose rows are read by column, label or position. */
    public static Select<Row> select(
            Selectable<?> a,
            Selectable<?> b,
            Selectable<?> c,
            Selectable<?> d,
            Selectable<?> e,
            Selectable<?> f,
            Selectable<?> g,
            Selectable<?> h,
            Selectable<?> i,
            Selectable<?>... more) {
        List<Selectable<?>> all = new ArrayList<>(List.of(a, b, c, d, e, f, g, h, i));
        all.addAll(List.of(more));
        return selectRow(all);
    }

    /** A statement written as SQL; {@code :name} marks a parameter. */
    public static TextStatement text(String sql) {
        return new TextStatement(TextTemplate.parse(sql));
    }

    /** An expression written as SQL. */
    public static <T> Expression<T> raw(String sql, SqlType<T> type) {
        return new RawExpression<>(TextTemplate.parse(sql), type);
    }

    /**
     * The rows of a query as a list, one list per row of the query around it, in one statement:
     * {@code select(AUTHORS.name, multiset(select(BOOKS.title).where(BOOKS.authorId.eq(AUTHORS.id)).orderBy(BOOKS.title)))}.
     * In the order of the query; empty where it has no row. It nests.
     */
    public static <R> Multiset<R> multiset(QueryExpression<R> query) {
        return new Multiset<>(query);
    }

    /** A value of an everyday class, as a bind parameter. */
    @SuppressWarnings("unchecked") // a value's class is its type's Java type, or a subclass of it
    public static <T> Literal<T> value(T value) {
        Objects.requireNonNull(value, "value is null");
        return new Literal<>(value, (SqlType<T>) SqlTypes.of(value.getClass()));
    }

    /** A value of a type, as a bind parameter. */
    public static <T> Literal<T> value(T value, SqlType<T> type) {
        return new Literal<>(value, type);
    }

    /**
     * A value that is written into the SQL text, escaped, for what takes no parameter or should not see one; see
     * {@link Inlined} for what it costs. Errors with ALK-1204 when compiled if the value has no literal in SQL.
     */
    @SuppressWarnings("unchecked") // a value's class is its type's Java type, or a subclass of it
    public static <T> Inlined<T> inline(T value) {
        Objects.requireNonNull(value, "value is null");
        return new Inlined<>(value, (SqlType<T>) SqlTypes.of(value.getClass()));
    }

    /** The same of a type. */
    public static <T> Inlined<T> inline(T value, SqlType<T> type) {
        return new Inlined<>(value, type);
    }

    /** A table by its name and some of its columns, without keys or anything else that DDL would need. */
    public static LightweightTable table(String name, Field<?>... columns) {
        return new LightweightTable(null, name, null, List.of(columns));
    }

    /** NULL of a type. */
    public static <T> Literal<T> nullOf(SqlType<T> type) {
        return new Literal<>(null, type);
    }

    /** A parameter that is given a value when the statement is executed. */
    public static <T> Parameter<T> param(String name, SqlType<T> type) {
        return new Parameter<>(name, type);
    }

    /**
     * A query with a name, for FROM: {@code WITH name AS (query)}. It may be SQL text with columns, and where the database
     * has it a change that returns rows: {@code with("gone", delete(t).returning(t.id))}.
     */
    public static CommonTableExpression with(String name, RowStatement<?> query) {
        return new CommonTableExpression(name, null, query, CommonTableExpression.Kind.PLAIN, CteClauses.NONE);
    }

    /**
     * A query that goes on from its own rows until a step gives no more: {@code WITH RECURSIVE name AS (base UNION ALL
     * step)}.
     *
     * @param step builds the query of the next rows from an occurrence of the rows so far
     */
    public static CommonTableExpression withRecursive(
            String name, QueryExpression<?> base, Function<CommonTableExpression, ? extends QueryExpression<?>> step) {
        return CommonTableExpression.recursive(name, base, false, step);
    }

    /** As {@link #withRecursive}, leaving out rows that came before, so that circles in the data end: {@code UNION}. */
    public static CommonTableExpression withRecursiveDistinct(
            String name, QueryExpression<?> base, Function<CommonTableExpression, ? extends QueryExpression<?>> step) {
        return CommonTableExpression.recursive(name, base, true, step);
    }

    /** The name and type of a column that no table declares. */
    public static <T> Field<T> field(String name, SqlType<T> type) {
        return new Field<>(name, type);
    }

    /** A list of rows for FROM, empty at first: {@code values("v", field("id", INTEGER)).row(1).row(2)}. */
    public static ValuesTable values(String alias, Field<?>... fields) {
        return new ValuesTable(alias, List.of(fields), List.of());
    }

    /** Some rows of a table, chosen at random, for FROM. */
    public static TableSample sample(TableRef table, TableSample.Method method, double percent) {
        return new TableSample(table, method, percent, null);
    }

    /** {@code (left JOIN right ON on)} as one item of FROM, for an outer join to both at once. */
    public static NestedJoin nested(FromItem left, FromItem right, Expression<Boolean> on) {
        return new NestedJoin(left, JoinClause.Kind.INNER, right, on);
    }

    /** {@code (left LEFT JOIN right ON on)} as one item of FROM. */
    public static NestedJoin nestedLeft(FromItem left, FromItem right, Expression<Boolean> on) {
        return new NestedJoin(left, JoinClause.Kind.LEFT, right, on);
    }

    /** For GROUP BY: by all expressions, by all but the last, and so on to none. */
    public static GroupingSets rollup(Expression<?>... expressions) {
        return new GroupingSets(GroupingSets.Kind.ROLLUP, singles(expressions));
    }

    /** For GROUP BY: by every subset of the expressions. */
    public static GroupingSets cube(Expression<?>... expressions) {
        return new GroupingSets(GroupingSets.Kind.CUBE, singles(expressions));
    }

    /** For GROUP BY: by each of the sets; an empty one is the grand total. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static GroupingSets groupingSets(List<? extends Expression<?>>... sets) {
        return new GroupingSets(
                GroupingSets.Kind.GROUPING_SETS,
                Arrays.stream(sets).<List<Expression<?>>>map(List::copyOf).toList());
    }

    private static List<List<Expression<?>>> singles(Expression<?>... expressions) {
        return Arrays.stream(expressions).<List<Expression<?>>>map(List::of).toList();
    }
}
