package org.alkahest.orm.mapping;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reference to an entity that may not be loaded: laziness that the type shows. It has no setter: assign a new one. One
 * thread at a time, as its session.
 *
 * <p>Two are equal if they refer to the same entity class and key, or, while the target has no key, to the same object.
 */
public final class Ref<T> {
    private static final int UNKNOWN = 0; // sessions count from 1

    private static final Ref<?> NONE = new Ref<>(null, null, null, null);

    private final @Nullable Class<T> entityClass;
    private final @Nullable Object key;
    private @Nullable T target;
    private final @Nullable RefLoader loader;
    private int epoch;

    private Ref(@Nullable Class<T> entityClass, @Nullable Object key, @Nullable T target, @Nullable RefLoader loader) {
        this.entityClass = entityClass;
        this.key = key;
        this.target = target;
        this.loader = loader;
        boolean unknown = key == null && target == null; // a query has to find whether there is any
        this.epoch = loader == null || unknown ? UNKNOWN : loader.epoch();
    }

    /** A loaded reference; {@link #none} for null. */
    public static <T> Ref<T> of(@Nullable T target) {
        return target == null ? none() : new Ref<>(null, null, target, null);
    }

    /** A reference by key, which is not loaded until a session has it. */
    public static <T> Ref<T> key(Class<T> entityClass, Object key) {
        Objects.requireNonNull(entityClass, "entityClass is null");
        return new Ref<>(entityClass, Objects.requireNonNull(key, "key is null"), null, null);
    }

    /** No target. */
    @SuppressWarnings("unchecked") // it never holds a target
    public static <T> Ref<T> none() {
        return (Ref<T>) NONE;
    }

    /** A reference that a session can load; for sessions. A null key stands for one that a query has to find. */
    public static <T> Ref<T> bound(Class<T> entityClass, @Nullable Object key, @Nullable T target, RefLoader loader) {
        return new Ref<>(entityClass, key, target, loader);
    }

    /** The same with a target that is known but may have changed: it is read again when it is asked for. */
    public static <T> Ref<T> stale(Class<T> entityClass, Object key, T target, RefLoader loader) {
        Ref<T> reference = new Ref<>(entityClass, key, target, loader);
        reference.epoch--;
        return reference;
    }

    /**
     * The target. Emits: nothing if it is loaded; else one SELECT for this reference and its unloaded siblings. Errors with
     * {@link NoSuchElementException} if there is none, ALK-2301 if it was never loaded and no session can load it, ALK-2124
     * if its row is not there.
     */
    public T get() {
        return find().orElseThrow(this::nothing);
    }

    private RuntimeException nothing() {
        if (key != null) {
            return new MappingException(
                    "ALK-2124",
                    "Cannot get the target of " + this + ": its row is not there. Use find() where it may be gone.");
        }
        return new NoSuchElementException(
                "Cannot get the target of a Ref: it refers to nothing. Use find() or test isEmpty() where that may"
                        + " be.");
    }

    /** The target, empty if there is none. Emits what {@link #get} does. */
    public Optional<T> find() {
        if (isNone()) {
            return Optional.empty();
        }
        if (loader != null && !isResolved(loader)) {
            T loaded = loader.load(this);
            epoch = loader.epoch();
            target = loaded;
            return Optional.ofNullable(loaded);
        }
        if (target == null && loader != null) {
            return Optional.empty();
        }
        if (target == null) {
            throw new MappingException(
                    "ALK-2301",
                    "Cannot get the target of " + this
                            + ": it was never loaded and belongs to no session. Attach its owner to a session first,"
                            + " or load it with session.get.");
        }
        return Optional.of(target);
    }

    /** Whether {@link #get} sends no SQL. */
    public boolean isLoaded() {
        return isNone() || (loader == null ? target != null : isResolved(loader));
    }

    /** Without a key, that there is no target is known as well once a query has looked for it. */
    private boolean isResolved(RefLoader by) {
        return epoch == by.epoch() && (target != null || key == null);
    }

    /** Whether there is no target. Emits: one SELECT on the inverse side of a one-to-one that is not loaded. */
    public boolean isEmpty() {
        return isNone() || (key == null && target == null && find().isEmpty());
    }

    /** The target's key without a query; empty if there is no target, or it has no key yet. */
    public Optional<Object> key() {
        return Optional.ofNullable(keyOrNull());
    }

    /** The target if it is loaded, else null; for sessions. */
    public @Nullable T targetOrNull() {
        return target;
    }

    /** The class of the target if it is known without loading it; for sessions. */
    public @Nullable Class<?> entityClassOrNull() {
        if (target != null) {
            return target.getClass();
        }
        return entityClass;
    }

    /** The session that can load the target, or null; for sessions. */
    public @Nullable RefLoader loader() {
        return loader;
    }

    /** Puts a target that was loaded for several references at once in place; for sessions. */
    public void resolve(T loaded) {
        if (this.equals(NONE)) {
            throw new IllegalStateException("Ref.none() refers to nothing, and is shared");
        }
        target = loaded;
        epoch = loader == null ? 0 : loader.epoch();
    }

    /** A query has found no target for a reference without a key; for sessions. */
    public void resolveNone() {
        epoch = loader == null ? UNKNOWN : loader.epoch();
    }

    /** Whether a query has ever found that there is no target; for sessions. */
    public boolean isFoundNone() {
        return target == null && key == null && epoch != UNKNOWN;
    }

    /** That there is no target may have changed: a query looks again; for sessions. */
    public void expireNone() {
        if (isFoundNone()) {
            epoch = UNKNOWN;
        }
    }

    boolean isNone() {
        return entityClass == null && target == null;
    }

    /** A target's own key, which a rollback may take away again, unless the reference was made by key. */
    @Nullable
    Object keyOrNull() {
        if (key == null && target != null) {
            return Mappings.keyOf(target);
        }
        return key;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // while a target has no key, only its identity tells it from others
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Ref<?> that) || isNone() || that.isNone()) {
            return false;
        }
        if (target != null && target == that.target) {
            return true;
        }
        Object mine = keyOrNull();
        return mine != null
                && mine.equals(that.keyOrNull())
                && isSameEntity(entityClassOrNull(), that.entityClassOrNull());
    }

    /** A reference by key may name a superclass of its target's class. */
    private static boolean isSameEntity(@Nullable Class<?> some, @Nullable Class<?> other) {
        return Objects.equals(some, other)
                || (some != null && other != null && (some.isAssignableFrom(other) || other.isAssignableFrom(some)));
    }

    @Override
    public int hashCode() {
        Object mine = keyOrNull();
        return mine == null ? System.identityHashCode(target) : mine.hashCode();
    }

    @Override
    public String toString() {
        if (isNone()) {
            return "Ref.none()";
        }
        Class<?> type = entityClassOrNull();
        Object mine = keyOrNull();
        return "Ref(" + (type == null ? "?" : type.getSimpleName()) + " " + (mine == null ? "pending" : mine) + ")";
    }
}
