package org.alkahest.orm.criteria;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import org.alkahest.sql.Expression;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;
import org.alkahest.type.TypeName.Category;
import org.jspecify.annotations.Nullable;

/** Which values Java compares as every database does, and how. */
final class Comparables {
    private final boolean exactText;

    /** @param exactText whether texts are equal where all their characters are */
    Comparables(boolean exactText) {
        this.exactText = exactText;
    }

    /** Errors with ALK-2130 unless values of two expressions can be told apart. */
    void requireEquality(Expression<?> left, Expression<?> right) {
        requireEquality(left.type());
        requireEquality(right.type());
        if (!isOrdered(left.type())
                && !left.type().javaType().equals(right.type().javaType())) {
            throw new UnevaluableException("it compares " + left.type() + " with " + right.type());
        }
    }

    private void requireEquality(SqlType<?> type) {
        boolean known = isOrdered(type)
                || (type.vendor() == null
                        && switch (type.name()) {
                            case BOOLEAN, UUID -> true;
                            case VARCHAR, TEXT -> exactText;
                            default -> type.conversion() != null && type.name().category() == Category.NUMERIC;
                        });
        if (!known) {
            throw new UnevaluableException("when two values of type " + type + " are equal is the database's to say");
        }
    }

    /** Errors with ALK-2130 unless values of two expressions have one order on every database. */
    void requireOrder(Expression<?> left, Expression<?> right) {
        if (!isOrdered(left.type())
                || !isOrdered(right.type())
                || left.type().name().category() != right.type().name().category()
                || (left.type().name().category() == Category.DATETIME
                        && !left.type().javaType().equals(right.type().javaType()))) {
            throw new UnevaluableException(
                    "the order of " + left.type() + " and " + right.type() + " is the database's to say");
        }
    }

    /** REAL is left out: its literals are rounded otherwise than its columns. */
    private static boolean isOrdered(SqlType<?> type) {
        Category category = type.name().category();
        return type.conversion() == null
                && type.vendor() == null
                && type.name() != TypeName.REAL
                && (category == Category.NUMERIC || category == Category.DATETIME);
    }

    /** A value as the row has it: a decimal with the places of its type. Errors where the value itself is in doubt. */
    static @Nullable Object stored(@Nullable Object value, SqlType<?> type) {
        if (value instanceof BigDecimal decimal && type.scale() != SqlType.UNSET) {
            return decimal.setScale(type.scale(), RoundingMode.HALF_UP);
        }
        if (value instanceof String text && text.isEmpty()) {
            throw new UnevaluableException("an empty text is NULL on some databases");
        }
        return value;
    }

    static boolean equal(Object left, Object right) {
        return ((left instanceof Number && right instanceof Number) || left instanceof OffsetDateTime)
                ? compare(left, right) == 0
                : left.equals(right);
    }

    @SuppressWarnings("unchecked") // both are of one class, which is ordered
    static int compare(Object left, Object right) {
        if (left instanceof Number a
                && right instanceof Number b
                && !a.getClass().equals(b.getClass())) {
            return exact(a).compareTo(exact(b));
        }
        if (left instanceof OffsetDateTime a && right instanceof OffsetDateTime b) {
            return a.toInstant().compareTo(b.toInstant());
        }
        return ((Comparable<Object>) left).compareTo(right);
    }

    /** A number of any kind as one; errors where it has none. */
    static BigDecimal exact(Number number) {
        return switch (number) {
            case BigDecimal decimal -> decimal;
            case BigInteger integer -> new BigDecimal(integer);
            case Double d when Double.isFinite(d) -> new BigDecimal(d);
            case Integer i -> BigDecimal.valueOf(i);
            case Long l -> BigDecimal.valueOf(l);
            case Short s -> BigDecimal.valueOf(s);
            case Byte b -> BigDecimal.valueOf(b);
            default -> throw new UnevaluableException(number + " is a number of a kind of its own");
        };
    }
}
