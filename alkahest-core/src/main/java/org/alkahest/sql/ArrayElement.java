package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.SqlType;

/** {@code array[position]}: an element by its position from 1; NULL where there is none. */
public record ArrayElement<E>(Expression<?> array, Expression<Integer> position, SqlType<E> type)
        implements ArrayExpression<E> {
    public ArrayElement {
        Operators.require(array, Operators.Need.ARRAY, "at");
        Objects.requireNonNull(position, "position is null");
        Objects.requireNonNull(type, "type is null");
    }

    @Override
    public void describe(Description description) {
        description.add(ArrayElement.class).add(type).child(array).child(position);
    }

    @Override
    public ArrayElement<E> mapChildren(NodeMapper mapper) {
        return new ArrayElement<>(mapper.map(array), mapper.map(position), type);
    }
}
