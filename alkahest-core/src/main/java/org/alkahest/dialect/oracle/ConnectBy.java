package org.alkahest.dialect.oracle;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.alkahest.sql.CustomOperator.Binding;
import org.alkahest.sql.Description;
import org.alkahest.sql.Expression;
import org.alkahest.sql.NodeMapper;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.OrderTerm;
import org.alkahest.sql.RenderContext;
import org.alkahest.sql.SyntaxExtension;
import org.alkahest.sql.VendorExpression;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Oracle's {@code START WITH … CONNECT BY …} (SQL Language Reference, "Hierarchical Queries"), a clause of a SELECT; other
 * databases refuse it (ALK-1210), and a recursive query is what they share. Immutable.
 *
 * <pre>{@code
 * select(EMP.name, level())
 *         .from(EMP)
 *         .with(ConnectBy.of(prior(EMP.id).eq(EMP.managerId)).startWith(EMP.managerId.isNull()))
 *         .with(ConnectBy.orderSiblingsBy(EMP.name))
 * }</pre>
 */
public record ConnectBy(
        Expression<Boolean> condition, @Nullable Expression<Boolean> start, boolean noCycle)
        implements SyntaxExtension {
    public ConnectBy {
        Objects.requireNonNull(condition, "condition is null");
    }

    /** A hierarchy in which a row is below another where the condition is met, which names the other by {@link #prior}. */
    public static ConnectBy of(Expression<Boolean> condition) {
        return new ConnectBy(condition, null, false);
    }

    /** The rows at the top; all rows without. */
    public ConnectBy startWith(Expression<Boolean> rows) {
        return new ConnectBy(condition, rows, noCycle);
    }

    /** {@code NOCYCLE}: a row that is below itself is given once, instead of an error. */
    public ConnectBy withoutCycles() {
        return new ConnectBy(condition, start, true);
    }

    /** {@code ORDER SIBLINGS BY}: the order of the rows below one another; it takes the place of the query's own. */
    public static SyntaxExtension orderSiblingsBy(OrderTerm first, OrderTerm... more) {
        return new SiblingOrder(SiblingOrder.items(first, more));
    }

    /** {@code PRIOR}: the value of the row above. */
    public static <T> Expression<T> prior(Expression<T> value) {
        return new VendorExpression<>(
                OracleDialect.VENDOR, List.of("PRIOR ", ""), List.of(value), value.type(), Binding.MULTIPLICATION);
    }

    /** {@code CONNECT_BY_ROOT}: the value of the row at the top. */
    public static <T> Expression<T> root(Expression<T> value) {
        return new VendorExpression<>(
                OracleDialect.VENDOR,
                List.of("CONNECT_BY_ROOT ", ""),
                List.of(value),
                value.type(),
                Binding.MULTIPLICATION);
    }

    /** {@code LEVEL}: 1 at the top, 2 below, and so on. */
    public static Expression<Integer> level() {
        return word("LEVEL", SqlTypes.INTEGER);
    }

    /** {@code CONNECT_BY_ISLEAF}: 1 for rows with nothing below, else 0. */
    public static Expression<Integer> isLeaf() {
        return word("CONNECT_BY_ISLEAF", SqlTypes.INTEGER);
    }

    /** {@code CONNECT_BY_ISCYCLE}: 1 for rows that are above themselves, else 0; with {@link #withoutCycles}. */
    public static Expression<Integer> isCycle() {
        return word("CONNECT_BY_ISCYCLE", SqlTypes.INTEGER);
    }

    /**
     * {@code SYS_CONNECT_BY_PATH}: the values from the top to the row, each with the separator before it. The separator is
     * a part of the statement, for Oracle takes no parameter there (ORA-30003).
     */
    public static Expression<String> path(Expression<?> value, String separator) {
        return new VendorExpression<>(
                OracleDialect.VENDOR,
                List.of("SYS_CONNECT_BY_PATH(", ", '" + separator.replace("'", "''") + "')"),
                List.of(value),
                SqlTypes.varchar(4000),
                Binding.ATOM);
    }

    private static <T> Expression<T> word(String word, SqlType<T> type) {
        return VendorExpression.word(OracleDialect.VENDOR, word, type);
    }

    @Override
    public Position position() {
        return Position.POST_WHERE;
    }

    @Override
    public void render(RenderContext context) {
        context.require(OracleDialect.VENDOR, "CONNECT BY");
        if (start != null) {
            context.sql("START WITH ").condition(start).sql(" ");
        }
        context.sql(noCycle ? "CONNECT BY NOCYCLE " : "CONNECT BY ").condition(condition);
    }

    @Override
    public void describe(Description description) {
        description.add(ConnectBy.class).add(noCycle).child(condition).child(start);
    }

    @Override
    public ConnectBy mapChildren(NodeMapper mapper) {
        return new ConnectBy(mapper.map(condition), mapper.mapNullable(start), noCycle);
    }

    /** The order of the rows below one another. */
    private record SiblingOrder(List<OrderItem> order) implements SyntaxExtension {
        static List<OrderItem> items(OrderTerm first, OrderTerm... more) {
            return Stream.concat(Stream.of(first), Arrays.stream(more))
                    .map(OrderTerm::toOrderItem)
                    .toList();
        }

        @Override
        public Position position() {
            return Position.POST_CRITERIA;
        }

        @Override
        public void render(RenderContext context) {
            context.require(OracleDialect.VENDOR, "ORDER SIBLINGS BY");
            for (int i = 0; i < order.size(); i++) {
                context.sql(i == 0 ? "ORDER SIBLINGS BY " : ", ").node(order.get(i));
            }
        }

        @Override
        public void describe(Description description) {
            description.add(SiblingOrder.class).children(order);
        }

        @Override
        public SiblingOrder mapChildren(NodeMapper mapper) {
            return new SiblingOrder(mapper.mapAll(order));
        }
    }
}
