package org.alkahest.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.TypeName;
import org.alkahest.type.TypeName.Category;
import org.jspecify.annotations.Nullable;

/** What the operators of {@link Expression} share: literals of the operand's type, and checks that fail when built. */
final class Operators {
    /** Not a backslash: MySQL and PostgreSQL treat that specially inside literals. */
    static final Character ESCAPE = '!';

    private static final Pattern FLAGS = Pattern.compile("[a-z]*");

    private Operators() {}

    static <T> Literal<T> literal(Expression<T> beside, @Nullable T value) {
        return literal(beside.type(), value);
    }

    static <T> Literal<T> literal(SqlType<T> type, @Nullable T value) {
        if (value == null) {
            throw new AlkahestArgumentException(
                    "ALK-1112",
                    "Cannot compare or compute with null: in SQL the result is never true. Use isNull(), isNotNull() or"
                            + " isNotDistinctFrom(null).");
        }
        return new Literal<>(value, type);
    }

    static <T> List<T> nonNull(T[] values) {
        return nonNull(Arrays.asList(values));
    }

    static <T> List<T> nonNull(Collection<? extends T> values) {
        for (T value : values) {
            if (value == null) {
                throw new AlkahestArgumentException(
                        "ALK-1111",
                        "Cannot build IN: the list has a null, which IN never matches and which makes NOT IN never"
                                + " true. Remove it and add isNull() with or().");
            }
        }
        return List.copyOf(values);
    }

    /** Values that may be null, which {@code List.of} refuses. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    static <T extends @Nullable Object> List<T> listOf(T... values) {
        return Arrays.asList(values);
    }

    static List<Expression<?>> listOf(Expression<?> first, Expression<?>[] more) {
        List<Expression<?>> all = new ArrayList<>(more.length + 1);
        all.add(first);
        all.addAll(Arrays.asList(more));
        return all;
    }

    static void requireFlags(String flags) {
        if (!FLAGS.matcher(flags).matches()) {
            throw new AlkahestArgumentException(
                    "ALK-1141",
                    "Cannot use the flags '" + flags + "' of a regular expression: each is a lower-case letter."
                            + " Give \"i\" to ignore case, or others that the database has.");
        }
    }

    static Like like(
            Expression<?> operand, String pattern, @Nullable Character escape, boolean ignoreCase, boolean negated) {
        return new Like(require(operand, Need.STRING, "like"), pattern(pattern), escape, ignoreCase, negated);
    }

    static Literal<String> pattern(String pattern) {
        return new Literal<>(Objects.requireNonNull(pattern, "pattern is null"), SqlTypes.TEXT);
    }

    /** Takes the text's wildcards literally, with {@link #ESCAPE}. */
    static String escape(String text) {
        String escape = ESCAPE.toString();
        return text.replace(escape, escape + escape).replace("%", escape + "%").replace("_", escape + "_");
    }

    static <T> Arithmetic<T> arithmetic(Arithmetic.Operator operator, Expression<T> left, Expression<?> right) {
        require(left, Need.NUMBER, operator.sql());
        require(right, Need.NUMBER, operator.sql());
        if (isExactInteger(left.type())
                && !isExactInteger(right.type())
                && right.type().name() != TypeName.OTHER) {
            throw new AlkahestArgumentException(
                    "ALK-1190",
                    "Cannot apply '" + operator.sql() + "' to " + left.type() + " and " + right.type()
                            + ": the result would not be an integer, and its type is that of the left side. Put the"
                            + " other operand first, or cast: x.cast(SqlTypes.DECIMAL).");
        }
        return new Arithmetic<>(operator, left, right, resultType(operator, left.type(), right.type()));
    }

    /** A product or quotient of decimals has more digits after the point than its operands; a sum as many as the longer. */
    @SuppressWarnings("unchecked") // a DECIMAL without conversion has BigDecimals, of which DECIMAL is a type
    private static <T> SqlType<T> resultType(Arithmetic.Operator operator, SqlType<T> left, SqlType<?> right) {
        boolean additive = operator == Arithmetic.Operator.PLUS || operator == Arithmetic.Operator.MINUS;
        boolean decimal = left.name() == TypeName.DECIMAL && left.conversion() == null;
        boolean fits = additive && (isExactInteger(right) || (right.scale() >= 0 && right.scale() <= left.scale()));
        return decimal && !fits ? (SqlType<T>) SqlTypes.DECIMAL : left;
    }

