package org.alkahest.orm.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A class whose objects are keys of an entity: an embeddable that is the key, or an id class.
 *
 * @param parts the values of the key columns, in their order
 */
record KeyClass<K>(Class<K> type, Function<? super K, @Nullable Object[]> parts) {
    /** The key as an identity map knows it; what is no object of the class, or has a part that is null, as it is. */
    Object keyOf(Object given) {
        if (!type.isInstance(given)) {
            return given;
        }
        List<@Nullable Object> values = Arrays.asList(parts.apply(type.cast(given)));
        Object first = values.get(0);
        if (first == null || values.contains(null)) {
            return given;
        }
        return values.size() == 1 ? first : CompositeKey.of(values.toArray());
    }
}
