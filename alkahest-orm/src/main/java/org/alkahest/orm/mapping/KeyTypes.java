package org.alkahest.orm.mapping;

import java.util.List;
import org.alkahest.schema.Column;

/** The Java types of keys: of another type, a key is never found. */
final class KeyTypes {
    private KeyTypes() {}

    /** The key; errors with ALK-2108 if its types are not those of the key columns. */
    static Object require(EntityTable<?> table, Object key) {
        List<Column<?>> columns = table.primaryKey();
        List<Object> parts = key instanceof CompositeKey composite ? composite.parts() : List.of(key);
        boolean fits = parts.size() == columns.size();
        for (int i = 0; fits && i < parts.size(); i++) {
            fits = columns.get(i).type().javaType().isInstance(parts.get(i));
        }
        if (!fits) {
            throw new MappingException(
                    "ALK-2108",
                    "Cannot look up " + table.mapping().entityClass().getSimpleName() + " by " + key + " of "
                            + key.getClass().getSimpleName() + ": its key is "
                            + columns.stream()
                                    .map(c -> c.name() + " of "
                                            + c.type().javaType().getSimpleName())
                                    .toList()
                            + ". Give a value of that type; for several columns CompositeKey.of(…).");
        }
        return key;
    }
}
