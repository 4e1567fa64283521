package org.alkahest.reflect;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * Which tables and views are looked up. Begin with {@link #tables} or {@link #views}. Immutable.
 *
 * @param schema the schema, or null for the connection's own
 * @param kinds not empty
 * @param scope whether temporary ones count
 * @param names only these, or all if empty; those that do not exist are left out
 */
public record Lookup(@Nullable String schema, Set<ObjectKind> kinds, Scope scope, Set<String> names) {
    private static final Lookup TABLES = new Lookup(null, Set.of(ObjectKind.TABLE), Scope.DEFAULT, Set.of());
    private static final Lookup VIEWS = new Lookup(null, Set.of(ObjectKind.VIEW), Scope.DEFAULT, Set.of());

    public Lookup {
        kinds = Set.copyOf(kinds);
        names = Set.copyOf(names);
        if (kinds.isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1610", "Cannot look up objects of no kind. Give tables, views or both.");
        }
    }

    /** All tables of the connection's own schema but temporary ones. */
    public static Lookup tables() {
        return TABLES;
    }

    /** All views of the connection's own schema but temporary ones. */
    public static Lookup views() {
        return VIEWS;
    }

    /** The same in a schema; null for the connection's own. */
    public Lookup in(@Nullable String newSchema) {
        return new Lookup(newSchema, kinds, scope, names);
    }

    /** The same of these kinds instead. */
    public Lookup kinds(ObjectKind first, ObjectKind... more) {
        return new Lookup(schema, EnumSet.of(first, more), scope, names);
    }

    /** The same of every kind. */
    public Lookup everyKind() {
        return new Lookup(schema, EnumSet.allOf(ObjectKind.class), scope, names);
    }

    /** The same of temporary ones alone, or of both. */
    public Lookup scope(Scope newScope) {
        return new Lookup(schema, kinds, Objects.requireNonNull(newScope, "newScope is null"), names);
    }

    /** The same of these names alone; of all for none. */
    public Lookup named(String... newNames) {
        return named(Arrays.asList(newNames));
    }

    /** The same of these names alone; of all for none. */
    public Lookup named(Collection<String> newNames) {
        return new Lookup(schema, kinds, scope, new LinkedHashSet<>(newNames));
    }

    public boolean has(ObjectKind kind) {
        return kinds.contains(kind);
    }

    /** Whether temporary tables count. */
    public enum Scope {
        /** All but temporary ones. */
        DEFAULT,
        TEMPORARY,
        ANY;

        public boolean hasTemporary() {
            return this != DEFAULT;
        }

        public boolean hasLasting() {
            return this != TEMPORARY;
        }
    }
}
