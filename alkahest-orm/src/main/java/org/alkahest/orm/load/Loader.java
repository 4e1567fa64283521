package org.alkahest.orm.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.orm.load.RowScope.PlainReference;
import org.alkahest.orm.mapping.ColumnSet;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.KeyConditions;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.OwnedRows;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Select;
import org.alkahest.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Loads objects by key and references by sibling batch. One thread at a time, as its session. */
public final class Loader {
    private final Loading session;

    public Loader(Loading session) {
        this.session = session;
    }

    /** The scope for one result. */
    public RowScope scope(String origin) {
        return new RowScope(session, this, origin);
    }

    /** All rows of a query of the loader's own, decoded, plain fields filled. */
    <R> List<R> query(RowStatement<R> given, String origin, boolean readOnly) {
        RowStatement<R> statement = session.toSend(given);
        session.beforeQuery(statement);
        RowScope scope = scope(origin).readOnly(readOnly);
        List<R> rows = session.rows(statement, scope).all();
        scope.completed();
        return rows;
    }

    /** The objects of keys, from the identity map where they are fresh. Emits: one SELECT per batch, if any. */
    public <T> Map<Object, T> findAll(EntityTable<T> table, Collection<?> keys, String origin) {
        return findAll(table, keys, origin, false);
    }

    /** The same, read-only or not: what the session has to be read alone is read again where it is to be changed. */
    public <T> Map<Object, T> findAll(EntityTable<T> table, Collection<?> keys, String origin, boolean readOnly) {
        Map<Object, T> found = new HashMap<>();
        List<Object> missing = new ArrayList<>();
        for (Object key : new LinkedHashSet<Object>(keys)) {
            EntityEntry<T> entry = session.identities().find(table.mapping(), key);
            if (entry != null && entry.epoch() == session.epoch() && (readOnly || !entry.isReadOnly())) {
                found.put(key, entry.entity());
            } else {
                missing.add(key);
            }
        }
        for (int from = 0; from < missing.size(); from += session.batchSize()) {
            List<Object> batch = missing.subList(from, Math.min(missing.size(), from + session.batchSize()));
            Select<T> select = Sql.select(table).where(KeyConditions.in(table.primaryKey(), batch));
            for (T entity : query(select, origin, readOnly)) {
                Object key = table.mapping().key(entity);
                if (key != null) {
                    found.put(key, entity);
                }
            }
        }
        return found;
    }

    /** Sets plain to-one fields. */
    void fillPlain(ToOne<?, ?> association, List<PlainReference> references) {
        fill(association, association.target(), references);
    }

    private <T> void fill(ToOne<?, ?> association, EntityTable<T> target, List<PlainReference> references) {
        Set<Object> keys = new LinkedHashSet<>();
        references.forEach(r -> keys.add(r.key()));
        String origin = "was loaded with " + association.describePath();
        boolean readOnly = references.stream().allMatch(r -> r.owner().isReadOnly());
        Map<Object, T> found = association.isInverse()
                ? findInverse(association, keys, readOnly)
                : findAll(target, keys, origin, readOnly);
        for (PlainReference reference : references) {
            set(reference, reference.owner(), association, found.get(reference.key()));
        }
    }

    /** Puts the target in the place of its stand-in; one that the user assigned stays. */
    @SuppressWarnings("ReferenceEquality") // the very object
    private static <E> void set(
            PlainReference reference, EntityEntry<E> owner, ToOne<?, ?> association, @Nullable Object target) {
        EntityMapping<E> mapping = owner.mapping();
        owner.setTargetBefore(association.index(), target);
        if (mapping.association(owner.entity(), association.index()) != reference.standIn()) {
            return;
        }
        boolean dangling = target == null && !association.isInverse();
        boolean clean = (dangling || reference.standIn() == null) && isClean(owner);
        mapping.setAssociation(owner.entity(), association.index(), target);
        if (clean) {
            owner.takeSnapshot(); // a foreign key that leads nowhere is left as it is
        }
    }

    private static <E> boolean isClean(EntityEntry<E> entry) {
        Object snapshot = entry.snapshot();
        ColumnSet changed = new ColumnSet();
        if (snapshot != null) {
            entry.mapping().diff(entry.entity(), snapshot, changed);
        }
        return changed.isEmpty();
    }

