package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/** {@code CASE operand WHEN value THEN result … ELSE otherwise END}. */
public record SimpleCase<V, T>(
        Expression<V> operand,
        List<When<V, T>> whens,
        @Nullable Expression<T> otherwise,
        SqlType<T> type) implements Expression<T> {
    public SimpleCase {
        whens = List.copyOf(whens);
    }

    /** The same with a further branch. */
    public SimpleCase<V, T> when(V value, Expression<T> result) {
        List<When<V, T>> more = new ArrayList<>(whens);
        more.add(new When<>(Operators.literal(operand, value), result));
        return new SimpleCase<>(operand, more, otherwise, type);
    }

    /** The same with a further branch that gives a value. */
    public SimpleCase<V, T> when(V value, T result) {
        return when(value, new Literal<>(result, type));
    }

    /** The same with the result of rows that no branch takes; without it that is NULL. */
    public SimpleCase<V, T> otherwise(Expression<T> result) {
        return new SimpleCase<>(operand, whens, result, type);
    }

    /** The same with a value for rows that no branch takes. */
    public SimpleCase<V, T> otherwise(T result) {
        return otherwise(new Literal<>(result, type));
    }

    @Override
    public void describe(Description description) {
        description.add(SimpleCase.class).child(operand).add(whens.size());
        for (When<V, T> when : whens) {
            description.child(when.value).child(when.result);
        }
        description.child(otherwise);
    }

    @Override
    public SimpleCase<V, T> mapChildren(NodeMapper mapper) {
        List<When<V, T>> mapped = new ArrayList<>();
        for (When<V, T> when : whens) {
            mapped.add(new When<>(mapper.map(when.value), mapper.map(when.result)));
        }
        return new SimpleCase<>(mapper.map(operand), mapped, mapper.mapNullable(otherwise), type);
    }

    /** The beginning of a CASE: what its branches compare. */
    public record Operand<V>(Expression<V> expression) {
        /** The first branch. */
        public <T> SimpleCase<V, T> when(V value, Expression<T> result) {
            When<V, T> first = new When<>(Operators.literal(expression, value), result);
            return new SimpleCase<>(expression, List.of(first), null, result.type());
        }

        /** The first branch, which gives a value. */
        public <T> SimpleCase<V, T> when(V value, T result) {
            return when(value, Sql.value(result));
        }
    }

    /** One branch. */
    public record When<V, T>(Expression<V> value, Expression<T> result) {}
}
