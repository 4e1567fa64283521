package org.alkahest.sql;

import java.util.List;
import java.util.Optional;
import org.alkahest.type.Decoder;
import org.alkahest.type.SqlType;

/**
 * A typed SQL expression with the operators that build larger ones. Values and expressions never share a name where null
 * would be ambiguous: test for NULL with {@link #isNull}. An operator that does not fit the type fails when it is built
 * (ALK-1110). Immutable; sends nothing.
 *
 * @param <T> the Java type of values
 */
public sealed interface Expression<T>
        extends Selectable<T>,
                GroupingElement,
                OrderTerm,
                ComparisonOperators<T>,
                StringOperators<T>,
                ArithmeticOperators<T>,
                LogicalOperators<T>,
                JsonOperators<T>
        permits Literal,
                Inlined,
                Parameter,
                Predicate,
                Operation,
                FunctionExpression,
                NestedExpression,
                ArrayExpression,
                Cast,
                TryCast,
                TypeCoercion,
                CaseExpression,
                SimpleCase,
                Interval,
                ScalarSubquery,
                DefaultValue,
                RowImage,
                Labeled,
                RawExpression,
                ExpressionExtension {
    /** The type of values. */
    SqlType<T> type();

    @Override
    Expression<T> mapChildren(NodeMapper mapper);

    @Override
    default Selectable<T> mapParts(NodeMapper mapper) {
        return mapper.map(this);
    }

    /** The name that a result column of this expression has, if it has one. */
    default Optional<String> label() {
        return Optional.empty();
    }

    @Override
    default List<Expression<?>> expressions() {
        return List.of(this);
    }

    @Override
    default Decoder<T> decoder(int position, DecodeScope scope) {
        return Decoder.column(position);
    }

    @Override
    default OrderItem toOrderItem() {
        return asc();
    }

    /** The same expression under a name. */
    default Expression<T> as(String label) {
        return new Labeled<>(this, label);
    }

    /**
     * An operator that only the database knows: {@code tags.op("@>", other, SqlTypes.BOOLEAN)}. It stands in parentheses
     * beside other operators; errors with ALK-1142 unless it is words or symbols.
     */
    default <U> Expression<U> op(String operator, Expression<?> other, SqlType<U> type) {
        return op(operator, other, type, CustomOperator.Binding.UNKNOWN);
    }

    /** The same, where it is known how tightly the operator binds. */
    default <U> Expression<U> op(
            String operator, Expression<?> other, SqlType<U> type, CustomOperator.Binding binding) {
        return new CustomOperator<>(operator, this, other, type, binding);
    }

    /** The same SQL, read and compared as a value of another type. */
    default <U> Expression<U> typeCoerce(SqlType<U> type) {
        return new TypeCoercion<>(this, type);
    }

    /** NULL for values that do not fit the type, where {@link #cast} fails. */
    default <U> Expression<U> tryCast(SqlType<U> type) {
        return new TryCast<>(this, type);
    }

    /** {@code CAST(this AS type)}. */
    default <U> Expression<U> cast(SqlType<U> type) {
        return new Cast<>(this, type);
    }

    default OrderItem asc() {
        return new OrderItem(this, OrderItem.Direction.ASC, OrderItem.Nulls.DEFAULT);
    }

    default OrderItem desc() {
        return new OrderItem(this, OrderItem.Direction.DESC, OrderItem.Nulls.DEFAULT);
    }
}
