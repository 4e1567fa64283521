package org.alkahest.sql;

/** The overloads of {@code row} and {@code select}, one per number of columns; use them through {@link Sql}. */
public sealed class Rows permits Conditions {
    Rows() {}

    /** A SELECT of one expression, entity or row value. */
    public static <R> Select<R> select(Selectable<R> selection) {
        return new Select<>(selection, SelectBody.EMPTY);
    }

    /** A SELECT of 2 columns; a row becomes a {@link Row2}. */
    public static <A, B> Select<Row2<A, B>> select(Selectable<A> a, Selectable<B> b) {
        return select(row(a, b).as(Row2::new));
    }

    /** A SELECT of 3 columns; a row becomes a {@link Row3}. */
    public static <A, B, C> Select<Row3<A, B, C>> select(Selectable<A> a, Selectable<B> b, Selectable<C> c) {
        return select(row(a, b, c).as(Row3::new));
    }

    /** A SELECT of 4 columns; a row becomes a {@link Row4}. */
    public static <A, B, C, D> Select<Row4<A, B, C, D>> select(
            Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d) {
        return select(row(a, b, c, d).as(Row4::new));
    }

    /** A SELECT of 5 columns; a row becomes a {@link Row5}. */
    public static <A, B, C, D, E> Select<Row5<A, B, C, D, E>> select(
            Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d, Selectable<E> e) {
        return select(row(a, b, c, d, e).as(Row5::new));
    }

    /** A SELECT of 6 columns; a row becomes a {@link Row6}. */
    public static <A, B, C, D, E, F> Select<Row6<A, B, C, D, E, F>> select(
            Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d, Selectable<E> e, Selectable<F> f) {
        return select(row(a, b, c, d, e, f).as(Row6::new));
    }

    /** A SELECT of 7 columns; a row becomes a {@link Row7}. */
    public static <A, B, C, D, E, F, G> Select<Row7<A, B, C, D, E, F, G>> select(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g) {
        return select(row(a, b, c, d, e, f, g).as(Row7::new));
    }

    /** A SELECT of 8 columns; a row becomes a {@link Row8}. */
    public static <A, B, C, D, E, F, G, H> Select<Row8<A, B, C, D, E, F, G, H>> select(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h) {
        return select(row(a, b, c, d, e, f, g, h).as(Row8::new));
    }

    /** A part that a constructor or factory converts: {@code row(a).as(Name::new)}. */
    public static <A> RowOf1<A> row(Selectable<A> a) {
        return new RowOf1<>(a);
    }

    public static <A, B> RowOf2<A, B> row(Selectable<A> a, Selectable<B> b) {
        return new RowOf2<>(a, b);
    }

    public static <A, B, C> RowOf3<A, B, C> row(Selectable<A> a, Selectable<B> b, Selectable<C> c) {
        return new RowOf3<>(a, b, c);
    }

    public static <A, B, C, D> RowOf4<A, B, C, D> row(
            Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d) {
        return new RowOf4<>(a, b, c, d);
    }

    public static <A, B, C, D, E> RowOf5<A, B, C, D, E> row(
            Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d, Selectable<E> e) {
        return new RowOf5<>(a, b, c, d, e);
    }

    public static <A, B, C, D, E, F> RowOf6<A, B, C, D, E, F> row(
            Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d, Selectable<E> e, Selectable<F> f) {
        return new RowOf6<>(a, b, c, d, e, f);
    }

    public static <A, B, C, D, E, F, G> RowOf7<A, B, C, D, E, F, G> row(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g) {
        return new RowOf7<>(a, b, c, d, e, f, g);
    }

    public static <A, B, C, D, E, F, G, H> RowOf8<A, B, C, D, E, F, G, H> row(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h) {
        return new RowOf8<>(a, b, c, d, e, f, g, h);
    }

    public static <A, B, C, D, E, F, G, H, I> RowOf9<A, B, C, D, E, F, G, H, I> row(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h,
            Selectable<I> i) {
        return new RowOf9<>(a, b, c, d, e, f, g, h, i);
    }

    public static <A, B, C, D, E, F, G, H, I, J> RowOf10<A, B, C, D, E, F, G, H, I, J> row(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h,
            Selectable<I> i,
            Selectable<J> j) {
        return new RowOf10<>(a, b, c, d, e, f, g, h, i, j);
    }

    public static <A, B, C, D, E, F, G, H, I, J, K> RowOf11<A, B, C, D, E, F, G, H, I, J, K> row(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h,
            Selectable<I> i,
            Selectable<J> j,
            Selectable<K> k) {
        return new RowOf11<>(a, b, c, d, e, f, g, h, i, j, k);
    }

    public static <A, B, C, D, E, F, G, H, I, J, K, L> RowOf12<A, B, C, D, E, F, G, H, I, J, K, L> row(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h,
            Selectable<I> i,
            Selectable<J> j,
            Selectable<K> k,
            Selectable<L> l) {
        return new RowOf12<>(a, b, c, d, e, f, g, h, i, j, k, l);
    }

    public static <A, B, C, D, E, F, G, H, I, J, K, L, M> RowOf13<A, B, C, D, E, F, G, H, I, J, K, L, M> row(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h,
            Selectable<I> i,
            Selectable<J> j,
            Selectable<K> k,
            Selectable<L> l,
            Selectable<M> m) {
        return new RowOf13<>(a, b, c, d, e, f, g, h, i, j, k, l, m);
    }

    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N> RowOf14<A, B, C, D, E, F, G, H, I, J, K, L, M, N> row(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h,
            Selectable<I> i,
            Selectable<J> j,
            Selectable<K> k,
            Selectable<L> l,
            Selectable<M> m,
            Selectable<N> n) {
        return new RowOf14<>(a, b, c, d, e, f, g, h, i, j, k, l, m, n);
    }

    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O>
            RowOf15<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O> row(
                    Selectable<A> a,
                    Selectable<B> b,
                    Selectable<C> c,
                    Selectable<D> d,
                    Selectable<E> e,
                    Selectable<F> f,
                    Selectable<G> g,
                    Selectable<H> h,
                    Selectable<I> i,
                    Selectable<J> j,
                    Selectable<K> k,
                    Selectable<L> l,
                    Selectable<M> m,
                    Selectable<N> n,
                    Selectable<O> o) {
        return new RowOf15<>(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o);
    }

    public static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P>
            RowOf16<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P> row(
                    Selectable<A> a,
                    Selectable<B> b,
                    Selectable<C> c,
                    Selectable<D> d,
                    Selectable<E> e,
                    Selectable<F> f,
                    Selectable<G> g,
                    Selectable<H> h,
                    Selectable<I> i,
                    Selectable<J> j,
                    Selectable<K> k,
                    Selectable<L> l,
                    Selectable<M> m,
                    Selectable<N> n,
                    Selectable<O> o,
                    Selectable<P> p) {
        return new RowOf16<>(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p);
    }
}
