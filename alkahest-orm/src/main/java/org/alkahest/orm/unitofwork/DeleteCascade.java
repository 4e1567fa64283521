package org.alkahest.orm.unitofwork;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.State;
import org.jspecify.annotations.Nullable;

/** Deletes objects, and what does not outlive them: a pending one is forgotten, a persistent one marked. Iterative. */
public final class DeleteCascade {
    private final IdentityMap identities;
    private final Consumer<EntityEntry<?>> forget;
    private final List<EntityEntry<?>> marked = new ArrayList<>();

    /** For deletes that take effect at once. */
    public DeleteCascade(IdentityMap identities) {
        this(identities, identities::forget);
    }

    /** @param forget is given each pending object that is to be forgotten */
    DeleteCascade(IdentityMap identities, Consumer<EntityEntry<?>> forget) {
        this.identities = identities;
        this.forget = forget;
    }

    /** Marks one object; what it cascades to follows with the flush, or at once where that would not see it. */
    public void delete(EntityEntry<?> entry) {
        if (entry.state() == State.PERSISTENT) {
            mark(entry);
        } else if (entry.state() == State.PENDING) {
            run(List.of(entry), collection -> {});
        }
    }

    private void mark(EntityEntry<?> entry) {
        if (!entry.isMarkedDeleted()) {
            identities.makeWritable(entry);
            entry.setMarkedDeleted(true);
            marked.add(entry);
        }
    }

    /** Takes back the marks that this cascade has set. */
    void unmark() {
        marked.forEach(entry -> entry.setMarkedDeleted(false));
        marked.clear();
    }

    /**
     * Cascades from every object that is marked.
     *
     * @param unlinked is given the collections whose rows in an association table go with their owner
     */
    void run(Consumer<CollectionState<?>> unlinked) {
        List<EntityEntry<?>> roots = new ArrayList<>();
        for (EntityMapping<?> mapping : identities.mappings()) {
            for (EntityEntry<?> entry : identities.persistent(mapping)) {
                if (entry.isMarkedDeleted()) {
                    roots.add(entry);
                }
            }
        }
        run(roots, unlinked);
    }

    private void run(List<EntityEntry<?>> roots, Consumer<CollectionState<?>> unlinked) {
        ArrayDeque<EntityEntry<?>> queue = new ArrayDeque<>(roots);
        Set<EntityEntry<?>> done = new LinkedHashSet<>(roots);
        for (EntityEntry<?> entry = queue.poll(); entry != null; entry = queue.poll()) {
            List<EntityEntry<?>> next = new ArrayList<>();
            reach(entry, next, unlinked);
            if (entry.state() == State.PENDING) {
                forget.accept(entry);
            } else {
                mark(entry);
            }
            for (EntityEntry<?> reached : next) {
                if (reached.isAttached() && done.add(reached)) {
                    queue.add(reached);
                }
            }
        }
    }

    private <E> void reach(
            EntityEntry<E> entry, Collection<EntityEntry<?>> next, Consumer<CollectionState<?>> unlinked) {
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            boolean cascades = association.cascades(Cascade.DELETE) || association.cascades(Cascade.DELETE_ORPHAN);
            switch (association) {
                case ToOne<E, ?> toOne -> {
                    if (cascades) {
                        add(target(entry, toOne), next);
                    }
                }
                case ToMany<E, ?> toMany -> {
                    CollectionState<?> state = entry.collection(toMany.index());
                    if (PassiveDeletes.isPassive(toMany, PassiveDeletes::deletes)) {
                        passive(entry, toMany, state, next);
                    } else if (state != null && (cascades || toMany.joinTable() != null)) {
                        elements(state, cascades, next, unlinked);
                    }
                }
            }
        }
    }

    /** The database deletes the rows: the session deletes the objects that it has, and reads no others. */
    private <E, T> void passive(
            EntityEntry<E> entry,
            ToMany<E, T> association,
            @Nullable CollectionState<?> state,
            Collection<EntityEntry<?>> next) {
        PassiveDeletes.known(entry, association, identities).stream()
                .filter(child -> PassiveDeletes.stays(child, association, entry))
                .forEach(next::add);
        if (state != null) {
            state.rawContent().stream().map(identities::find).forEach(child -> {
                if (child != null && child.state() == State.PENDING) {
                    next.add(child);
                }
            });
        }
    }

    private <T> void elements(
            CollectionState<T> state,
            boolean cascades,
            Collection<EntityEntry<?>> next,
            Consumer<CollectionState<?>> unlinked) {
        if (state.association().isWriteOnly() && cascades && state.owner().state() == State.PERSISTENT) {
            throw new MappingException(
                    "ALK-2067",
                    "Cannot delete " + state.owner() + ": its '"
                            + state.association().name()
                            + "' cascades the delete, and is write-only, so that its elements are not known. Let the"
                            + " database delete them, with @OnDelete(CASCADE) on what refers to the owner, or delete"
                            + " them before and drop the cascade.");
        }
        if (!state.isFresh() && state.owner().state() == State.PERSISTENT) {
            state.session().load(state);
        }
        if (state.association().joinTable() != null) {
            unlinked.accept(state);
        }
        if (!cascades) {
            return;
        }
        ToOne<T, ?> back = state.association().back();
        for (T element : state.rawContent()) {
            boolean stays = back != null && !Relationships.refersTo(element, back, state.owner());
            if (!stays) {
                add(element, next); // but not one that has moved to another owner
            }
        }
    }

    private void add(@Nullable Object target, Collection<EntityEntry<?>> next) {
        EntityEntry<?> entry = target == null ? null : identities.find(target);
        if (entry != null) {
            next.add(entry);
        }
    }

    private static <E> @Nullable Object target(EntityEntry<E> entry, ToOne<E, ?> association) {
        Object content = entry.mapping().association(entry.entity(), association.index());
        if (!(content instanceof Ref<?> reference)) {
            return content;
        }
        return entry.state() == State.PENDING
                ? reference.targetOrNull()
                : reference.find().orElse(null);
    }
}
