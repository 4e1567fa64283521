package org.alkahest.orm.load;

import java.util.List;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.ConstructedMapping;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.State;
import org.alkahest.type.RowReader;
import org.jspecify.annotations.Nullable;

/** Makes objects of rows in one step, references included: for classes whose constructors take everything. */
final class ConstructedRows<E> {
    private final Loading session;
    private final Loader loader;
    private final ConstructedMapping<E> mapping;
    private final List<Association<E, ?>> associations;
    private final boolean readOnly;

    /** @param readOnly whether the objects are loaded to be read alone */
    ConstructedRows(Loading session, Loader loader, ConstructedMapping<E> mapping, boolean readOnly) {
        this.session = session;
        this.loader = loader;
        this.mapping = mapping;
        this.readOnly = readOnly;
        this.associations = mapping.table().associations();
    }

    EntityEntry<E> make(RowReader row, int position) {
        int count = associations.size();
        @Nullable Object[] contents = new @Nullable Object[count];
        @Nullable LateReferences[] loaders = new @Nullable LateReferences[count];
        for (int i = 0; i < count; i++) {
            if (associations.get(i) instanceof ToOne<E, ?> toOne) {
                Object key = EntityDecoder.foreignKey(toOne, row, position);
                if (key == null) {
                    contents[i] = Ref.none();
                } else {
                    LateReferences late = new LateReferences(session);
                    loaders[i] = late;
                    contents[i] = reference(toOne, key, late);
                }
            }
        }
        EntityEntry<E> entry = new EntityEntry<>(mapping.construct(row, position, contents), mapping, State.PERSISTENT);
        for (int i = 0; i < count; i++) {
            LateReferences late = loaders[i];
            if (late != null && associations.get(i) instanceof ToOne<E, ?> toOne) {
                late.settle(new SiblingReferences(session, loader, entry, toOne));
            }
        }
        return entry;
    }

    private <T> Ref<T> reference(ToOne<E, T> association, Object key, LateReferences late) {
        EntityMapping<T> target = association.target().mapping();
        EntityEntry<T> known = session.identities().find(target, key);
        if (known != null && known.isReadOnly() && !readOnly) {
            return Ref.bound(target.entityClass(), key, null, late); // who may change the target has it loaded for that
        }
        if (known != null && known.epoch() != session.epoch()) {
            return Ref.stale(target.entityClass(), key, known.entity(), late);
        }
        return Ref.bound(target.entityClass(), key, known == null ? null : known.entity(), late);
    }
}
