package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code (a, b) [NOT] IN ((1, 2), (3, 4))}; with no rows, false (or true where negated). Each part's values are one list in
 * {@link #describe}, one list after the other.
 */
public record TupleInValues(Tuple<?> operand, List<List<Object>> rows, boolean negated) implements Predicate {
    public TupleInValues {
        rows = List.copyOf(rows);
    }

    @Override
    public void describe(Description description) {
        description.add(TupleInValues.class).add(negated).child(operand);
        for (int i = 0; i < operand.parts().size(); i++) {
            description.values(operand.parts().get(i).type(), column(i));
        }
    }

    private List<Object> column(int part) {
        List<Object> values = new ArrayList<>(rows.size());
        for (List<Object> row : rows) {
            values.add(row.get(part));
        }
        return values;
    }

    @Override
    public TupleInValues mapChildren(NodeMapper mapper) {
        return new TupleInValues(mapper.map(operand), rows, negated);
    }
}
