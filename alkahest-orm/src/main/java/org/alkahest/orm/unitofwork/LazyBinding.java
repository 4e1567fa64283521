package org.alkahest.orm.unitofwork;

import java.util.function.IntPredicate;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.LazyColumn;
import org.alkahest.orm.mapping.LazyLoader;
import org.alkahest.orm.state.AssociationBinder;
import org.alkahest.orm.state.EntityEntry;
import org.jspecify.annotations.Nullable;

/** Makes what users put into Lazy attributes the session's own, so that it is read again when it has become stale. */
final class LazyBinding {
    private LazyBinding() {}

    /**
     * Attributes of an object with given positions, before a flush writes them. Emits: nothing, unless another object's Lazy
     * was assigned that is not loaded.
     */
    static <E> void bind(EntityEntry<E> entry, AssociationBinder binder, IntPredicate positions) {
        EntityMapping<E> mapping = entry.mapping();
        for (LazyColumn column : mapping.table().lazyColumns()) {
            Object content = mapping.value(entry.entity(), column.position());
            if (positions.test(column.position()) && !isOwn(entry, content)) {
                LazyLoader loader = binder.lazyLoader(entry, "was written by a flush");
                Lazy<?> bound = Lazy.bound(loader, column.position());
                bound.resolve(Lazy.contentOf(content));
                mapping.setValue(entry.entity(), column.position(), bound);
            }
        }
    }

    /** Those of an adopted object: what it knows is what the row has, and a null says nothing. */
    static <E> void adopt(EntityEntry<E> entry, AssociationBinder binder) {
        EntityMapping<E> mapping = entry.mapping();
        for (LazyColumn column : mapping.table().lazyColumns()) {
            Lazy<?> bound = Lazy.bound(binder.lazyLoader(entry, "was attached"), column.position());
            if (mapping.value(entry.entity(), column.position()) instanceof Lazy<?> known && known.isKnown()) {
                bound.resolve(known.lastContent());
            }
            mapping.setValue(entry.entity(), column.position(), bound);
        }
    }

    private static boolean isOwn(EntityEntry<?> entry, @Nullable Object content) {
        return content instanceof Lazy<?> lazy && lazy.isOf(entry.entity());
    }
}
