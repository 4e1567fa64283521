package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/** {@code CASE WHEN condition THEN result … ELSE otherwise END}. */
public record CaseExpression<T>(
        List<When<T>> whens, @Nullable Expression<T> otherwise, SqlType<T> type) implements Expression<T> {
    public CaseExpression {
        whens = List.copyOf(whens);
    }

    /** The same with a further branch. */
    public CaseExpression<T> when(Expression<Boolean> condition, Expression<T> result) {
        List<When<T>> more = new ArrayList<>(whens);
        more.add(new When<>(condition, result));
        return new CaseExpression<>(more, otherwise, type);
    }

    /** The same with a further branch that gives a value. */
    public CaseExpression<T> when(Expression<Boolean> condition, T result) {
        return when(condition, new Literal<>(result, type));
    }

    /** The same with the result of rows that no branch takes; without it that is NULL. */
    public CaseExpression<T> otherwise(Expression<T> result) {
        return new CaseExpression<>(whens, result, type);
    }

    /** The same with a value for rows that no branch takes. */
    public CaseExpression<T> otherwise(T result) {
        return otherwise(new Literal<>(result, type));
    }

    @Override
    public void describe(Description description) {
        description.add(CaseExpression.class).add(whens.size());
        for (When<T> when : whens) {
            description.child(when.condition).child(when.result);
        }
        description.child(otherwise);
    }

    @Override
    public CaseExpression<T> mapChildren(NodeMapper mapper) {
        List<When<T>> mapped = new ArrayList<>();
        for (When<T> when : whens) {
            mapped.add(new When<>(mapper.map(when.condition), mapper.map(when.result)));
        }
        return new CaseExpression<>(mapped, mapper.mapNullable(otherwise), type);
    }

    /** One branch. */
    public record When<T>(Expression<Boolean> condition, Expression<T> result) {}
}
