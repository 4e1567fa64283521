package org.alkahest.orm.criteria;

import java.math.BigDecimal;
import org.alkahest.schema.Column;
import org.alkahest.sql.Arithmetic.Operator;
import org.jspecify.annotations.Nullable;

/** Arithmetic on which all databases agree: sums, differences and products of integers and decimals. */
final class Sums {
    private Sums() {}

    /** Null where an operand is; errors with ALK-2130 for other operators and numbers. */
    static @Nullable Object of(Operator operator, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (!(left instanceof Number a && right instanceof Number b) || isFloating(a) || isFloating(b)) {
            throw new UnevaluableException("arithmetic of such values rounds as the database does");
        }
        BigDecimal x = Comparables.exact(a);
        BigDecimal y = Comparables.exact(b);
        return switch (operator) {
            case PLUS -> x.add(y);
            case MINUS -> x.subtract(y);
            case TIMES -> x.multiply(y);
            case DIVIDE, MODULO -> throw new UnevaluableException("a quotient is rounded as the database does");
        };
    }

    /** A value of any evaluation as a column holds it; errors with ALK-2130 where it has no place there. */
    static @Nullable Object as(Column<?> column, @Nullable Object value) {
        Class<?> wanted = column.type().javaType();
        if (value == null || wanted.isInstance(value)) {
            return Comparables.stored(value, column.type());
        }
        if (!(value instanceof BigDecimal number) || column.type().conversion() != null) {
            throw new UnevaluableException("'" + column.name() + "' is given a value of another type");
        }
        try {
            if (wanted.equals(Integer.class)) {
                return number.intValueExact();
            }
            if (wanted.equals(Long.class)) {
                return number.longValueExact();
            }
            if (wanted.equals(Short.class)) {
                return number.shortValueExact();
            }
        } catch (ArithmeticException e) {
            throw new UnevaluableException("'" + column.name() + "' has no place for " + number);
        }
        throw new UnevaluableException("'" + column.name() + "' is given a number of another type");
    }

    private static boolean isFloating(Number number) {
        return number instanceof Double || number instanceof Float;
    }
}
