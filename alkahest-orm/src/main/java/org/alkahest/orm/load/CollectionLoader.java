package org.alkahest.orm.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.OwnedRows;
import org.alkahest.orm.mapping.Placement;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.Baseline;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;
import org.alkahest.sql.OrderTerm;
import org.alkahest.sql.Select;
import org.alkahest.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Loads collections by sibling batch: one SELECT for up to a batch of owners. */
public final class CollectionLoader {
    private final Loading session;
    private final Loader loader;

    public CollectionLoader(Loading session, Loader loader) {
        this.session = session;
        this.loader = loader;
    }

    /** Loads a collection and those of its owner's siblings that are not fresh. */
    public <T> void load(CollectionState<T> collection) {
        ToMany<?, T> association = collection.association();
        if (association.isWriteOnly()) {
            throw new MappingException(
                    "ALK-2068",
                    "Cannot load '" + association.describePath() + "': it is write-only. Query it: session.query(owner."
                            + association.name() + ").");
        }
        Map<Object, CollectionState<T>> byOwner = new LinkedHashMap<>();
        add(byOwner, collection);
        for (EntityEntry<?> sibling : SiblingSearch.of(collection.owner(), session)) {
            CollectionState<?> other = sibling.collection(association.index());
            if (byOwner.size() < session.batchSize() && other != null && !other.isFresh()) {
                add(byOwner, cast(other));
            }
        }
        Map<Object, List<OwnedElement<T>>> rows = rows(
                association,
                new ArrayList<>(byOwner.keySet()),
                byOwner.values().stream().allMatch(each -> each.owner().isReadOnly()));
        byOwner.forEach((key, state) -> {
            Baseline<T> membership = OwnedElement.baseline(association, rows.getOrDefault(key, List.of()));
            state.refresh(membership);
            if (!state.owner().isReadOnly() || areReadOnly(membership.elements())) {
                pointBack(association, state, membership.elements());
            }
        });
    }

    /** Elements that may be changed shall not lead to an owner that may not. */
    private boolean areReadOnly(List<?> elements) {
        return elements.stream().allMatch(element -> {
            EntityEntry<?> entry = session.identities().find(element);
            return entry != null && entry.isReadOnly();
        });
    }

    private static <T> void add(Map<Object, CollectionState<T>> byOwner, CollectionState<T> collection) {
        Object key = collection.owner().key();
        if (key != null) {
            byOwner.put(key, collection);
        } else if (!collection.isFresh()) {
            collection.setBaseline(collection.baseline());
        }
    }

    /** The elements by their owner's key, each list in the association's order. */
    private <T> Map<Object, List<OwnedElement<T>>> rows(
            ToMany<?, T> association, List<Object> ownerKeys, boolean readOnly) {
        Map<Object, List<OwnedElement<T>>> rows = new HashMap<>();
        if (ownerKeys.isEmpty()) {
            return rows;
        }
        EntityTable<T> target = association.target();
        OwnedRows owned = association.rows(ownerKeys);
        Select<OwnedElement<T>> select =
                owned.in(Sql.select(OwnedElement.selection(target, owned.ownerKey(), placeColumn(association))));
        List<OrderTerm> order = new ArrayList<>(association.orderBy());
        if (order.isEmpty()) {
            order.addAll(target.primaryKey());
        }
        select = select.orderBy(order.toArray(new OrderTerm[0]));
        for (OwnedElement<T> row : loader.query(select, "was loaded with " + association.describePath(), readOnly)) {
            rows.computeIfAbsent(row.ownerKey(), k -> new ArrayList<>()).add(row);
        }
        return rows;
    }

    private static @Nullable Column<?> placeColumn(ToMany<?, ?> association) {
        Placement placement = association.placementInJoinTable();
        return placement == null ? null : placement.column();
    }

    /** The elements of a one-to-many refer to the owner, which is loaded: their references need no query. */
    private static <T> void pointBack(ToMany<?, T> association, CollectionState<T> owner, List<T> elements) {
        ToOne<T, ?> back = association.referring();
        if (back == null) {
            return;
        }
        for (T element : elements) {
            Object content = association.target().mapping().association(element, back.index());
            if (content instanceof Ref<?> reference
                    && !reference.isLoaded()
                    && reference.key().equals(Optional.ofNullable(owner.owner().key()))) {
                resolve(reference, owner.owner().entity());
            }
        }
    }

    @SuppressWarnings("unchecked") // the reference's key is the target's
    private static <T> void resolve(Ref<T> reference, Object target) {
        reference.resolve((T) target);
    }

    @SuppressWarnings("unchecked") // both are contents of the same association
    private static <T> CollectionState<T> cast(CollectionState<?> state) {
        return (CollectionState<T>) state;
    }
}
