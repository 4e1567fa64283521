package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** The position, from 1, of the first element that equals a value; NULL where there is none. */
public record ArrayPosition(Expression<?> array, Expression<?> element) implements ArrayExpression<Integer> {
    public ArrayPosition {
        Operators.require(array, Operators.Need.ARRAY, "position");
        Objects.requireNonNull(element, "element is null");
    }

    @Override
    public SqlType<Integer> type() {
        return SqlTypes.INTEGER;
    }

    @Override
    public void describe(Description description) {
        description.add(ArrayPosition.class).child(array).child(element);
    }

    @Override
    public ArrayPosition mapChildren(NodeMapper mapper) {
        return new ArrayPosition(mapper.map(array), mapper.map(element));
    }
}
