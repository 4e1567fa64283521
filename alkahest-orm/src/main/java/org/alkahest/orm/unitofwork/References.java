package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Keys;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;
import org.jspecify.annotations.Nullable;

/** What an object's foreign keys refer to. */
final class References {
    private References() {}

    /** One foreign key of an object: the association, and the object that it refers to if that is loaded. */
    record Reference(ToOne<?, ?> association, @Nullable Object target) {}

    /** The to-one associations of an object that have a foreign key, with their targets. */
    static <E> List<Reference> of(EntityEntry<E> entry) {
        EntityMapping<E> mapping = entry.mapping();
        List<Reference> references = new ArrayList<>();
        for (Association<E, ?> association : mapping.table().associations()) {
            if (association instanceof ToOne<E, ?> toOne && !toOne.isInverse()) {
                Object content = mapping.association(entry.entity(), toOne.index());
                references.add(new Reference(toOne, content instanceof Ref<?> ref ? ref.targetOrNull() : content));
            }
        }
        return references;
    }

    /** What the field of a to-one association holds, if that is loaded. */
    static <E> @Nullable Object loadedTarget(EntityEntry<E> entry, ToOne<?, ?> association) {
        Object content = entry.mapping().association(entry.entity(), association.index());
        return content instanceof Ref<?> reference ? reference.targetOrNull() : content;
    }

    /** The key that an association's foreign key had in the object's snapshot; null for none. */
    static <E> @Nullable Object keyBefore(EntityEntry<E> entry, ToOne<?, ?> association) {
        Object snapshot = entry.snapshot();
        if (snapshot == null) {
            return null;
        }
        List<Object> parts = new ArrayList<>();
        for (Column<?> column : association.columns()) {
            Object part = entry.mapping().snapshotValue(snapshot, EntityTable.position(column));
            if (part == null || part.equals(Keys.PENDING)) {
                return null;
            }
            parts.add(part);
        }
        return parts.size() == 1 ? parts.get(0) : new CompositeKey(parts);
    }
}
