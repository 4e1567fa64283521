package org.alkahest.sql;

import java.util.Objects;
import java.util.regex.Pattern;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;

/** {@code left <op> right} with an operator that only the database knows; it is written as it is. */
public record CustomOperator<T>(
        String operator, Expression<?> left, Expression<?> right, SqlType<T> type, Binding binding)
        implements Operation<T> {
    private static final Pattern SYMBOL = Pattern.compile("[-+*/<>=~!@#%^&|`?:]{1,16}");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z][A-Za-z_]*( [A-Za-z][A-Za-z_]*)*");

    public CustomOperator {
        Objects.requireNonNull(left, "left is null");
        Objects.requireNonNull(right, "right is null");
        Objects.requireNonNull(type, "type is null");
        Objects.requireNonNull(binding, "binding is null");
        if (binding == Binding.ATOM) {
            throw new AlkahestArgumentException(
                    "ALK-1142",
                    "Cannot use the operator '" + operator
                            + "' as one that binds like a name: its operands could be torn apart. Use UNKNOWN.");
        }
        boolean symbol = SYMBOL.matcher(operator).matches() && !operator.contains("--") && !operator.contains("/*");
        if (!symbol && !WORDS.matcher(operator).matches()) {
            throw new AlkahestArgumentException(
                    "ALK-1142",
                    "Cannot use the operator '" + operator
                            + "': an operator is words, or symbols that begin no comment."
                            + " Correct it, or use raw(…) for other SQL.");
        }
    }

    @Override
    public void describe(Description description) {
        description
                .add(CustomOperator.class)
                .add(operator)
                .add(type)
                .add(binding)
                .child(left)
                .child(right);
    }

    @Override
    public CustomOperator<T> mapChildren(NodeMapper mapper) {
        return new CustomOperator<>(operator, mapper.map(left), mapper.map(right), type, binding);
    }

    /** How tightly an operator binds. */
    public enum Binding {
        /** Unknown: the operator and its operands stand in parentheses beside others. */
        UNKNOWN,
        /** As {@code =} does. */
        COMPARISON,
        /** As {@code +} does. */
        ADDITION,
        /** As {@code *} does. */
        MULTIPLICATION,
        /** As a name or a call does, which never stand in parentheses; no operator binds so. */
        ATOM
    }
}
