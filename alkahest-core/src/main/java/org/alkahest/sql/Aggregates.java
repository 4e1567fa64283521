package org.alkahest.sql;

import java.math.BigDecimal;
import java.util.List;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.TypeName;

/** Aggregates of rows; use them through {@link Sql}. */
public sealed class Aggregates extends Functions permits Windows {
    Aggregates() {}

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
