package org.alkahest.sql;

import java.util.Objects;

/** Whether a JSON value has all that another has: keys with their values, elements of arrays in any order. */
public record JsonContains(Expression<?> whole, Expression<?> part) implements Predicate {
    public JsonContains {
        Operators.require(whole, Operators.Need.JSON, "containsJson");
        Objects.requireNonNull(part, "part is null");
    }

    @Override
    public void describe(Description description) {
        description.add(JsonContains.class).child(whole).child(part);
    }

    @Override
    public JsonContains mapChildren(NodeMapper mapper) {
        return new JsonContains(mapper.map(whole), mapper.map(part));
    }
}
