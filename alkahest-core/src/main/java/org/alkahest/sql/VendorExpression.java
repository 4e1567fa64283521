package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.alkahest.sql.CustomOperator.Binding;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.Vendor;

/**
 * An expression that only some databases have, and that is refused on others (ALK-1210): SQL text with operands between
 * its fragments. The text is written as it is, so that it must never hold a value; values are operands.
 *
 * @param fragments the text before, between and after the operands: one more than there are operands
 * @param binding how tightly the expression binds, which decides about parentheses around it; with {@code ATOM}, as of a
 *     call, the operands stand between commas and parentheses, and get none themselves
 */
public record VendorExpression<T>(
        Vendor vendor, List<String> fragments, List<Expression<?>> operands, SqlType<T> type, Binding binding)
        implements ExpressionExtension<T> {
    public VendorExpression {
        Objects.requireNonNull(vendor, "vendor is null");
        fragments = List.copyOf(fragments);
        operands = List.copyOf(operands);
        Objects.requireNonNull(type, "type is null");
        Objects.requireNonNull(binding, "binding is null");
        if (fragments.size() != operands.size() + 1) {
            throw new AlkahestArgumentException(
                    "ALK-1440",
                    "Cannot build the expression " + fragments + " with " + operands.size()
                            + " operands: there is one fragment more than operands. Give empty fragments where no text"
                            + " stands.");
        }
    }

    /** {@code name(arguments)}; the name is written as it is. */
    public static <T> VendorExpression<T> call(
            Vendor vendor, String name, SqlType<T> type, List<? extends Expression<?>> arguments) {
        List<String> fragments = new ArrayList<>();
        fragments.add(name + (arguments.isEmpty() ? "()" : "("));
        for (int i = 1; i <= arguments.size(); i++) {
            fragments.add(i == arguments.size() ? ")" : ", ");
        }
        return new VendorExpression<>(vendor, fragments, List.copyOf(arguments), type, Binding.ATOM);
    }

    /** {@code name(arguments)}; the name is written as it is. */
    public static <T> VendorExpression<T> call(
            Vendor vendor, String name, SqlType<T> type, Expression<?>... arguments) {
        return call(vendor, name, type, List.of(arguments));
    }

    /** {@code left <operator> right}; the operator is written as it is. */
    public static <T> VendorExpression<T> operator(
            Vendor vendor, Expression<?> left, String operator, Expression<?> right, SqlType<T> type) {
        List<String> fragments = List.of("", " " + operator + " ", "");
        return new VendorExpression<>(vendor, fragments, List.of(left, right), type, Binding.UNKNOWN);
    }

    /** {@code left <operator> right} as a condition, which binds as comparisons do. */
    public static VendorExpression<Boolean> condition(
            Vendor vendor, Expression<?> left, String operator, Expression<?> right) {
        List<String> fragments = List.of("", " " + operator + " ", "");
        return new VendorExpression<>(vendor, fragments, List.of(left, right), SqlTypes.BOOLEAN, Binding.COMPARISON);
    }

    /** A word without operands, such as a pseudo-column; written as it is. */
    public static <T> VendorExpression<T> word(Vendor vendor, String word, SqlType<T> type) {
        return new VendorExpression<>(vendor, List.of(word), List.of(), type, Binding.ATOM);
    }

    @Override
    public void render(RenderContext context) {
        context.require(vendor, String.join("…", fragments).strip());
        for (int i = 0; i < operands.size(); i++) {
            context.sql(fragments.get(i));
            if (binding == Binding.ATOM) {
                context.argument(operands.get(i));
            } else {
                context.node(operands.get(i));
            }
        }
        context.sql(fragments.get(operands.size()));
    }

    @Override
    public void describe(Description description) {
        description
                .add(VendorExpression.class)
                .add(vendor)
                .add(fragments)
                .add(binding)
                .add(type)
                .children(operands);
    }

    @Override
    public VendorExpression<T> mapChildren(NodeMapper mapper) {
        return new VendorExpression<>(vendor, fragments, mapper.mapAll(operands), type, binding);
    }
}