    static Expression<Double> trueQuotient(Expression<?> left, Expression<?> right) {
        require(left, Need.NUMBER, "trueDividedBy");
        require(right, Need.NUMBER, "trueDividedBy");
        return new Arithmetic<>(Arithmetic.Operator.DIVIDE, left.cast(SqlTypes.DOUBLE), right, SqlTypes.DOUBLE);
    }

    /** Integers are divided by cutting towards zero, and one less where a remainder was cut from a negative quotient. */
    static <T> Expression<T> floorQuotient(Expression<T> left, Expression<T> right) {
        Expression<T> quotient = arithmetic(Arithmetic.Operator.DIVIDE, left, right);
        if (!isExactInteger(left.type())) {
            return new BuiltInFunction<>(BuiltInFunction.Name.FLOOR, List.of(quotient), quotient.type());
        }
        Expression<T> rest = arithmetic(Arithmetic.Operator.MODULO, left, right);
        Expression<Boolean> negative = Sql.or(
                isBelowZero(rest).and(isAboveZero(right)), isAboveZero(rest).and(isBelowZero(right)));
        Expression<Integer> less = Sql.when(negative, 1).otherwise(0);
        return new Arithmetic<>(Arithmetic.Operator.MINUS, quotient, less, left.type());
    }

    private static Expression<Boolean> isBelowZero(Expression<?> number) {
        return new Comparison(Comparison.Operator.LESS, number, Sql.value(0));
    }

    private static Expression<Boolean> isAboveZero(Expression<?> number) {
        return new Comparison(Comparison.Operator.GREATER, number, Sql.value(0));
    }

    static void requireInteger(Expression<?> operand, String operator) {
        if (!isExactInteger(operand.type()) && operand.type().name() != TypeName.OTHER) {
            throw new AlkahestArgumentException(
                    "ALK-1110",
                    "Cannot apply '" + operator + "' to " + operand.type()
                            + ": it needs an integer. Cast it first if that is meant.");
        }
    }

    /** The terms as sort keys; errors with ALK-1145 for a null among them. */
    static List<OrderItem> orderItems(OrderTerm @Nullable [] terms) {
        return nonNull("orderBy", terms).stream().map(OrderTerm::toOrderItem).toList();
    }

    /** The parts of a clause; errors with ALK-1145 for a null among them. */
    static <E> List<E> nonNull(String clause, E @Nullable [] parts) {
        if (parts == null || Arrays.asList(parts).contains(null)) {
            throw new AlkahestArgumentException(
                    "ALK-1145",
                    "Cannot build " + clause + ": one of its parts is null. Leave it out, or call " + clause
                            + " only where there is one.");
        }
        return List.of(parts);
    }

    private static boolean isExactInteger(SqlType<?> type) {
        return switch (type.name()) {
            case SMALLINT, INTEGER, BIGINT -> true;
            default -> false;
        };
    }

    @SuppressWarnings("unchecked") // require has checked the type
    static Expression<Boolean> condition(Expression<?> operand, String operator) {
        return (Expression<Boolean>) require(operand, Need.CONDITION, operator);
    }

    static <E extends Expression<?>> E require(E operand, Need need, String operator) {
        Category category = operand.type().name().category();
        if (category == need.category || operand.type().name() == TypeName.OTHER) {
            return operand;
        }
        throw new AlkahestArgumentException(
                "ALK-1110",
                "Cannot apply '" + operator + "' to "
                        + operand.label().map(l -> "'" + l + "'").orElse("an expression") + ": it needs " + need.words
                        + ", got " + operand.type() + ". Cast it first if that is meant.");
    }

    enum Need {
        NUMBER(Category.NUMERIC, "a number"),
        STRING(Category.STRING, "a string"),
        CONDITION(Category.BOOLEAN, "a condition"),
        DATETIME(Category.DATETIME, "a date or time"),
        INTERVAL(Category.INTERVAL, "an interval"),
        JSON(Category.JSON, "JSON"),
        ARRAY(Category.ARRAY, "an array");

        private final Category category;
        private final String words;

        Need(Category category, String words) {
            this.category = category;
            this.words = words;
        }
    }
}
