package org.alkahest.orm;

import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.ImmutableMapping;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.mapping.Versioning;
import org.alkahest.orm.state.AssociationBinder;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.FlaggedColumns;
import org.alkahest.orm.state.State;
import org.alkahest.schema.Column;
import org.jspecify.annotations.Nullable;

/** What the user says about attributes that a diff cannot know. */
final class AttributeStates {
    private AttributeStates() {}

    /** Sets an attribute, and its baseline to the same value. */
    static <E, T> void setCommitted(
            EntityEntry<E> entry, Column<T> column, @Nullable T given, AssociationBinder binder) {
        require(entry, column, "set");
        if (isForeignKey(entry.mapping().table(), column)) {
            throw new MappingException(
                    "ALK-2093",
                    "Cannot set '" + column.name() + "' of " + entry
                            + ": it is the foreign key of an association. Assign the association's field.");
        }
        EntityMapping<E> mapping = entry.mapping();
        int position = EntityTable.position(column);
        Object snapshot = entry.snapshot();
        Object value = given == null ? null : column.type().copy(given);
        if (mapping.table().lazyColumn(position) != null) {
            Lazy<?> lazy = Lazy.bound(binder.lazyLoader(entry, "was set as committed"), position);
            lazy.resolve(value);
            value = lazy;
        }
        if (snapshot != null) {
            entry.restoreBaseline(withValue(entry, snapshot, position, value), entry.targets());
        }
        mapping.setValue(entry.entity(), position, value);
    }

    /** The snapshot of an object that has the baseline's values but for one: a snapshot itself is closed. */
    private static <E> Object withValue(EntityEntry<E> entry, Object snapshot, int position, @Nullable Object value) {
        EntityMapping<E> mapping = entry.mapping();
        EntityTable<E> table = mapping.table();
        E model = mapping.newInstance();
        for (Column<?> column : table.mappedColumns()) {
            int each = EntityTable.position(column);
            if (!isForeignKey(table, column)) {
                mapping.setValue(model, each, each == position ? value : mapping.snapshotValue(snapshot, each));
            }
        }
        table.associations().stream()
                .filter(ToOne.class::isInstance)
                .forEach(toOne -> mapping.setAssociation(model, toOne.index(), entry.targetBefore(toOne.index())));
        return mapping.snapshot(model);
    }

    /** Lets the next flush write an attribute; a pending object is written whole. */
    static void flagModified(EntityEntry<?> entry, Column<?> column, FlaggedColumns flagged) {
        require(entry, column, "flag");
        Versioning versioning = entry.mapping().table().versioning();
        if (versioning != null
                && versioning.isWrittenByFlush()
                && EntityTable.position(versioning.column()) == EntityTable.position(column)) {
            throw refusal(
                    "flag", column, entry, "it is the version, which each flush writes anyway. Flag another one.");
        }
        if (entry.state() == State.PERSISTENT) {
            flagged.add(entry, EntityTable.position(column));
        }
    }

    private static void require(EntityEntry<?> entry, Column<?> column, String verb) {
        EntityTable<?> table = entry.mapping().table();
        String problem = !(column.owner() instanceof EntityTable<?> owner
                        && owner.mapping().entityClass().isInstance(entry.entity()))
                ? "it is a column of " + column.owner().name() + ". Give one of " + table.name() + "."
                : entry.mapping() instanceof ImmutableMapping<?>
                        ? "the class is immutable, so that no UPDATE writes it. Map it without @Immutable."
                        : column.isPrimaryKey()
                                ? "it is part of the key, by which the session knows the object. Change other columns"
                                        + " only."
                                : "";
        if (!problem.isEmpty()) {
            throw refusal(verb, column, entry, problem);
        }
    }

    private static MappingException refusal(String verb, Column<?> column, EntityEntry<?> entry, String problem) {
        return new MappingException(
                "ALK-2092", "Cannot " + verb + " '" + column.name() + "' of " + entry + ": " + problem);
    }

    private static boolean isForeignKey(EntityTable<?> table, Column<?> column) {
        int position = EntityTable.position(column);
        return table.associations().stream()
                .anyMatch(association -> association instanceof ToOne<?, ?> toOne
                        && toOne.columns().stream().anyMatch(own -> EntityTable.position(own) == position));
    }
}
