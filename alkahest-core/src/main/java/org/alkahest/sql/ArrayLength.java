package org.alkahest.sql;

import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** {@code CARDINALITY(array)}: the number of elements, NULLs counted. */
public record ArrayLength(Expression<?> array) implements ArrayExpression<Integer> {
    public ArrayLength {
        Operators.require(array, Operators.Need.ARRAY, "cardinality");
    }

    @Override
    public SqlType<Integer> type() {
        return SqlTypes.INTEGER;
    }

    @Override
    public void describe(Description description) {
        description.add(ArrayLength.class).child(array);
    }

    @Override
    public ArrayLength mapChildren(NodeMapper mapper) {
        return new ArrayLength(mapper.map(array));
    }
}
