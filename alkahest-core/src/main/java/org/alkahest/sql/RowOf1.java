package org.alkahest.sql;

import java.util.List;

/** One part of a row that a constructor will build; see {@link Sql#row}. Immutable. */
public record RowOf1<A>(Selectable<A> s1) {
    /** One value per row: what the constructor or factory makes of the parts, which are null where they are NULL. */
    @SuppressWarnings({"unchecked", "NullAway"}) // values come from the decoders of the same parts; a part may be null
    public <R> RowValue<R> as(Constructor<A, R> constructor) {
        return new RowValue<>(List.of(s1), (parts, row) -> constructor.construct((A) parts[0].decode(row)));
    }

    /** A constructor or factory of 1 parameter. */
    @FunctionalInterface
    public interface Constructor<A, R> {
        R construct(A v1);
    }
}
