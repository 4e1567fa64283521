package org.alkahest.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.TypeName;

/** The factory of statements and expressions: {@code import static org.alkahest.sql.Sql.*}. */
public final class Sql extends Rows {
    private Sql() {}

    /** A SELECT of any number of columns, whose rows are read by column, label or position. */
    public static Select<Row> selectRow(List<? extends Selectable<?>> columns) {
        List<Selectable<?>> parts = List.copyOf(columns);
        return select(new RowValue<>(parts, values -> new Row(parts, values)));
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

    public static Insert insert(TableRef table) {
        return new Insert(table, List.of(), List.of(), null);
    }

    public static Update update(TableRef table) {
        return new Update(table, List.of(), null);
    }

    public static Delete delete(TableRef table) {
        return new Delete(table, null);
    }

    /** A statement written as SQL; {@code :name} marks a parameter. */
    public static TextStatement text(String sql) {
        return new TextStatement(TextTemplate.parse(sql));
    }

    /** An expression written as SQL. */
    public static <T> Expression<T> raw(String sql, SqlType<T> type) {
        return new RawExpression<>(TextTemplate.parse(sql), type);
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

    /** NULL of a type. */
    public static <T> Literal<T> nullOf(SqlType<T> type) {
        return new Literal<>(null, type);
    }

    /** A parameter that is given a value when the statement is executed. */
    public static <T> Parameter<T> param(String name, SqlType<T> type) {
        return new Parameter<>(name, type);
    }

    /** All conditions; errors with ALK-1102 for fewer than two. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static Expression<Boolean> and(Expression<Boolean>... conditions) {
        return new Logical(Logical.Connective.AND, List.of(conditions));
    }

    /** Any condition; errors with ALK-1102 for fewer than two. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static Expression<Boolean> or(Expression<Boolean>... conditions) {
        return new Logical(Logical.Connective.OR, List.of(conditions));
    }

    public static Expression<Boolean> not(Expression<Boolean> condition) {
        return new Not(condition);
    }

    public static Expression<Boolean> exists(QueryExpression<?> query) {
        return new Exists(query);
    }

    /** The number of rows. */
    public static FunctionCall<Long> count() {
        return new FunctionCall<>("count", List.of(), SqlTypes.BIGINT);
    }

    /** The number of rows in which the expression is not NULL. */
    public static FunctionCall<Long> count(Expression<?> expression) {
        return new FunctionCall<>("count", List.of(expression), SqlTypes.BIGINT);
    }

    /** The sum of integers or decimals; null over no rows. */
    public static FunctionCall<BigDecimal> sum(Expression<? extends Number> expression) {
        return new FunctionCall<>("sum", List.of(numeric(expression, "sum")), decimalOf(expression));
    }

    /** The average of integers or decimals; null over no rows. */
    public static FunctionCall<BigDecimal> avg(Expression<? extends Number> expression) {
        return new FunctionCall<>("avg", List.of(numeric(expression, "avg")), SqlTypes.DECIMAL);
    }

    /** The sum of floating-point numbers; null over no rows. */
    public static FunctionCall<Double> sumDouble(Expression<? extends Number> expression) {
        return new FunctionCall<>("sum", List.of(numeric(expression, "sum")), SqlTypes.DOUBLE);
    }

    /** The average as a floating-point number; null over no rows. */
    public static FunctionCall<Double> avgDouble(Expression<? extends Number> expression) {
        return new FunctionCall<>("avg", List.of(numeric(expression, "avg")), SqlTypes.DOUBLE);
    }

    /** The least value; null over no rows. */
    public static <T> FunctionCall<T> min(Expression<T> expression) {
        return new FunctionCall<>("min", List.of(expression), expression.type());
    }

    /** The greatest value; null over no rows. */
    public static <T> FunctionCall<T> max(Expression<T> expression) {
        return new FunctionCall<>("max", List.of(expression), expression.type());
    }

    /** The first value that is not NULL. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <T> FunctionCall<T> coalesce(Expression<T> first, Expression<? extends T>... others) {
        List<Expression<?>> all = new ArrayList<>(List.of(others));
        all.add(0, first);
        return new FunctionCall<>("coalesce", all, first.type());
    }

    /** The expression, or a value where it is NULL. */
    public static <T> FunctionCall<T> coalesce(Expression<T> expression, T otherwise) {
        return coalesce(expression, new Literal<>(otherwise, expression.type()));
    }

    public static FunctionCall<String> lower(Expression<String> text) {
        return new FunctionCall<>("lower", List.of(text), text.type());
    }

    public static FunctionCall<String> upper(Expression<String> text) {
        return new FunctionCall<>("upper", List.of(text), text.type());
    }

    /** Any function by name. */
    public static <T> FunctionCall<T> function(String name, SqlType<T> type, Expression<?>... arguments) {
        return new FunctionCall<>(name, List.of(arguments), type);
    }

    /** {@code CASE WHEN condition THEN value}; go on with {@code when} and {@code otherwise}. */
    public static <T> CaseExpression<T> when(Expression<Boolean> condition, T value) {
        return when(condition, value(value));
    }

    /** {@code CASE WHEN condition THEN result}; go on with {@code when} and {@code otherwise}. */
    public static <T> CaseExpression<T> when(Expression<Boolean> condition, Expression<T> result) {
        return new CaseExpression<>(List.of(new CaseExpression.When<>(condition, result)), null, result.type());
    }

    /** A window of all rows, without an order; refine it with {@code partitionBy}, {@code orderBy} and {@code frame}. */
    public static WindowSpecification window() {
        return new WindowSpecification(null, List.of(), List.of(), null);
    }

    /** A window of the rows that are equal in expressions. */
    public static WindowSpecification partitionBy(Expression<?>... expressions) {
        return window().partitionBy(expressions);
    }

    /** The number of the row in its window, from 1; use it with {@code over}. */
    public static FunctionCall<Long> rowNumber() {
        return new FunctionCall<>("row_number", List.of(), SqlTypes.BIGINT);
    }

    /** The rank of the row in its window, with gaps after equals; use it with {@code over}. */
    public static FunctionCall<Long> rank() {
        return new FunctionCall<>("rank", List.of(), SqlTypes.BIGINT);
    }

    /** The rank of the row in its window, without gaps; use it with {@code over}. */
    public static FunctionCall<Long> denseRank() {
        return new FunctionCall<>("dense_rank", List.of(), SqlTypes.BIGINT);
    }

    /** The value in the row before, null in the first; use it with {@code over}. */
    public static <T> FunctionCall<T> lag(Expression<T> expression) {
        return new FunctionCall<>("lag", List.of(expression), expression.type());
    }

    /** The value in the row after, null in the last; use it with {@code over}. */
    public static <T> FunctionCall<T> lead(Expression<T> expression) {
        return new FunctionCall<>("lead", List.of(expression), expression.type());
    }

    /** The value in the first row of the frame; use it with {@code over}. */
    public static <T> FunctionCall<T> firstValue(Expression<T> expression) {
        return new FunctionCall<>("first_value", List.of(expression), expression.type());
    }

    /** The value in the last row of the frame; use it with {@code over}. */
    public static <T> FunctionCall<T> lastValue(Expression<T> expression) {
        return new FunctionCall<>("last_value", List.of(expression), expression.type());
    }

    /** A part of a date or time; errors with ALK-1110 for other types. */
    public static Extract extract(Extract.Field field, Expression<?> operand) {
        return new Extract(field, operand);
    }

    /** NULL where the two are equal, else the first. */
    public static <T> FunctionCall<T> nullIf(Expression<T> expression, Expression<? extends T> other) {
        return new FunctionCall<>("nullif", List.of(expression, other), expression.type());
    }

    /** A query with a name, for FROM: {@code WITH name AS (query)}. */
    public static CommonTableExpression with(String name, QueryExpression<?> query) {
        return new CommonTableExpression(name, null, query, CommonTableExpression.Kind.PLAIN);
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

    private static SqlType<BigDecimal> decimalOf(Expression<?> expression) {
        SqlType<?> type = expression.type();
        return type.name() == TypeName.DECIMAL && type.scale() != SqlType.UNSET
                ? SqlTypes.decimal(38, type.scale())
                : SqlTypes.DECIMAL;
    }

    private static Expression<?> numeric(Expression<?> expression, String function) {
        return Operators.require(expression, Operators.Need.NUMBER, function);
    }
}
