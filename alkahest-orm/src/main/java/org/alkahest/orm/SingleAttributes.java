package org.alkahest.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.ColumnSet;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.KeyConditions;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.CollectionWrapping;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;
import org.alkahest.schema.Table;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.Row;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Select;
import org.alkahest.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Expires and refreshes single attributes of one persistent object; the others keep values and baselines. */
final class SingleAttributes<E> {
    private final SessionContext context;
    private final EntityEntry<E> entry;
    private final EntityMapping<E> mapping;

    SingleAttributes(SessionContext context, EntityEntry<E> entry) {
        this.context = context;
        this.entry = entry;
        this.mapping = entry.mapping();
    }

    /** Puts the baseline back; the row is read again when it is next met. */
    void expire(Column<?>... columns) {
        requireColumns("expire", columns);
        Object snapshot = entry.snapshot();
        if (snapshot != null) {
            for (Column<?> column : columns) {
                int position = EntityTable.position(column);
                Object baseline = mapping.snapshotValue(snapshot, position);
                mapping.setValue(entry.entity(), position, baseline);
                context.identities().flagged().forget(entry, position);
                if (baseline instanceof Lazy<?> lazy) {
                    lazy.expire();
                }
            }
            entry.setEpoch(0);
        }
    }

    /** Puts the baseline back; collections are read again when they are touched. */
    void expire(Association<?, ?>... associations) {
        for (Association<?, ?> association : associations) {
            switch (own("expire", association)) {
                case ToMany<E, ?> toMany -> expireCollection(toMany);
                case ToOne<E, ?> toOne -> {
                    forgetFlags(toOne);
                    mapping.setAssociation(entry.entity(), toOne.index(), entry.targetBefore(toOne.index()));
                    if (toOne.isInverse() && toOne.isReference()) {
                        setTarget(toOne, context.binder().reference(entry, toOne, null));
                    }
                }
            }
        }
        entry.setEpoch(0);
    }

    private void expireCollection(ToMany<E, ?> association) {
        CollectionState<?> state = entry.collection(association.index());
        if (state != null) {
            restoreField(association, state);
            if (state.isLoaded()) {
                reset(state);
            }
            state.expire();
        }
    }

    /** Puts the session's own collection back where the user assigned another. */
    void restoreField(ToMany<E, ?> association, CollectionState<?> state) {
        if (CollectionWrapping.isReplaced(entry, association)) {
            mapping.setAssociation(entry.entity(), association.index(), CollectionWrapping.inField(state));
        }
    }

    private static <T> void reset(CollectionState<T> state) {
        state.reset(state.baseline());
    }

    /** Reads columns: value and baseline are the row's afterwards. */
    void refresh(Column<?>... columns) {
        requireColumns("refresh", columns);
        if (columns.length == 0) {
            return;
        }
        Set<Integer> positions = new LinkedHashSet<>();
        for (Column<?> column : columns) {
            positions.add(EntityTable.position(column));
        }
        List<Column<?>> own = new ArrayList<>();
        positions.forEach(position -> own.add(mapping.table().mappedColumns().get(position)));
        Row row = read(own);
        rebase(positions, -1, () -> {
            int i = 0;
            for (int position : positions) {
                mapping.setValue(entry.entity(), position, content(position, row.value(i++)));
            }
        });
        positions.forEach(position -> context.identities().flagged().forget(entry, position));
    }

    private @Nullable Object content(int position, @Nullable Object value) {
        if (mapping.table().lazyColumn(position) == null) {
            return value;
        }
        Lazy<?> lazy = Lazy.bound(context.binder().lazyLoader(entry, "was refreshed"), position);
        lazy.resolve(value);
        return lazy;
    }

    void forgetFlags(ToOne<E, ?> association) {
        association
                .columns()
                .forEach(column -> context.identities().flagged().forget(entry, EntityTable.position(column)));
    }

    /** Reads associations: references and collections are the database's afterwards. */
    void refresh(Association<?, ?>... associations) {
        for (Association<?, ?> association : associations) {
            switch (own("refresh", association)) {
                case ToMany<E, ?> toMany -> {
                    expireCollection(toMany);
                    CollectionState<?> state = entry.collection(toMany.index());
                    if (state != null) {
                        context.binder().load(state);
                    }
                }
                case ToOne<E, ?> toOne -> refreshReference(toOne);
            }
        }
    }

