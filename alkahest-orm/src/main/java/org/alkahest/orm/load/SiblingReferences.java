package org.alkahest.orm.load;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.RefLoader;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.State;
import org.jspecify.annotations.Nullable;

/** Loads the references of one object's association, with those of its siblings. */
public final class SiblingReferences implements RefLoader {
    private final Loading session;
    private final Loader loader;
    private final EntityEntry<?> owner;
    private final ToOne<?, ?> association;

    public SiblingReferences(Loading session, Loader loader, EntityEntry<?> owner, ToOne<?, ?> association) {
        this.session = session;
        this.loader = loader;
        this.owner = owner;
        this.association = association;
    }

    @Override
    public int epoch() {
        return session.epoch();
    }

    @Override
    public boolean serves(Object object) {
        return session.isOpen() && owner.equals(session.identities().find(object));
    }

    @Override
    public Object session() {
        return session;
    }

    @Override
    public <T> @Nullable T load(Ref<T> reference) {
        if (!session.isOpen() || owner.state() == State.DETACHED) {
            return lastLoaded(reference);
        }
        return session.exclusively(() -> association.isInverse() ? inverse(reference) : byKey(reference));
    }

    /** What was loaded last stays readable after close and expunge. */
    private <T> @Nullable T lastLoaded(Ref<T> reference) {
        T target = reference.targetOrNull();
        if (target == null && !reference.isFoundNone()) {
            throw new MappingException(
                    "ALK-2301",
                    "Cannot get '" + association.owner().mapping().entityClass().getSimpleName() + "."
                            + association.name() + "' of " + owner
                            + ": it was never loaded and its session is closed or has let go of it. Load it with the"
                            + " query: query.load("
                            + association.describePath() + "), or read it before.");
        }
        return target;
    }

    @SuppressWarnings("unchecked") // the reference is this association's content
    private <T> @Nullable T byKey(Ref<T> reference) {
        Collection<EntityEntry<?>> siblings = SiblingSearch.of(owner, session);
        return loader.load(reference, (ToOne<?, T>) association, siblings, areReadOnly(siblings));
    }

    private <T> @Nullable T inverse(Ref<T> reference) {
        Object ownKey = owner.key();
        if (ownKey == null) {
            return reference.targetOrNull();
        }
        Set<Object> keys = new LinkedHashSet<>();
        keys.add(ownKey);
        Collection<EntityEntry<?>> siblings = SiblingSearch.of(owner, session);
        for (EntityEntry<?> sibling : siblings) {
            Object key = sibling.key();
            if (key != null && keys.size() < session.batchSize() && isUnloaded(sibling)) {
                keys.add(key);
            }
        }
        Map<Object, T> found = loader.findInverse(association, keys, areReadOnly(siblings));
        for (EntityEntry<?> sibling : siblings) {
            Object key = sibling.key();
            T target = key == null ? null : found.get(key);
            if (key == null
                    || !keys.contains(key)
                    || !(Loader.content(sibling, association) instanceof Ref<?> other)
                    || other.isLoaded()) {
                continue;
            }
            if (target != null) {
                resolve(other, target);
            } else if (other.targetOrNull() == null) {
                other.resolveNone();
            }
        }
        return found.get(ownKey);
    }

    /** Whether nobody is given the targets who may change them. */
    private boolean areReadOnly(Collection<EntityEntry<?>> siblings) {
        return owner.isReadOnly() && siblings.stream().allMatch(EntityEntry::isReadOnly);
    }

    private boolean isUnloaded(EntityEntry<?> sibling) {
        return !sibling.equals(owner)
                && Loader.content(sibling, association) instanceof Ref<?> reference
                && !reference.isLoaded();
    }

    @SuppressWarnings("unchecked") // both are contents of the same association
    private static <T> void resolve(Ref<T> reference, Object target) {
        reference.resolve((T) target);
    }
}
