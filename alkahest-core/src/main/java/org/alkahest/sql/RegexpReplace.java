package org.alkahest.sql;

import org.alkahest.type.SqlType;

/** {@code REGEXP_REPLACE(operand, pattern, replacement, flags)}: a string with all matches replaced. */
public record RegexpReplace(
        Expression<?> operand, Expression<String> pattern, Expression<String> replacement, String flags)
        implements FunctionExpression<String> {
    public RegexpReplace {
        Operators.require(operand, Operators.Need.STRING, "regexpReplace");
        Operators.requireFlags(flags);
    }

    @Override
    public SqlType<String> type() {
        return pattern.type();
    }

    @Override
    public void describe(Description description) {
        description
                .add(RegexpReplace.class)
                .add(flags)
                .child(operand)
                .child(pattern)
                .child(replacement);
    }

    @Override
    public RegexpReplace mapChildren(NodeMapper mapper) {
        return new RegexpReplace(mapper.map(operand), mapper.map(pattern), mapper.map(replacement), flags);
    }
}
