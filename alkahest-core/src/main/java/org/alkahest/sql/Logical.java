package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.type.AlkahestArgumentException;

/** AND or OR over two or more terms, kept flat so that depth never overflows a stack. */
public record Logical(Connective connective, List<Expression<Boolean>> terms) implements Predicate {
    public Logical {
        terms = List.copyOf(terms);
        if (terms.size() < 2) {
            throw new AlkahestArgumentException(
                    "ALK-1102",
                    "Cannot connect terms with " + connective + ": it needs at least 2, got " + terms.size()
                            + ". Use the term itself.");
        }
    }

    /** Joins two conditions; see {@link #of(Connective, List)}. */
    static Expression<Boolean> of(Connective connective, Expression<Boolean> left, Expression<Boolean> right) {
        if (left instanceof TruthValue || right instanceof TruthValue) {
            return of(connective, Operators.listOf(left, right));
        }
        return new Logical(connective, Lists.concat(terms(connective, left), terms(connective, right)));
    }

    /** The terms of a condition with that connective; the condition alone where it is none. */
    public static List<Expression<Boolean>> terms(Connective connective, Expression<Boolean> condition) {
        return condition instanceof Logical logical && logical.connective == connective
                ? logical.terms
                : List.of(condition);
    }

    /**
     * Joins conditions into one flat list where any has the same connective already. A constant is folded: it decides the
     * whole, or changes nothing.
     */
    public static Expression<Boolean> of(Connective connective, List<Expression<Boolean>> conditions) {
        TruthValue neutral = new TruthValue(connective == Connective.AND);
        List<Expression<Boolean>> terms = new ArrayList<>();
        for (Expression<Boolean> condition : conditions) {
            if (condition instanceof TruthValue constant) {
                if (!constant.equals(neutral)) {
                    return constant;
                }
            } else {
                terms.addAll(terms(connective, condition));
            }
        }
        return switch (terms.size()) {
            case 0 -> neutral;
            case 1 -> terms.get(0);
            default -> new Logical(connective, terms);
        };
    }

    @Override
    public void describe(Description description) {
        description.add(connective).children(terms);
    }

    @Override
    public Logical mapChildren(NodeMapper mapper) {
        return new Logical(connective, mapper.mapAll(terms));
    }

    /** AND or OR. */
    public enum Connective {
        AND,
        OR
    }
}
