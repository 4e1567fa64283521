package org.alkahest.sql;

import java.util.List;

/** 2 parts of a row that a constructor will build; see {@link Sql#row}. Immutable. */
public record RowOf2<A, B>(Selectable<A> s1, Selectable<B> s2) {
    /** One value per row: what the constructor or factory makes of the parts, which are null where they are NULL. */
    @SuppressWarnings({"unchecked", "NullAway"}) // values come from the decoders of the same parts; a part may be null
    public <R> RowValue<R> as(Constructor<A, B, R> constructor) {
        return new RowValue<>(
                List.of(s1, s2),
                (parts, row) -> constructor.construct((A) parts[0].decode(row), (B) parts[1].decode(row)));
    }

    /** A constructor or factory of 2 parameters. */
    @FunctionalInterface
    public interface Constructor<A, B, R> {
        R construct(A v1, B v2);
    }
}