    private void refreshReference(ToOne<E, ?> association) {
        if (association.isInverse()) {
            refreshInverse(association);
            return;
        }
        Row row = read(association.columns());
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < association.columns().size(); i++) {
            Object part = row.value(i);
            if (part != null) {
                parts.add(part);
            }
        }
        forgetFlags(association);
        boolean none = parts.size() < association.columns().size();
        Object key = none ? null : parts.size() == 1 ? parts.get(0) : new CompositeKey(parts);
        Object target = association.isReference()
                ? context.binder().reference(entry, association, key)
                : find(association, key);
        rebase(
                Set.of(),
                association.index(),
                () -> mapping.setAssociation(entry.entity(), association.index(), target));
    }

    private void refreshInverse(ToOne<E, ?> association) {
        expire(association);
        if (mapping.association(entry.entity(), association.index()) instanceof Ref<?> reference) {
            reference.find();
        } else {
            new Refreshing(context).refresh(entry); // a plain field is read with its row
        }
    }

    private <T> @Nullable T find(ToOne<E, T> association, @Nullable Object key) {
        return key == null
                ? null
                : context.loader()
                        .findAll(association.target(), List.of(key), "was loaded with " + association.describePath())
                        .get(key);
    }

    private Row read(List<Column<?>> columns) {
        Object key = Refreshing.requireRow(entry);
        EntityTable<E> table = mapping.table();
        Select<Row> select =
                Sql.selectRow(columns).from(table).where(KeyConditions.in(table.primaryKey(), List.of(key)));
        RowStatement<Row> sent = context.hook().query(select, true);
        context.beforeQuery(sent);
        return context.hook()
                .rows(sent, DecodeScope.CONNECTION, true)
                .oneOrNone()
                .orElseThrow(() -> Refreshing.gone(entry));
    }

    void setTarget(ToOne<E, ?> association, @Nullable Object target) {
        mapping.setAssociation(entry.entity(), association.index(), target);
        entry.setTargetBefore(association.index(), target);
    }

    /** Changes attributes and the baseline with them: what else differs from the baseline still differs afterwards. */
    void rebase(Set<Integer> columns, int index, Runnable change) {
        E entity = entry.entity();
        Object before = entry.snapshot();
        if (before == null) {
            return;
        }
        Map<Integer, @Nullable Object> assigned = new LinkedHashMap<>();
        for (Association<E, ?> association : mapping.table().associations()) {
            if (association instanceof ToOne<E, ?> toOne && entry.isReassigned(toOne)) {
                assigned.put(toOne.index(), mapping.association(entity, toOne.index()));
                mapping.setAssociation(entity, toOne.index(), entry.targetBefore(toOne.index()));
            }
        }
        ColumnSet changed = new ColumnSet();
        mapping.diff(entity, before, changed);
        Map<Integer, @Nullable Object> modified = new LinkedHashMap<>();
        for (int column : changed.positions()) {
            modified.put(column, mapping.value(entity, column));
            mapping.setValue(entity, column, mapping.snapshotValue(before, column));
        }
        change.run();
        entry.takeSnapshot();
        modified.keySet().removeAll(columns);
        assigned.remove(index);
        modified.forEach((column, value) -> mapping.setValue(entity, column, value));
        assigned.forEach((association, content) -> mapping.setAssociation(entity, association, content));
    }

    private void requireColumns(String verb, Column<?>... columns) {
        for (Column<?> column : columns) {
            boolean own = isDeclaredFor(column.owner());
            boolean refers = own
                    && mapping.table().associations().stream()
                            .anyMatch(a -> a instanceof ToOne<E, ?> toOne
                                    && toOne.columns().stream()
                                            .anyMatch(each ->
                                                    EntityTable.position(each) == EntityTable.position(column)));
            if (!own || refers || column.isPrimaryKey()) {
                throw new MappingException(
                        "ALK-2123",
                        "Cannot " + verb + " '" + column.name() + "' of " + entry + ": "
                                + (!own
                                        ? "it is a column of " + column.owner().name()
                                        : refers ? "it is a foreign key" : "it is part of the key")
                                + ". Give columns of " + mapping.table().name()
                                + " that are no keys, or its associations.");
            }
        }
    }

    /** Whether attributes of a table are the object's: the table is its class's, or a superclass's. */
    private boolean isDeclaredFor(Table owner) {
        return owner instanceof EntityTable<?> table
                && table.mapping().entityClass().isInstance(entry.entity());
    }

    Association<E, ?> own(String verb, Association<?, ?> association) {
        for (Association<E, ?> candidate : mapping.table().associations()) {
            if (association.index() == candidate.index() && isDeclaredFor(association.owner())) {
                return candidate;
            }
        }
        throw new MappingException(
                "ALK-2123",
                "Cannot " + verb + " '" + association.name() + "' of " + entry + ": it is an association of "
                        + association.owner().name() + ". Give one of "
                        + mapping.table().name() + ".");
    }
}