    /** The targets of inverse one-to-one associations by the key of their owner. */
    @SuppressWarnings("unchecked") // the association's target
    <T> Map<Object, T> findInverse(ToOne<?, ?> association, Collection<?> ownerKeys, boolean readOnly) {
        if (association.isViewOnly()) {
            return findViewed((ToOne<?, T>) association, ownerKeys, readOnly);
        }
        ToOne<T, ?> owning = (ToOne<T, ?>) association.mappedBy();
        Map<Object, T> found = new HashMap<>();
        List<Object> keys = new ArrayList<>(ownerKeys);
        EntityTable<T> target = owning.owner();
        for (int from = 0; from < keys.size(); from += session.batchSize()) {
            List<Object> batch = keys.subList(from, Math.min(keys.size(), from + session.batchSize()));
            Select<T> select = Sql.select(target).where(KeyConditions.in(owning.columns(), batch));
            for (T entity : query(select, "was loaded with " + association.describePath(), readOnly)) {
                found.put(keyOf(owning.columns(), target.mapping(), entity), entity);
            }
        }
        return found;
    }

    /** The targets that a condition tells, by the key of their owner; errors with ALK-2064 for several of one owner. */
    private <T> Map<Object, T> findViewed(ToOne<?, T> association, Collection<?> ownerKeys, boolean readOnly) {
        Map<Object, T> found = new HashMap<>();
        List<Object> keys = new ArrayList<>(ownerKeys);
        for (int from = 0; from < keys.size(); from += session.batchSize()) {
            OwnedRows owned = association.rows(keys.subList(from, Math.min(keys.size(), from + session.batchSize())));
            Select<OwnedElement<T>> select =
                    owned.in(Sql.select(OwnedElement.selection(association.target(), owned.ownerKey(), null)));
            for (OwnedElement<T> row : query(select, "was loaded with " + association.describePath(), readOnly)) {
                if (found.put(row.ownerKey(), row.element()) != null) {
                    throw new MappingException(
                            "ALK-2064",
                            "Cannot load '" + association.describePath() + "' of " + row.ownerKey()
                                    + ": its condition leads to several rows. Let it say which one, or give @JoinOn"
                                    + " limit = 1 and the field @OrderBy.");
                }
            }
        }
        return found;
    }

    private static <T> Object keyOf(List<Column<?>> columns, EntityMapping<T> mapping, T entity) {
        List<Object> parts = new ArrayList<>();
        for (Column<?> column : columns) {
            Object part = mapping.value(entity, EntityTable.position(column));
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.size() == 1 ? parts.get(0) : new CompositeKey(parts);
    }

    /** Loads the targets of references that siblings have, together with one of them. */
    <T> @Nullable T load(
            Ref<T> reference, ToOne<?, T> association, Collection<EntityEntry<?>> siblings, boolean readOnly) {
        Map<Object, List<Ref<T>>> byKey = new LinkedHashMap<>();
        add(byKey, reference);
        for (EntityEntry<?> sibling : siblings) {
            if (byKey.size() >= session.batchSize()) {
                break;
            }
            Object content = content(sibling, association);
            if (content instanceof Ref<?> other && other.loader() != null && !other.isLoaded()) {
                add(byKey, cast(other));
            }
        }
        Map<Object, T> found = findAll(
                association.target(), byKey.keySet(), "was loaded with " + association.describePath(), readOnly);
        byKey.forEach((key, references) -> {
            T target = found.get(key);
            if (target != null) {
                references.forEach(r -> r.resolve(target));
            }
        });
        Object key = reference.key().orElse(null);
        return key == null ? null : found.get(key);
    }

    private static <T> void add(Map<Object, List<Ref<T>>> byKey, Ref<T> reference) {
        reference
                .key()
                .ifPresent(key ->
                        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(reference));
    }

    static <E> @Nullable Object content(EntityEntry<E> entry, ToOne<?, ?> association) {
        return entry.mapping().association(entry.entity(), association.index());
    }

    @SuppressWarnings("unchecked") // both are contents of the same association
    private static <T> Ref<T> cast(Ref<?> reference) {
        return (Ref<T>) reference;
    }
}
