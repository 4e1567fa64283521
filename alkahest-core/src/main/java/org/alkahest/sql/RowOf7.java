package org.alkahest.sql;

import java.util.List;

/** 7 parts of a row that a constructor will build; see {@link Sql#row}. Immutable. */
public record RowOf7<A, B, C, D, E, F, G>(
        Selectable<A> s1,
        Selectable<B> s2,
        Selectable<C> s3,
        Selectable<D> s4,
        Selectable<E> s5,
        Selectable<F> s6,
        Selectable<G> s7) {
    /** One value per row: what the constructor or factory makes of the parts, which are null where they are NULL. */
    @SuppressWarnings({"unchecked", "NullAway"}) // values come from the decoders of the same parts; a part may be null
    public <R> RowValue<R> as(Constructor<A, B, C, D, E, F, G, R> constructor) {
        return new RowValue<>(
                List.of(s1, s2, s3, s4, s5, s6, s7),
                (parts, row) -> constructor.construct(
                        (A) parts[0].decode(row),
                        (B) parts[1].decode(row),
                        (C) parts[2].decode(row),
                        (D) parts[3].decode(row),
                        (E) parts[4].decode(row),
                        (F) parts[5].decode(row),
                        (G) parts[6].decode(row)));
    }

    /** A constructor or factory of 7 parameters. */
    @FunctionalInterface
    public interface Constructor<A, B, C, D, E, F, G, R> {
        R construct(A v1, B v2, C v3, D v4, E v5, F v6, G v7);
    }
}
