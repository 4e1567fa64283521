package org.alkahest.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the companion of an entity class. A companion registers itself when it is initialised; the class name with an
 * underscore finds it, once per class, so nothing has to be exported or opened. Thread-safe.
 */
public final class Mappings {
    private static final ClassValue<Map<String, EntityTable<?>>> BY_CLASS = new ClassValue<>() {
        @Override
        protected Map<String, EntityTable<?>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>(1);
        }
    };

    private Mappings() {}

    /** Makes the canonical table of a class known; called by companions. */
    public static <E> void register(Class<E> entityClass, EntityTable<E> table) {
        BY_CLASS.get(entityClass).put("table", table);
    }

    /** Makes a subclass of an entity known that is mapped by hand; others are in the index of their module. */
    public static void registerSubclass(Class<?> superclass, Class<?> subclass) {
        EntityIndex.register(superclass, subclass);
    }

    /**
     * The tables of all entities of the module, or the jar or directory, that a class comes from; for MetaData. Errors with
     * ALK-2023 if that was not compiled with the processor.
     */
    public static List<EntityTable<?>> tablesOfModule(Class<?> member) {
        List<EntityTable<?>> tables = new ArrayList<>();
        EntityIndex.ofModule(member).forEach(entity -> tables.add(table(entity)));
        return tables;
    }

    /** The canonical table of an entity class; errors with ALK-2001 if it has none. */
    @SuppressWarnings("unchecked") // register puts the class's own table
    public static <E> EntityTable<E> table(Class<E> entityClass) {
        EntityTable<?> table = find(entityClass);
        if (table == null) {
            throw new MappingException(
                    "ALK-2001",
                    "Cannot find the mapping of " + entityClass.getName() + ": there is no companion "
                            + companionName(entityClass)
                            + ". Annotate the class with @Entity and compile it with alkahest-processor.");
        }
        return (EntityTable<E>) table;
    }

    /** The canonical table of an object's class. */
    @SuppressWarnings("unchecked") // an object's class is its own
    public static <E> EntityTable<E> tableOf(E entity) {
        return (EntityTable<E>) table(entity.getClass());
    }

    /** The key of an entity, or null while it has none. */
    public static @Nullable Object keyOf(Object entity) {
        return tableOf(entity).mapping().key(entity);
    }

    private static @Nullable EntityTable<?> find(Class<?> type) {
        Map<String, EntityTable<?>> slot = BY_CLASS.get(type);
        EntityTable<?> table = slot.get("table");
        if (table == null) {
            try {
                Class.forName(companionName(type), true, type.getClassLoader());
            } catch (ClassNotFoundException e) {
                return null;
            }
            table = slot.get("table");
        }
        return table;
    }

    /** {@code p.Outer$Student} has the companion {@code p.Outer_Student_}. */
    private static String companionName(Class<?> type) {
        return type.getName().replace('$', '_') + "_";
    }
}
