package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * {@code ([base] PARTITION BY … ORDER BY … frame)}: the rows that a window function sees, in order. Immutable; begin with
 * {@link Sql#window} or {@link Sql#partitionBy}.
 *
 * @param base a window with a name whose partitions, and order if it has one, this one takes over; or null
 * @param name the window's name, or null; a named window is written once in the WINDOW clause and referred to by OVER
 */
public record WindowSpecification(
        @Nullable String name,
        @Nullable WindowSpecification base,
        List<Expression<?>> partitionBy,
        List<OrderItem> orderBy,
        @Nullable WindowFrame frame)
        implements SqlNode {
    public WindowSpecification {
        partitionBy = List.copyOf(partitionBy);
        orderBy = List.copyOf(orderBy);
        boolean overrides = base != null && (!partitionBy.isEmpty() || (!orderBy.isEmpty() && !base.orderBy.isEmpty()));
        if (base != null && (overrides || base.name == null || base.frame != null)) {
            throw new AlkahestArgumentException(
                    "ALK-1146",
                    "Cannot base a window on " + (base.name == null ? "one without a name" : "'" + base.name + "'")
                            + ": the base needs a name and no frame, and what it has of partitions and order cannot be"
                            + " given again. Make a window of its own.");
        }
    }

    /** A window of the same partitions as a window with a name, to which order or frame are added (ALK-1146). */
    public WindowSpecification basedOn(WindowSpecification named) {
        return new WindowSpecification(
                name, Objects.requireNonNull(named, "named is null"), partitionBy, orderBy, frame);
    }

    public WindowSpecification partitionBy(Expression<?>... expressions) {
        List<Expression<?>> all = new ArrayList<>(partitionBy);
        all.addAll(Operators.nonNull("partitionBy", expressions));
        return new WindowSpecification(name, base, all, orderBy, frame);
    }

    /** Adds sort keys after earlier ones. */
    public WindowSpecification orderBy(OrderTerm... items) {
        List<OrderItem> all = new ArrayList<>(orderBy);
        all.addAll(Operators.orderItems(items));
        return new WindowSpecification(name, base, partitionBy, all, frame);
    }

    public WindowSpecification frame(WindowFrame newFrame) {
        return new WindowSpecification(
                name, base, partitionBy, orderBy, Objects.requireNonNull(newFrame, "newFrame is null"));
    }

    /** The same window under a name: {@code WINDOW name AS (…)} once, {@code OVER name} wherever it is used. */
    public WindowSpecification as(String newName) {
        return new WindowSpecification(
                Objects.requireNonNull(newName, "newName is null"), base, partitionBy, orderBy, frame);
    }

    @Override
    public void describe(Description description) {
        description
                .add(WindowSpecification.class)
                .add(name)
                .child(base)
                .children(partitionBy)
                .children(orderBy)
                .child(frame);
    }

    @Override
    public WindowSpecification mapChildren(NodeMapper mapper) {
        return new WindowSpecification(
                name,
                mapper.mapNullable(base),
                mapper.mapAll(partitionBy),
                mapper.mapAll(orderBy),
                mapper.mapNullable(frame));
    }
}
