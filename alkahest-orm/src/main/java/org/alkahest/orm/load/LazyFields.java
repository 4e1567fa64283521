package org.alkahest.orm.load;

import java.util.List;
import org.alkahest.orm.mapping.ColumnSet;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.LazyColumn;
import org.alkahest.orm.mapping.LazyLoader;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.type.RowReader;
import org.jspecify.annotations.Nullable;

/** Fills the Lazy attributes of objects of one class from the rows of one result, which have some of them or none. */
final class LazyFields<E> {
    private final Loading session;
    private final EntityMapping<E> mapping;
    private final List<LazyColumn> all;
    private final List<LazyColumn> present;
    private final String origin;

    private LazyFields(Loading session, EntityMapping<E> mapping, List<LazyColumn> present, String origin) {
        this.session = session;
        this.mapping = mapping;
        this.all = mapping.table().lazyColumns();
        this.present = present;
        this.origin = origin;
    }

    /** Null for a class without any. */
    static <E> @Nullable LazyFields<E> of(
            Loading session, EntityMapping<E> mapping, List<LazyColumn> present, String origin) {
        return mapping.table().lazyColumns().isEmpty() ? null : new LazyFields<>(session, mapping, present, origin);
    }

    /** Of a new object, before its snapshot is taken. */
    void load(EntityEntry<E> entry, RowReader row, int position) {
        LazyLoader loader = session.binder().lazyLoader(entry, origin);
        for (LazyColumn column : all) {
            Lazy<?> lazy = Lazy.bound(loader, column.position());
            if (present.contains(column)) {
                lazy.resolve(row.at(position + column.position()));
            }
            mapping.setValue(entry.entity(), column.position(), lazy);
        }
    }

    /** Of an object that is read again: what was not changed is the session's own, and the row's or stale. */
    void refresh(EntityEntry<E> entry, @Nullable Object before, ColumnSet changed, RowReader row, int position) {
        for (LazyColumn column : all) {
            int attribute = column.position();
            if (changed.contains(attribute)) {
                continue;
            }
            Lazy<?> lazy = own(entry, baseline(entry, before, attribute), attribute);
            if (present.contains(column)) {
                lazy.resolve(row.at(position + attribute));
            } else {
                lazy.expire();
            }
            mapping.setValue(entry.entity(), attribute, lazy);
        }
    }

    /** What is read alone has no snapshot. */
    private @Nullable Object baseline(EntityEntry<E> entry, @Nullable Object snapshot, int attribute) {
        return snapshot == null ? mapping.value(entry.entity(), attribute) : mapping.snapshotValue(snapshot, attribute);
    }

    private Lazy<?> own(EntityEntry<E> entry, @Nullable Object former, int attribute) {
        return former instanceof Lazy<?> lazy && lazy.isOf(entry.entity())
                ? lazy
                : Lazy.bound(session.binder().lazyLoader(entry, origin), attribute);
    }

    /** Of a fresh object: what the row has and the object has not. */
    void fill(EntityEntry<E> entry, RowReader row, int position) {
        Object snapshot = entry.snapshot();
        for (LazyColumn column : present) {
            Object baseline = baseline(entry, snapshot, column.position());
            if (baseline instanceof Lazy<?> lazy && !lazy.isLoaded()) {
                lazy.resolve(row.at(position + column.position()));
            }
        }
    }
}
