package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Keyset paging: the values at which a page begins, and the condition that they mean. */
public final class Seek {
    private Seek() {}

    static List<Literal<?>> values(List<OrderItem> orderBy, Object... values) {
        if (values.length == 0 || values.length != orderBy.size()) {
            throw new AlkahestArgumentException(
                    "ALK-1163",
                    "Cannot seek: there are " + values.length + " values for " + orderBy.size()
                            + " sort keys. Call orderBy(…) first, then give one value per key.");
        }
        List<Literal<?>> literals = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            literals.add(literal(i, orderBy.get(i).expression().type(), values[i]));
        }
        return literals;
    }

    @SuppressWarnings("unchecked") // the class is checked here
    private static <T> Literal<T> literal(int position, SqlType<T> type, @Nullable Object value) {
        if (!type.javaType().isInstance(value)) {
            throw new AlkahestArgumentException(
                    "ALK-1163",
                    "Cannot seek: value " + (position + 1) + " is "
                            + (value == null ? "null" : "a " + value.getClass().getSimpleName())
                            + ", but its sort key is " + type + " and takes "
                            + type.javaType().getSimpleName()
                            + ". Give the value that the last row seen has there.");
        }
        return new Literal<>((T) value, type);
    }

    static void requireNone(SelectBody body, String attempted) {
        if (!body.seek().isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1163",
                    "Cannot call " + attempted + "(…) after seekAfter(…): the values belong to the order before it."
                            + " Give the whole order first.");
        }
    }

    /**
     * The condition of the rows after a place: {@code a > ? OR (a = ? AND b > ?)}, with {@code a >= ?} in front, which an
     * index on the first key understands. Errors with ALK-1163 if there are no values.
     */
    public static Expression<Boolean> condition(List<OrderItem> orderBy, List<Literal<?>> values) {
        Expression<Boolean> after = null;
        for (int i = values.size() - 1; i >= 0; i--) {
            Expression<?> key = orderBy.get(i).expression();
            Expression<Boolean> beyond = new Comparison(beyond(orderBy.get(i)), key, values.get(i));
            after = after == null
                    ? beyond
                    : beyond.or(new Comparison(Comparison.Operator.EQUAL, key, values.get(i)).and(after));
        }
        if (after == null) {
            throw new AlkahestArgumentException("ALK-1163", "Cannot seek: there are no values. Give one per sort key.");
        }
        return values.size() == 1
                ? after
                : notBefore(orderBy.get(0), values.get(0)).and(after);
    }

    private static Comparison.Operator beyond(OrderItem item) {
        return item.direction() == OrderItem.Direction.ASC ? Comparison.Operator.GREATER : Comparison.Operator.LESS;
    }

    private static Expression<Boolean> notBefore(OrderItem item, Literal<?> value) {
        Comparison.Operator operator = item.direction() == OrderItem.Direction.ASC
                ? Comparison.Operator.GREATER_OR_EQUAL
                : Comparison.Operator.LESS_OR_EQUAL;
        return new Comparison(operator, item.expression(), value);
    }
}
