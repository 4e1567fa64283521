package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.Decoder;
import org.alkahest.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Several selectables that become one value per row, built by a constructor: {@code row(a, b).as(Total::new)}. It nests.
 * Immutable.
 *
 * @param parts what the value is built of, in order
 * @param constructor called once per row
 * @param nullWhen where this column is NULL the whole value is null (the far side of an outer join); null for never
 */
public record RowValue<R>(
        List<? extends Selectable<?>> parts,
        Constructor<R> constructor,
        @Nullable Expression<?> nullWhen) implements Selectable<R> {
    public RowValue {
        parts = List.copyOf(parts);
        Objects.requireNonNull(constructor, "constructor is null");
    }

    RowValue(List<? extends Selectable<?>> parts, Constructor<R> constructor) {
        this(parts, constructor, null);
    }

    /** The same value, but null in rows where the column is NULL. The column is added to the SELECT list. */
    public RowValue<R> nullWhen(Expression<?> column) {
        return new RowValue<>(parts, constructor, Objects.requireNonNull(column, "column is null"));
    }

    @Override
    @SuppressWarnings("unchecked") // all parts were looked at
    public List<Expression<?>> expressions() {
        if (nullWhen == null && isFlat()) {
            return (List<Expression<?>>) (List<?>) parts;
        }
        List<Expression<?>> all = new ArrayList<>();
        for (Selectable<?> part : parts) {
            all.addAll(part.expressions());
        }
        if (nullWhen != null) {
            all.add(nullWhen);
        }
        return all;
    }

    private boolean isFlat() {
        for (Selectable<?> part : parts) {
            if (!(part instanceof Expression<?>)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Decoder<R> decoder(int position, DecodeScope scope) {
        Decoder<?>[] decoders = new Decoder<?>[parts.size()];
        int next = position;
        for (int i = 0; i < decoders.length; i++) {
            decoders[i] = parts.get(i).decoder(next, scope);
            next += parts.get(i).expressions().size();
        }
        return new RowDecoder(decoders, next);
    }

    @Override
    public RowValue<R> mapParts(NodeMapper mapper) {
        List<Selectable<?>> mapped = new ArrayList<>();
        for (Selectable<?> part : parts) {
            mapped.add(part.mapParts(mapper));
        }
        return new RowValue<>(mapped, constructor, mapper.mapNullable(nullWhen));
    }

    /** Decodes the parts, then builds the value of them. */
    private final class RowDecoder implements Decoder<R> {
        private final Decoder<?>[] decoders;
        private final int marker;

        RowDecoder(Decoder<?>[] decoders, int marker) {
            this.decoders = decoders;
            this.marker = marker;
        }

        @Override
        public Decoder<R> over(RowReader rows) {
            Decoder<?>[] linked = new Decoder<?>[decoders.length];
            for (int i = 0; i < linked.length; i++) {
                linked[i] = decoders[i].over(rows);
            }
            return new RowDecoder(linked, marker);
        }

        @Override
        public @Nullable R decode(RowReader row) {
            if (nullWhen != null && row.at(marker) == null) {
                return null;
            }
            try {
                return constructor.construct(decoders, row);
            } catch (NullPointerException e) {
                throw nullPart(RowValue.decode(decoders, row), e);
            }
        }
    }

    /** The values of parts in a row. */
    static @Nullable Object[] decode(Decoder<?>[] decoders, RowReader row) {
        @Nullable Object[] values = new @Nullable Object[decoders.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = decoders[i].decode(row);
        }
        return values;
    }

    /** Unboxing NULL for a primitive parameter surfaces as a NullPointerException; name the parts that were null. */
    private RuntimeException nullPart(@Nullable Object[] values, NullPointerException cause) {
        StringJoiner names = new StringJoiner(", ");
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                names.add("part " + (i + 1) + " (" + label(parts.get(i)) + ")");
            }
        }
        if (names.length() == 0) {
            return cause;
        }
        return new AlkahestArgumentException(
                "ALK-1121",
                "Cannot build a row value: " + names
                        + " is NULL in this row and the constructor does not take null. Use a wrapper type, coalesce"
                        + " in SQL, or nullWhen(column).",
                cause);
    }

    private static String label(Selectable<?> part) {
        return part instanceof Expression<?> expression ? expression.label().orElse("an expression") : "a nested value";
    }

    /** Builds a value from a row. */
    @FunctionalInterface
    public interface Constructor<R> {
        /** The value, from the decoders of the parts; they are called in order, with no list of values between. */
        R construct(Decoder<?>[] parts, RowReader row);
    }
}
