package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;

/** {@code ARRAY[a, b]}: an array of the values of expressions, at least one; made by {@link Sql#array}. */
public record ArrayConstructor<E>(List<Expression<E>> elements, SqlType<List<E>> type)
        implements ArrayExpression<List<E>> {
    public ArrayConstructor {
        elements = List.copyOf(elements);
        Objects.requireNonNull(type, "type is null");
        if (elements.isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1174",
                    "Cannot build an array of no expressions: nothing tells the type of its elements. Use"
                            + " value(List.of(), SqlTypes.array(…)).");
        }
    }

    @Override
    public void describe(Description description) {
        description.add(ArrayConstructor.class).add(type).children(elements);
    }

    @Override
    public ArrayConstructor<E> mapChildren(NodeMapper mapper) {
        return new ArrayConstructor<>(mapper.mapAll(elements), type);
    }
}
