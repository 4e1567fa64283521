package org.alkahest.orm.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.ColumnSet;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.ConstructedMapping;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Keys;
import org.alkahest.orm.mapping.LazyColumn;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.mapping.Versioning;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.CollectionWrapping;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.State;
import org.alkahest.schema.Column;
import org.alkahest.type.Decoder;
import org.alkahest.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into objects of one entity. A row whose object the session has already gives that object; if it is stale, its
 * unmodified attributes are overwritten, while modified ones keep value and baseline.
 */
final class EntityDecoder<E> implements Decoder<E> {
    private final Loading session;
    private final RowScope scope;
    private final EntityMapping<E> mapping;
    private final int position;
    private final List<Association<E, ?>> associations;
    private final boolean announces;
    private final @Nullable LazyFields<E> lazies;
    private final @Nullable ConstructedRows<E> constructed;
    /** Of each association that had to be asked, once per result and not per row. */
    private final Map<ToOne<?, ?>, Boolean> keyFields = new HashMap<>();

    EntityDecoder(Loading session, RowScope scope, EntityMapping<E> mapping, int position) {
        this(session, scope, mapping, position, List.of());
    }

    /** @param lazies the lazy columns that rows have */
    EntityDecoder(Loading session, RowScope scope, EntityMapping<E> mapping, int position, List<LazyColumn> lazies) {
        this.session = session;
        this.scope = scope;
        this.mapping = mapping;
        this.position = position;
        this.associations = mapping.table().associations();
        this.announces = session.announcesLoads(mapping);
        this.lazies = LazyFields.of(session, mapping, lazies, scope.origin());
        this.constructed = mapping instanceof ConstructedMapping<E> whole
                ? new ConstructedRows<>(session, scope.loader(), whole, scope.isReadOnly())
                : null;
    }

    @Override
    public @Nullable E decode(RowReader row) {
        Object key = mapping.readKey(row, position);
        if (key == null) {
            return null;
        }
        EntityEntry<E> entry = session.identities().find(mapping, key);
        if (entry == null) {
            return constructed == null ? load(row, key) : construct(constructed, row, key);
        }
        boolean becomesWritable = entry.isReadOnly() && !scope.isReadOnly();
        if (becomesWritable) {
            session.identities().makeWritable(entry);
        }
        if (entry.epoch() != session.epoch() || scope.isRefreshing() || becomesWritable) {
            meet(entry, row, becomesWritable || entry.isReadOnly());
        } else if (lazies != null) {
            lazies.fill(entry, row, position);
        }
        return entry.entity();
    }

    /** An object that its constructor made cannot take what the row has now: it stays what was read first. */
    private void meet(EntityEntry<E> entry, RowReader row, boolean unchanged) {
        if (constructed == null) {
            refresh(entry, row, unchanged);
        } else {
            entry.takeSnapshot();
            entry.setEpoch(session.epoch());
            scope.addSibling(entry);
        }
    }

    private void file(EntityEntry<E> entry, Object key) {
        if (scope.isReadOnly()) {
            session.identities().fileReadOnly(entry, own(entry.entity(), key));
        } else {
            session.identities().file(entry, own(entry.entity(), key));
        }
    }

    private E construct(ConstructedRows<E> rows, RowReader row, Object key) {
        EntityEntry<E> entry = rows.make(row, position);
        file(entry, key);
        entry.setEpoch(session.epoch());
        scope.addSibling(entry);
        entry.takeSnapshot();
        if (announces) {
            scope.addLoaded(entry, true);
        }
        return entry.entity();
    }

    private E load(RowReader row, Object key) {
        E entity = mapping.newInstance();
        mapping.read(entity, row, position);
        EntityEntry<E> entry = new EntityEntry<>(entity, mapping, State.PERSISTENT);
        file(entry, key);
        entry.setEpoch(session.epoch());
        scope.addSibling(entry);
        for (Association<E, ?> association : associations) {
            switch (association) {
                case ToOne<E, ?> toOne -> setReference(entry, toOne, row);
                case ToMany<E, ?> toMany -> CollectionWrapping.wrap(entry, toMany, session.binder(), scope.origin());
            }
        }
        if (lazies != null) {
            lazies.load(entry, row, position);
        }
        entry.takeSnapshot();
        if (announces) {
            scope.addLoaded(entry, true);
        }
        return entity;
    }

    /** The key that the object itself holds, where it has one already: one of two equal ones is enough to keep. */
    private Object own(E entity, Object key) {
        Object held = associations.isEmpty() ? mapping.key(entity) : null;
        return held != null && held.equals(key) ? held : key;
    }

    private void setReference(EntityEntry<E> entry, ToOne<E, ?> association, RowReader row) {
        Object key = association.isInverse() ? null : foreignKey(association, row, position);
        if (association.isReference()) {
            Ref<?> reference = session.binder().reference(entry, association, key);
            mapping.setAssociation(entry.entity(), association.index(), reference);
        } else if (association.isInverse()) {
            Object owner = entry.key();
            if (owner != null) {
                Object present = mapping.association(entry.entity(), association.index());
                scope.addPlain(entry, association, owner, present);
            }
        } else if (key == null) {
            mapping.setAssociation(entry.entity(), association.index(), null);
        } else {
            Object target = targetOrStandIn(association, key);
            mapping.setAssociation(entry.entity(), association.index(), target);
            scope.addPlain(entry, association, key, target);
        }
    }

