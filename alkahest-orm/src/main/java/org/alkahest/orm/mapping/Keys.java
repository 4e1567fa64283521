package org.alkahest.orm.mapping;

import org.jspecify.annotations.Nullable;

/** Key values as generated companions read them from references to other entities. */
public final class Keys {
    /**
     * Stands for the key of a target that has none yet because it is not inserted: different from every key and from null,
     * so that a diff sees a change; the flush resolves it before the value is sent.
     */
    public static final Object PENDING = new Object() {
        @Override
        public String toString() {
            return "pending";
        }
    };

    private Keys() {}

    /** The key of a reference's target as one foreign-key column holds it: null for none, {@link #PENDING}. */
    public static @Nullable Object of(@Nullable Ref<?> reference, int part) {
        if (reference == null || reference.isNone()) {
            return null;
        }
        Object key = reference.keyOrNull();
        return key == null ? PENDING : part(key, part);
    }

    /** The same for a plain field that holds the target. */
    public static <T> @Nullable Object of(EntityTable<T> table, @Nullable T target, int part) {
        if (target == null) {
            return null;
        }
        Object key = table.mapping().key(target);
        return key == null ? PENDING : part(key, part);
    }

    /** A part of a key that is a reference; null while the target has no key. */
    @SuppressWarnings("ReferenceEquality") // PENDING is one object
    public static @Nullable Object known(@Nullable Object part) {
        return part == PENDING ? null : part;
    }

    /** Whether a key or version in an object has no value yet: null, or 0 as a primitive field has it. */
    public static boolean isUnset(@Nullable Object value) {
        return value == null || (value instanceof Number number && number.longValue() == 0);
    }

    /** One column's part of a key; {@code part} is the 0-based position among the key columns. */
    public static Object part(Object key, int part) {
        return key instanceof CompositeKey composite ? composite.parts().get(part) : key;
    }
}
