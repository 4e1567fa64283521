package org.alkahest.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Placement;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.Baseline;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.State;
import org.jspecify.annotations.Nullable;

/** Sets references and collections of one object as if its rows had them: value and baseline. */
final class CommittedAssociations<E> {
    private final SessionContext context;
    private final EntityEntry<E> entry;
    private final EntityMapping<E> mapping;
    private final SingleAttributes<E> attributes;

    CommittedAssociations(SessionContext context, EntityEntry<E> entry) {
        this.context = context;
        this.entry = entry;
        this.mapping = entry.mapping();
        this.attributes = new SingleAttributes<>(context, entry);
    }

    void set(ToOne<?, ?> association, Ref<?> reference) {
        Objects.requireNonNull(reference, "reference is null; Ref.none() is absence");
        if (attributes.own("set", association) instanceof ToOne<E, ?> own) {
            setOwn(own, reference);
        }
    }

    private <T> void setOwn(ToOne<E, T> association, Ref<?> given) {
        T target = known(association, given);
        Object key = target == null ? given.key().orElse(null) : keyOf(target);
        Object content = association.isReference() ? reference(association, key, target) : target;
        if (entry.snapshot() == null) {
            mapping.setAssociation(entry.entity(), association.index(), content);
        } else if (association.isInverse()) {
            attributes.setTarget(association, content);
        } else {
            attributes.forgetFlags(association);
            attributes.rebase(
                    Set.of(),
                    association.index(),
                    () -> mapping.setAssociation(entry.entity(), association.index(), content));
        }
    }

    /** The session's object that a reference leads to; null if there is none, or a Ref can load it later. */
    private <T> @Nullable T known(ToOne<E, T> association, Ref<?> given) {
        Class<T> type = association.target().mapping().entityClass();
        Object target = given.targetOrNull();
        if (target != null) {
            requireRow(association, target);
            return type.cast(target);
        }
        Object key = given.key().map(association.target()::requireKey).orElse(null);
        EntityEntry<T> present = key == null
                ? null
                : context.identities().find(association.target().mapping(), key);
        if (present == null && key != null && (!association.isReference() || association.isInverse())) {
            throw refusal(
                    association,
                    "the session does not have the object with key " + key
                            + ", which the field has to hold. Load it first, and give Ref.of(object).");
        }
        return present == null ? null : present.entity();
    }

    private @Nullable Object keyOf(Object target) {
        EntityEntry<?> known = context.identities().find(target);
        return known == null ? null : known.key();
    }

    private <T> Ref<T> reference(ToOne<E, T> association, @Nullable Object key, @Nullable T target) {
        if (!association.isInverse()) {
            return context.binder()
                    .reference(
                            entry,
                            association,
                            key == null ? null : association.target().requireKey(key));
        }
        Ref<T> reference = context.binder().reference(entry, association, null);
        if (target == null) {
            reference.resolveNone();
        } else {
            reference.resolve(target);
        }
        return reference;
    }

    void set(ToMany<?, ?> association, Collection<?> members) {
        if (attributes.own("set", association) instanceof ToMany<E, ?> own) {
            setOwn(own, List.copyOf(members));
        }
    }

    private <T> void setOwn(ToMany<E, T> association, List<?> members) {
        if (entry.state() != State.PERSISTENT) {
            throw refusal(association, "the object has no row yet, so nothing can belong to it. Flush first.");
        }
        if (association.isWriteOnly()) {
            throw refusal(association, "it is never loaded, and has no members to hold. Change it by its own calls.");
        }
        if (association.placementInJoinTable() instanceof Placement.Key) {
            throw refusal(
                    association,
                    "its keys are in the table between, and the members do not tell them. Load it instead.");
        }
        Class<T> type = association.target().mapping().entityClass();
        List<T> elements = new ArrayList<>();
        List<@Nullable Object> places = new ArrayList<>();
        for (Object member : members) {
            requireRow(association, member);
            elements.add(type.cast(member));
            if (association.placementInJoinTable() != null) {
                places.add(places.size());
            }
        }
        CollectionState<?> state = entry.collection(association.index());
        if (state != null) {
            attributes.restoreField(association, state);
            reset(state, new Baseline<>(elements, places));
        }
    }

    @SuppressWarnings("unchecked") // the members are the association's
    private static <T> void reset(CollectionState<T> state, Baseline<?> membership) {
        Baseline<T> baseline = (Baseline<T>) membership;
        state.reset(baseline);
        state.setBaseline(baseline); // and fresh
    }

    private void requireRow(Association<E, ?> association, Object target) {
        EntityEntry<?> known = context.identities().find(target);
        if (!association.target().mapping().entityClass().isInstance(target)) {
            throw refusal(
                    association,
                    "a " + target.getClass().getSimpleName() + " is no "
                            + association.target().mapping().entityClass().getSimpleName() + ". Give one.");
        }
        if (known == null || known.state() != State.PERSISTENT) {
            throw refusal(
                    association,
                    (known == null ? "a " + target.getClass().getSimpleName() : known.toString())
                            + " has no row that the session knows. Flush, or load it with this session first.");
        }
    }

    private MappingException refusal(Association<E, ?> association, String problem) {
        return new MappingException(
                "ALK-2053", "Cannot set '" + association.name() + "' of " + entry + " as committed: " + problem);
    }
}
