package org.alkahest.reflect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.alkahest.schema.ForeignKey.Action;
import org.jspecify.annotations.Nullable;

/**
 * Puts tables together from the rows of a few catalogue queries, one per kind of part: what a catalogue says of many tables
 * comes in one result, a row for each column of a key. One thread at a time.
 */
public final class TableAssembly {
    private final Map<ObjectName, Parts> tables = new LinkedHashMap<>();

    /** Nothing yet. */
    public TableAssembly() {}

    /** Begins a table; tables come out in the order in which they were begun. */
    public Parts table(ObjectName name, ObjectKind kind, boolean temporary) {
        Parts parts = new Parts(name, kind, temporary);
        tables.put(name, parts);
        return parts;
    }

    /** The parts of a table that was begun; empty for others, whose rows are skipped. */
    public Optional<Parts> find(ObjectName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The parts of every table. */
    public List<Parts> all() {
        return List.copyOf(tables.values());
    }

    /** Adds the tables of another assembly. */
    public void addAll(TableAssembly other) {
        tables.putAll(other.tables);
    }

    public boolean isEmpty() {
        return tables.isEmpty();
    }

    public List<ReflectedTable> toTables() {
        return tables.values().stream().map(Parts::toTable).toList();
    }

    /** The parts of one table. Keys and indexes are told apart by their names, or by a number where they have none. */
    public static final class Parts {
        private final ObjectName name;
        private final ObjectKind kind;
        private final boolean temporary;
        private final List<ReflectedColumn> columns = new ArrayList<>();
        private final List<ReflectedCheck> checks = new ArrayList<>();
        private final Map<Object, ReflectedKey> uniques = new LinkedHashMap<>();
        private final Map<Object, ReflectedForeignKey> foreignKeys = new LinkedHashMap<>();
        private final Map<String, ReflectedIndex> indexes = new LinkedHashMap<>();
        private final Map<String, String> options = new LinkedHashMap<>();
        private @Nullable ReflectedKey primaryKey;
        private @Nullable String comment;
        private @Nullable String definition;

        private Parts(ObjectName name, ObjectKind kind, boolean temporary) {
            this.name = name;
            this.kind = kind;
            this.temporary = temporary;
        }

        public ObjectName name() {
            return name;
        }

        public ObjectKind kind() {
            return kind;
        }

        public List<ReflectedColumn> columns() {
            return List.copyOf(columns);
        }

        /** The primary key so far. */
        public Optional<ReflectedKey> primaryKey() {
            return Optional.ofNullable(primaryKey);
        }

        public Parts column(ReflectedColumn column) {
            columns.add(column);
            return this;
        }

        /** Changes a column that was added; does nothing if there is none of that name. */
        public Parts changeColumn(String columnName, UnaryOperator<ReflectedColumn> change) {
            columns.replaceAll(c -> c.name().equals(columnName) ? change.apply(c) : c);
            return this;
        }

        /** Adds the next column of the primary key. */
        public Parts primaryKey(@Nullable String constraint, String column) {
            primaryKey = new ReflectedKey(
                    constraint, primaryKey == null ? List.of(column) : with(primaryKey.columns(), column));
            return this;
        }

        /** Says the whole primary key. */
        public Parts primaryKey(ReflectedKey key) {
            primaryKey = key;
            return this;
        }

        /** Adds the next column of a unique constraint. */
        public Parts unique(Object id, @Nullable String constraint, String column) {
            uniques.merge(
                    id,
                    new ReflectedKey(constraint, List.of(column)),
                    (before, next) -> new ReflectedKey(constraint, with(before.columns(), column)));
            return this;
        }

        public Parts unique(Object id, ReflectedKey key) {
            uniques.put(id, key);
            return this;
        }

        /** Adds a foreign key, or to one that is there of that id the columns. */
        public Parts foreignKey(Object id, ReflectedForeignKey key) {
            foreignKeys.merge(
                    id,
                    key,
                    (before, next) -> new ReflectedForeignKey(
                            before.name(),
                            with(before.columns(), next.columns()),
                            before.target(),
                            with(before.targetColumns(), next.targetColumns()),
                            before.onDelete(),
                            before.onUpdate(),
                            before.deferrable(),
                            before.deferred(),
                            before.comment()));
            return this;
        }

        /** Adds the next column of a foreign key that is neither deferrable nor commented. */
        public Parts foreignKey(
                Object id,
                @Nullable String constraint,
                String column,
                ObjectName target,
                String targetColumn,
                Action onDelete,
                Action onUpdate) {
            return foreignKey(
                    id,
                    new ReflectedForeignKey(
                            constraint,
                            List.of(column),
                            target,
                            List.of(targetColumn),
                            onDelete,
                            onUpdate,
                            false,
                            false,
                            null));
        }

        public Parts check(ReflectedCheck check) {
            checks.add(check);
            return this;
        }

        /** Adds an index, or to one that is there of that name the items and included columns. */
        public Parts index(ReflectedIndex index) {
            indexes.merge(
                    index.name(),
                    index,
                    (before, next) -> new ReflectedIndex(
                            before.name(),
                            with(before.items(), next.items()),
                            before.unique(),
                            before.where(),
                            with(before.include(), next.include()),
                            before.options()));
            return this;
        }

        public Parts comment(@Nullable String text) {
            comment = text == null || text.isEmpty() ? null : text;
            return this;
        }

        public Parts definition(@Nullable String query) {
            definition = query;
            return this;
        }

        /** Adds what only this database knows; nothing if the value is null. */
        public Parts option(String option, @Nullable String value) {
            if (value != null) {
                options.put(option, value);
            }
            return this;
        }

        private ReflectedTable toTable() {
            return new ReflectedTable(
                    name,
                    kind,
                    temporary,
                    columns,
                    primaryKey,
                    List.copyOf(uniques.values()),
                    List.copyOf(foreignKeys.values()),
                    checks,
                    List.copyOf(indexes.values()),
                    comment,
                    definition,
                    options);
        }

        private static <T> List<T> with(List<T> before, T next) {
            return with(before, List.of(next));
        }

        private static <T> List<T> with(List<T> before, List<T> next) {
            List<T> all = new ArrayList<>(before);
            all.addAll(next);
            return all;
        }
    }
}
