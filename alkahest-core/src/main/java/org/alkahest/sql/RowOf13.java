package org.alkahest.sql;

import java.util.List;

/** 13 parts of a row that a constructor will build; see {@link Sql#row}. Immutable. */
public record RowOf13<A, B, C, D, E, F, G, H, I, J, K, L, M>(
        Selectable<A> s1,
        Selectable<B> s2,
        Selectable<C> s3,
        Selectable<D> s4,
        Selectable<E> s5,
        Selectable<F> s6,
        Selectable<G> s7,
        Selectable<H> s8,
        Selectable<I> s9,
        Selectable<J> s10,
        Selectable<K> s11,
        Selectable<L> s12,
        Selectable<M> s13) {
    /** One value per row: what the constructor or factory makes of the parts, which are null where they are NULL. */
    @SuppressWarnings({"unchecked", "NullAway"}) // values come from the decoders of the same parts; a part may be null
    public <R> RowValue<R> as(Constructor<A, B, C, D, E, F, G, H, I, J, K, L, M, R> constructor) {
        return new RowValue<>(
                List.of(s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13),
                (parts, row) -> constructor.construct(
                        (A) parts[0].decode(row),
                        (B) parts[1].decode(row),
                        (C) parts[2].decode(row),
                        (D) parts[3].decode(row),
                        (E) parts[4].decode(row),
                        (F) parts[5].decode(row),
                        (G) parts[6].decode(row),
                        (H) parts[7].decode(row),
                        (I) parts[8].decode(row),
                        (J) parts[9].decode(row),
                        (K) parts[10].decode(row),
                        (L) parts[11].decode(row),
                        (M) parts[12].decode(row)));
    }

    /** A constructor or factory of 13 parameters. */
    @FunctionalInterface
    public interface Constructor<A, B, C, D, E, F, G, H, I, J, K, L, M, R> {
        R construct(A v1, B v2, C v3, D v4, E v5, F v6, G v7, H v8, I v9, J v10, K v11, L v12, M v13);
    }
}
