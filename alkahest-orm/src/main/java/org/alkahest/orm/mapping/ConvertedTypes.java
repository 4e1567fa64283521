package org.alkahest.orm.mapping;

import jakarta.persistence.AttributeConverter;
import java.util.Objects;
import java.util.function.Function;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Makes column types of Jakarta Persistence's converters. A converter is never called with null: null stays null. */
public final class ConvertedTypes {
    private ConvertedTypes() {}

    /** For values that cannot change in place: they are compared by {@code equals}. */
    public static <X, Y> SqlType<X> immutable(
            Class<? super X> javaType, AttributeConverter<X, Y> converter, SqlType<Y> storage) {
        return storage.as(
                exact(javaType),
                value -> notNull(converter.convertToDatabaseColumn(value), converter, value),
                stored -> notNull(converter.convertToEntityAttribute(stored), converter, stored));
    }

    /**
     * For values that may change in place: a copy goes to the stored form and back, and two values are the same if their
     * stored forms are.
     */
    public static <X, Y> SqlType<X> mutable(
            Class<? super X> javaType, AttributeConverter<X, Y> converter, SqlType<Y> storage) {
        Function<X, Y> store = value -> notNull(converter.convertToDatabaseColumn(value), converter, value);
        return immutable(javaType, converter, storage)
                .withValues(
                        value -> notNull(converter.convertToEntityAttribute(store.apply(value)), converter, value),
                        (a, b) -> storage.same(store.apply(a), store.apply(b)));
    }

    /** A generic type such as {@code List<String>} has only the class of its raw type. */
    @SuppressWarnings("unchecked") // the class is used as a key and a name; values come from the converter
    private static <X> Class<X> exact(Class<? super X> javaType) {
        return (Class<X>) Objects.requireNonNull(javaType, "javaType is null");
    }

    private static <V> V notNull(@Nullable V result, AttributeConverter<?, ?> converter, Object argument) {
        if (result == null) {
            throw new MappingException(
                    "ALK-2009",
                    "Cannot convert a " + argument.getClass().getSimpleName() + ": converter "
                            + converter.getClass().getName()
                            + " returned null for a value. Return a value for each value; null itself never gets"
                            + " there.");
        }
        return result;
    }
}
