package org.alkahest.sql;

import java.util.Objects;

/** {@code operand IS [NOT] TRUE | FALSE | UNKNOWN}: never unknown itself (SQL:2023 part 2, 6.39). */
public record TruthTest(Expression<Boolean> operand, Truth truth, boolean negated) implements Predicate {
    public TruthTest {
        Objects.requireNonNull(truth, "truth is null");
    }

    @Override
    public void describe(Description description) {
        description.add(TruthTest.class).add(truth).add(negated).child(operand);
    }

    @Override
    public TruthTest mapChildren(NodeMapper mapper) {
        return new TruthTest(mapper.map(operand), truth, negated);
    }

    /** The three truth values of SQL; unknown is NULL. */
    public enum Truth {
        TRUE,
        FALSE,
        UNKNOWN
    }
}
