package org.alkahest.sql;

/** TRUE or FALSE as a condition; AND, OR and NOT fold it away where they are built. */
public record TruthValue(boolean value) implements Predicate {
    @Override
    public void describe(Description description) {
        description.add(TruthValue.class).add(value);
    }

    @Override
    public TruthValue mapChildren(NodeMapper mapper) {
        return new TruthValue(value);
    }
}
