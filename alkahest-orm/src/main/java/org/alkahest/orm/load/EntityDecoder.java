package org.alkahest.orm.load;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.ColumnSet;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.CollectionWrapping;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.State;
import org.alkahest.schema.Column;
import org.alkahest.sql.Decoder;
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

    EntityDecoder(Loading session, RowScope scope, EntityMapping<E> mapping, int position) {
        this.session = session;
        this.scope = scope;
        this.mapping = mapping;
        this.position = position;
        this.associations = mapping.table().associations();
    }

    @Override
    public @Nullable E decode(RowReader row) {
        Object key = mapping.readKey(row, position);
        if (key == null) {
            return null;
        }
        EntityEntry<E> entry = session.identities().find(mapping, key);
        if (entry == null) {
            return load(row, key);
        }
        if (entry.epoch() != session.epoch()) {
            refresh(entry, row);
        }
        return entry.entity();
    }

    private E load(RowReader row, Object key) {
        E entity = mapping.newInstance();
        mapping.read(entity, row, position);
        EntityEntry<E> entry = new EntityEntry<>(entity, mapping, State.PERSISTENT);
        session.identities().file(entry, key);
        entry.setEpoch(session.epoch());
        scope.addSibling(entry);
        for (Association<E, ?> association : associations) {
            switch (association) {
                case ToOne<E, ?> toOne -> setReference(entry, toOne, row);
                case ToMany<E, ?> toMany -> CollectionWrapping.wrap(entry, toMany, session.binder(), scope.origin());
            }
        }
        scope.settle(entry, entry::takeSnapshot);
        return entity;
    }

    private void setReference(EntityEntry<E> entry, ToOne<E, ?> association, RowReader row) {
        Object key = association.isInverse() ? null : foreignKey(association, row);
        if (association.isReference()) {
            Ref<?> reference = session.binder().reference(entry, association, key);
            mapping.setAssociation(entry.entity(), association.index(), reference);
        } else if (association.isInverse()) {
            Object owner = entry.key();
            if (owner != null) {
                scope.addPlain(entry, association, owner);
            }
        } else if (key == null) {
            mapping.setAssociation(entry.entity(), association.index(), null);
        } else {
            scope.addPlain(entry, association, key);
        }
    }

    private @Nullable Object foreignKey(ToOne<E, ?> association, RowReader row) {
        List<Column<?>> columns = association.columns();
        if (columns.size() == 1) {
            return row.at(position + columns.get(0).position());
        }
        List<Object> parts = new ArrayList<>(columns.size());
        for (Column<?> column : columns) {
            Object part = row.at(position + column.position());
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return new CompositeKey(parts);
    }

    private void refresh(EntityEntry<E> entry, RowReader row) {
        E entity = entry.entity();
        Object before = entry.snapshot();
        ColumnSet changed = new ColumnSet();
        if (before != null) {
            mapping.diff(entity, before, changed);
        }
        List<Column<?>> columns = mapping.table().columns();
        List<Integer> modified = changed.positions();
        List<@Nullable Object> kept = new ArrayList<>();
        List<@Nullable Object> keptAssociations = new ArrayList<>();
        for (int column : modified) {
            kept.add(mapping.value(entity, column));
        }
        for (Association<E, ?> association : associations) {
            keptAssociations.add(
                    isModified(association, changed) ? mapping.association(entity, association.index()) : null);
        }
        mapping.read(entity, row, position);
        for (Association<E, ?> association : associations) {
            if (association instanceof ToOne<E, ?> toOne) {
                setReference(entry, toOne, row);
            }
        }
        entry.setEpoch(session.epoch());
        scope.addSibling(entry);
        scope.settle(entry, () -> {
            baseline(entry, before, modified);
            for (int i = 0; i < modified.size(); i++) {
                if (!isForeignKey(columns.get(modified.get(i)))) {
                    mapping.setValue(entity, modified.get(i), kept.get(i));
                }
            }
            for (Association<E, ?> association : associations) {
                if (isModified(association, changed)) {
                    mapping.setAssociation(entity, association.index(), keptAssociations.get(association.index()));
                }
            }
        });
    }

    /** The row's values, but the old baseline for modified columns: an UPDATE must still see them as changed. */
    private void baseline(EntityEntry<E> entry, @Nullable Object before, List<Integer> modified) {
        if (before != null) {
            for (int column : modified) {
                if (!isForeignKey(mapping.table().columns().get(column))) {
                    mapping.setValue(entry.entity(), column, mapping.snapshotValue(before, column));
                }
            }
        }
        entry.takeSnapshot();
    }

    private boolean isForeignKey(Column<?> column) {
        for (Association<E, ?> association : associations) {
            if (association instanceof ToOne<E, ?> toOne && toOne.columns().contains(column)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isModified(Association<?, ?> association, ColumnSet changed) {
        return association instanceof ToOne<?, ?> toOne
                && toOne.columns().stream().anyMatch(c -> changed.contains(c.position()));
    }
}
