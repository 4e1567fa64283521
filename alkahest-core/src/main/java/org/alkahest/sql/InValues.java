package org.alkahest.sql;

import java.util.List;

/** {@code operand [NOT] IN (values)}; with no values, false (or true where negated). Values are never null: {@code NOT IN} with a NULL is
 * never true, which nobody means. */
public record InValues<T>(Expression<T> operand, List<T> values, boolean negated) implements Predicate {
    public InValues {
        values = List.copyOf(values);
    }

    @Override
    public void describe(Description description) {
        description.add(InValues.class).add(negated).child(operand).values(operand.type(), values);
    }

    @Override
    public InValues<T> mapChildren(NodeMapper mapper) {
        return new InValues<>(mapper.map(operand), values, negated);
    }
}
