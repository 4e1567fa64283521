package org.alkahest.sql;

/** {@code [NOT] REGEXP_LIKE(operand, pattern, flags)}: whether a part of a string matches a regular expression. */
public record RegexpLike(Expression<?> operand, Expression<String> pattern, String flags, boolean negated)
        implements Predicate {
    public RegexpLike {
        Operators.require(operand, Operators.Need.STRING, "regexpLike");
        Operators.requireFlags(flags);
    }

    @Override
    public void describe(Description description) {
        description.add(RegexpLike.class).add(flags).add(negated).child(operand).child(pattern);
    }

    @Override
    public RegexpLike mapChildren(NodeMapper mapper) {
        return new RegexpLike(mapper.map(operand), mapper.map(pattern), flags, negated);
    }
}
