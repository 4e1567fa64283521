package org.alkahest.orm.mapping;

import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * The value of a column that queries leave out: laziness that the type shows. It has no setter: assign a new one. What is
 * inside is not compared with what it was: whoever changes an array or object in it assigns a new Lazy, or calls
 * {@code session.flagModified}. One thread at a time, as its session.
 *
 * @param <T> the type of the column; {@code Lazy<@Nullable String>} where it may be NULL
 */
public final class Lazy<T extends @Nullable Object> {
    private static final int STALE = 0; // sessions count from 1

    private final @Nullable LazyLoader loader;
    private final int column;
    private boolean known;
    private @Nullable T content;
    private int epoch;

    private Lazy(@Nullable LazyLoader loader, int column) {
        this.loader = loader;
        this.column = column;
    }

    /** A loaded one. A null says that the column is NULL, as a null in the field itself does. */
    public static <T extends @Nullable Object> Lazy<T> of(T value) {
        Lazy<T> lazy = new Lazy<>(null, -1);
        lazy.known = true;
        lazy.content = value;
        return lazy;
    }

    /** One that a session can load; for sessions. */
    public static Lazy<?> bound(LazyLoader loader, int column) {
        return new Lazy<@Nullable Object>(loader, column);
    }

    /** What a field is set to: a Lazy as it is, or one of a value; for mappings. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller knows the column
    public static <T extends @Nullable Object> Lazy<T> from(@Nullable Object value) {
        return value instanceof Lazy<?> lazy ? (Lazy<T>) lazy : (Lazy<T>) Lazy.<@Nullable Object>of(value);
    }

    /** A column's value, where it is in a Lazy the content of that. Emits: what {@link #get} does; for sessions. */
    public static @Nullable Object contentOf(@Nullable Object value) {
        return value instanceof Lazy<?> lazy ? lazy.get() : value;
    }

    /**
     * Whether a field holds another value than it did: another Lazy, unless both are known to hold the same. For mappings.
     */
    @SuppressWarnings({"ReferenceEquality", "unchecked"}) // one Lazy is the same as itself, loaded or not
    public static boolean differ(@Nullable Lazy<?> now, @Nullable Lazy<?> before, SqlType<?> type) {
        if (now == before) {
            return false;
        }
        return (now != null && !now.known)
                || (before != null && !before.known)
                || !((SqlType<Object>) type)
                        .same(now == null ? null : now.content, before == null ? null : before.content);
    }

    /**
     * The value; null for SQL NULL. Emits: nothing if it is loaded; else one SELECT for the same attribute, or group of
     * attributes, of this object and its siblings. Errors with ALK-2050 if it was never loaded and no session can load it,
     * ALK-2051 if the object's row is not there.
     */
    @SuppressWarnings("NullAway") // null only where the column is NULL, which T says
    public T get() {
        if (loader != null && epoch != loader.epoch()) {
            loader.load(this);
        }
        return content;
    }

    /** Whether {@link #get} sends no SQL. */
    public boolean isLoaded() {
        return loader == null || (known && epoch == loader.epoch());
    }

    /** Whether it was ever loaded, though it may be stale; for sessions. */
    public boolean isKnown() {
        return known;
    }

    /** What was loaded last, or null; for sessions. */
    public @Nullable T lastContent() {
        return content;
    }

    /** The position of its attribute, where a session has made it; for sessions. */
    public int column() {
        return column;
    }

    /** Whether it is what a session has made for an object; for sessions. */
    public boolean isOf(Object entity) {
        return loader != null && loader.serves(entity);
    }

    /** Puts what was read in place; for sessions. */
    @SuppressWarnings("unchecked") // the caller has read the column
    public void resolve(@Nullable Object value) {
        content = (T) value;
        known = true;
        epoch = loader == null ? STALE : loader.epoch();
    }

    /** What was loaded may have changed: it is read again when it is asked for; for sessions. */
    public void expire() {
        epoch = STALE;
    }

    @Override
    public String toString() {
        return known ? "Lazy(" + content + ")" : "Lazy(not loaded)";
    }
}