    /** The target if the session has it; else an object with its key, so that the snapshot has the foreign key. */
    private <T> @Nullable T targetOrStandIn(ToOne<E, T> association, Object key) {
        EntityMapping<T> target = association.target().mapping();
        EntityEntry<T> known = session.identities().find(target, key);
        if (known != null) {
            return known.entity();
        }
        if (!keyFields.computeIfAbsent(association, EntityDecoder::hasKeyFields)) {
            return null;
        }
        List<Column<?>> columns = target.table().primaryKey();
        T standIn = target.newInstance();
        for (int i = 0; i < columns.size(); i++) {
            target.setValue(standIn, EntityTable.position(columns.get(i)), Keys.part(key, i));
        }
        return standIn;
    }

    /** Whether the target's key has fields to be set, and is not made of references. */
    private static boolean hasKeyFields(ToOne<?, ?> association) {
        if (association.target().mapping() instanceof ConstructedMapping<?>) {
            return false;
        }
        if (association.target().isPolymorphic()) {
            return false; // the key alone does not tell of which class the target is
        }
        for (Column<?> column : association.target().mapping().table().primaryKey()) {
            if (isForeignKey(association.target().mapping().table().associations(), column)) {
                return false;
            }
        }
        return true;
    }

    /** The key that a row's foreign key refers to; null if any part is NULL. */
    static @Nullable Object foreignKey(ToOne<?, ?> association, RowReader row, int position) {
        List<Column<?>> columns = association.columns();
        if (columns.size() == 1) {
            return row.at(position + EntityTable.position(columns.get(0)));
        }
        List<Object> parts = new ArrayList<>(columns.size());
        for (Column<?> column : columns) {
            Object part = row.at(position + EntityTable.position(column));
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return new CompositeKey(parts);
    }

    /** @param whole whether nothing of the object is kept, since no change of it counts */
    private void refresh(EntityEntry<E> entry, RowReader row, boolean whole) {
        E entity = entry.entity();
        Object before = whole ? null : entry.snapshot();
        ColumnSet changed = new ColumnSet();
        if (before != null) {
            mapping.diff(entity, before, changed);
            session.identities().flagged().addTo(entry, changed);
        }
        List<? extends Column<?>> columns = mapping.table().mappedColumns();
        Map<Integer, @Nullable Object> modified = new LinkedHashMap<>();
        for (int column : changed.positions()) {
            if (!isForeignKey(associations, columns.get(column))) {
                modified.put(column, mapping.value(entity, column));
            }
        }
        Map<Integer, @Nullable Object> assigned = new LinkedHashMap<>();
        for (Association<E, ?> association : associations) {
            if (association instanceof ToOne<E, ?> toOne && !whole && isAssigned(entry, toOne, changed)) {
                assigned.put(toOne.index(), mapping.association(entity, toOne.index()));
            }
        }
        mapping.read(entity, row, position);
        for (Association<E, ?> association : associations) {
            if (association instanceof ToOne<E, ?> toOne && !isFoundSince(entry, toOne)) {
                setReference(entry, toOne, row);
            }
        }
        if (before != null && (!changed.isEmpty() || entry.isMarkedDeleted())) {
            keepVersion(before, modified);
        }
        if (before != null) {
            modified.keySet().forEach(c -> mapping.setValue(entity, c, mapping.snapshotValue(before, c)));
        }
        if (whole) {
            expireCollections(entry);
        }
        if (lazies != null) {
            lazies.refresh(entry, before, changed, row, position);
        }
        entry.takeSnapshot(); // the row's values, but the old baseline of modified columns: they must still differ
        modified.forEach((column, value) -> mapping.setValue(entity, column, value));
        assigned.forEach((index, content) -> mapping.setAssociation(entity, index, content));
        entry.setEpoch(session.epoch());
        scope.addSibling(entry);
        if (announces) {
            scope.addLoaded(entry, false);
        }
    }

    /** Whether a target that the object's row does not tell was found later than what is refreshed now. */
    private boolean isFoundSince(EntityEntry<E> entry, ToOne<E, ?> association) {
        return association.isInverse()
                && !scope.isRefreshing()
                && mapping.association(entry.entity(), association.index()) instanceof Ref<?> reference
                && reference.loader() != null
                && reference.isLoaded();
    }

    /** Members that were loaded to be read alone are read again. */
    private void expireCollections(EntityEntry<E> entry) {
        for (Association<E, ?> association : associations) {
            CollectionState<?> collection = entry.collection(association.index());
            if (collection != null) {
                collection.expire();
            }
        }
    }

    /** What was changed or deleted was so in an earlier version: writing it as if it had been in the row's would lose the row's. */
    private void keepVersion(Object before, Map<Integer, @Nullable Object> modified) {
        Versioning versioning = mapping.table().versioning();
        if (versioning != null) {
            int column = EntityTable.position(versioning.column());
            modified.putIfAbsent(column, mapping.snapshotValue(before, column));
        }
    }

    private static boolean isForeignKey(List<? extends Association<?, ?>> associations, Column<?> column) {
        for (Association<?, ?> association : associations) {
            if (association instanceof ToOne<?, ?> toOne && toOne.columns().contains(column)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the user assigned another target since the baseline; a new one may have the old one's key. */
    @SuppressWarnings("ReferenceEquality") // references are immutable: an assigned one is another
    private boolean isAssigned(EntityEntry<E> entry, ToOne<E, ?> association, ColumnSet changed) {
        Object content = mapping.association(entry.entity(), association.index());
        if (content == entry.targetBefore(association.index())) {
            return false;
        }
        Object target = content instanceof Ref<?> reference ? reference.targetOrNull() : content;
        EntityEntry<?> known = target == null ? null : session.identities().find(target);
        if (known != null && known.state() == State.PENDING) {
            return true;
        }
        if (association.isInverse()) {
            return entry.isReassigned(association);
        }
        for (Column<?> column : association.columns()) {
            if (changed.contains(EntityTable.position(column))) {
                return true;
            }
        }
        return false;
    }
}
