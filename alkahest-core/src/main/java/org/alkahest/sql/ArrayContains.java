package org.alkahest.sql;

import java.util.Objects;

/** Whether an array has an element that equals a value. */
public record ArrayContains(Expression<?> array, Expression<?> element) implements Predicate {
    public ArrayContains {
        Operators.require(array, Operators.Need.ARRAY, "contains");
        Objects.requireNonNull(element, "element is null");
    }

    @Override
    public void describe(Description description) {
        description.add(ArrayContains.class).child(array).child(element);
    }

    @Override
    public ArrayContains mapChildren(NodeMapper mapper) {
        return new ArrayContains(mapper.map(array), mapper.map(element));
    }
}
