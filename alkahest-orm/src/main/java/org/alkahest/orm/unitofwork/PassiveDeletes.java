package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.ConstructedMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.schema.ForeignKey;

/** What the database does itself to the rows that refer to a deleted one. */
final class PassiveDeletes {
    private PassiveDeletes() {}

    /** Whether the rows of a collection go, or lose their reference, with their owner's row. */
    static boolean isPassive(ToMany<?, ?> association, Predicate<ForeignKey.Action> action) {
        ToOne<?, ?> back = association.back();
        return back != null
                && action.test(action(back))
                && association.target().family().stream()
                        .allMatch(target ->
                                target.parts().size() == 1); // one foreign key deletes no row of another table
    }

    static boolean deletes(ForeignKey.Action action) {
        return action == ForeignKey.Action.CASCADE;
    }

    static boolean clears(ForeignKey.Action action) {
        return action == ForeignKey.Action.SET_NULL;
    }

    private static ForeignKey.Action action(ToOne<?, ?> association) {
        for (ForeignKey key : association.owner().foreignKeys()) {
            if (key.columns().equals(association.columns()) && key.target().rowSource() == null) {
                return key.onDelete();
            }
        }
        return ForeignKey.Action.NO_ACTION;
    }

    /** Whether an object of the session still refers to an owner, and was not moved to another. */
    @SuppressWarnings("unchecked") // it is of the association's target
    static <T> boolean stays(EntityEntry<?> child, ToMany<?, T> association, EntityEntry<?> owner) {
        ToOne<T, ?> back = association.back();
        return back != null && Relationships.refersTo((T) child.entity(), back, owner);
    }

    /** Objects of the session whose reference to a deleted one the database sets to NULL. */
    static List<Cleared<?>> cleared(List<EntityEntry<?>> deleted, IdentityMap identities) {
        List<Cleared<?>> cleared = new ArrayList<>();
        for (EntityEntry<?> owner : deleted) {
            for (Association<?, ?> association : owner.mapping().table().associations()) {
                if (association instanceof ToMany<?, ?> toMany && isPassive(toMany, PassiveDeletes::clears)) {
                    addCleared(owner, toMany, identities, cleared);
                }
            }
        }
        return cleared;
    }

    @SuppressWarnings("unchecked") // known entries are of the association's target
    private static <T> void addCleared(
            EntityEntry<?> owner, ToMany<?, T> association, IdentityMap identities, List<Cleared<?>> to) {
        ToOne<T, ?> back = association.back();
        if (back != null) {
            for (EntityEntry<?> child : known(owner, association, identities)) {
                if (!child.isMarkedDeleted() && stays(child, association, owner)) {
                    to.add(new Cleared<>((EntityEntry<T>) child, back));
                }
            }
        }
    }

    /** An object, and its association that refers to nothing when the flush is over. */
    record Cleared<T>(EntityEntry<T> entry, ToOne<T, ?> association) {
        /** What the database did; everything else of the object was written before. */
        void apply() {
            if (!(entry.mapping() instanceof ConstructedMapping<T>)) { // which keeps what it was read with
                Relationships.setTarget(entry.entity(), association, null);
                entry.takeSnapshot();
            }
        }
    }

    /** The objects of the session whose rows belong to an owner, in a collection or not. */
    static <T> List<EntityEntry<?>> known(EntityEntry<?> owner, ToMany<?, T> association, IdentityMap identities) {
        List<EntityEntry<?>> known = new ArrayList<>();
        Object key = owner.key();
        ToOne<T, ?> back = association.back();
        if (back != null && key != null) {
            for (EntityTable<?> target : association.target().family()) {
                for (EntityEntry<?> entry : identities.persistent(target.mapping())) {
                    if (key.equals(References.keyBefore(entry, back))) {
                        known.add(entry);
                    }
                }
            }
        }
        return known;
    }
}
