package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.SqlType;

/** {@code array[from:to]}: the elements from one position, counted from 1, to another, both included. */
public record ArraySlice<T>(Expression<T> array, Expression<Integer> from, Expression<Integer> to)
        implements ArrayExpression<T> {
    public ArraySlice {
        Operators.require(array, Operators.Need.ARRAY, "slice");
        Objects.requireNonNull(from, "from is null");
        Objects.requireNonNull(to, "to is null");
    }

    @Override
    public SqlType<T> type() {
        return array.type();
    }

    @Override
    public void describe(Description description) {
        description.add(ArraySlice.class).child(array).child(from).child(to);
    }

    @Override
    public ArraySlice<T> mapChildren(NodeMapper mapper) {
        return new ArraySlice<>(mapper.map(array), mapper.map(from), mapper.map(to));
    }
}
