package org.alkahest.type;

import java.util.Objects;
import java.util.function.Function;

/**
 * How a Java value of one type is stored as a value of another. Functions are only called with non-null values and must
 * return non-null ones. Immutable; the functions must be thread-safe.
 *
 * @param <T> what Java code sees
 * @param <S> what is stored, the Java type of {@code storage}
 */
public record Conversion<T, S>(SqlType<S> storage, Function<T, S> toStorage, Function<S, T> fromStorage) {
    public Conversion {
        Objects.requireNonNull(storage, "storage is null");
        Objects.requireNonNull(toStorage, "toStorage is null");
        Objects.requireNonNull(fromStorage, "fromStorage is null");
    }
}
