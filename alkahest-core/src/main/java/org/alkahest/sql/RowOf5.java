package org.alkahest.sql;

import java.util.List;

/** 5 parts of a row that a constructor will build; see {@link Sql#row}. Immutable. */
public record RowOf5<A, B, C, D, E>(
        Selectable<A> s1, Selectable<B> s2, Selectable<C> s3, Selectable<D> s4, Selectable<E> s5) {
    /** One value per row: what the constructor or factory makes of the parts, which are null where they are NULL. */
    @SuppressWarnings({"unchecked", "NullAway"}) // values come from the decoders of the same parts; a part may be null
    public <R> RowValue<R> as(Constructor<A, B, C, D, E, R> constructor) {
        return new RowValue<>(
                List.of(s1, s2, s3, s4, s5),
                (parts, row) -> constructor.construct(
                        (A) parts[0].decode(row),
                        (B) parts[1].decode(row),
                        (C) parts[2].decode(row),
                        (D) parts[3].decode(row),
                        (E) parts[4].decode(row)));
    }

    /** A constructor or factory of 5 parameters. */
    @FunctionalInterface
    public interface Constructor<A, B, C, D, E, R> {
        R construct(A v1, B v2, C v3, D v4, E v5);
    }
}
