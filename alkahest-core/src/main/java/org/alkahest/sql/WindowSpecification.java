package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code ([base] PARTITION BY … ORDER BY … frame)}: the rows that a window function sees, in order. Immutable; begin with
 * {@link Sql#window} or {@link Sql#partitionBy}.
 *
 * @param name the window's name, or null; a named window is written once in the WINDOW clause and referred to by OVER
 */
public record WindowSpecification(
        @Nullable String name,
        List<Expression<?>> partitionBy,
        List<OrderItem> orderBy,
        @Nullable WindowFrame frame) implements SqlNode {
    public WindowSpecification {
        partitionBy = List.copyOf(partitionBy);
        orderBy = List.copyOf(orderBy);
    }

    public WindowSpecification partitionBy(Expression<?>... expressions) {
        List<Expression<?>> all = new ArrayList<>(partitionBy);
        all.addAll(List.of(expressions));
        return new WindowSpecification(name, all, orderBy, frame);
    }

    /** Adds sort keys after earlier ones. */
    public WindowSpecification orderBy(OrderTerm... items) {
        List<OrderItem> all = new ArrayList<>(orderBy);
        for (OrderTerm item : items) {
            all.add(item.toOrderItem());
        }
        return new WindowSpecification(name, partitionBy, all, frame);
    }

    public WindowSpecification frame(WindowFrame newFrame) {
        return new WindowSpecification(
                name, partitionBy, orderBy, Objects.requireNonNull(newFrame, "newFrame is null"));
    }

    /** The same window under a name: {@code WINDOW name AS (…)} once, {@code OVER name} wherever it is used. */
    public WindowSpecification as(String newName) {
        return new WindowSpecification(Objects.requireNonNull(newName, "newName is null"), partitionBy, orderBy, frame);
    }

    @Override
    public void describe(Description description) {
        description
                .add(WindowSpecification.class)
                .add(name)
                .children(partitionBy)
                .children(orderBy)
                .child(frame);
    }

    @Override
    public WindowSpecification mapChildren(NodeMapper mapper) {
        return new WindowSpecification(
                name, mapper.mapAll(partitionBy), mapper.mapAll(orderBy), mapper.mapNullable(frame));
    }
}
