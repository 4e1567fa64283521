package org.alkahest.orm.state;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Placement;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * The user's map as a collection of its elements. Where the key is an attribute of the element, the attribute is the truth:
 * an element stands under it. One thread at a time.
 */
final class MapContent<T> extends AbstractCollection<T> {
    private final ToMany<?, T> association;
    private final Map<Object, T> map;
    private final @Nullable Column<?> attribute;

    MapContent(ToMany<?, T> association, Map<Object, T> map) {
        this.association = association;
        this.map = map;
        Placement placement = association.placement();
        this.attribute = placement != null && placement.isAttribute() ? placement.column() : null;
    }

    Map<Object, T> map() {
        return map;
    }

    @Override
    public Iterator<T> iterator() {
        return map.values().iterator();
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public void clear() {
        map.clear();
    }

    /** Puts an element under the key that it has itself. */
    @Override
    public boolean add(T element) {
        put(keyOf(element), element);
        return true;
    }

    /** Puts an element under a key. Errors with ALK-2041 without a key, ALK-2042 if another element has it. */
    void put(@Nullable Object key, T element) {
        if (key == null) {
            throw withoutKey(element);
        }
        T other = map.put(key, element);
        if (other != null && !isSame(other, element)) {
            map.put(key, other);
            throw new MappingException(
                    "ALK-2042",
                    "Cannot keep '" + association.describePath() + "' as a map: " + other + " and " + element
                            + " have the key " + key + ". Give each element a key of its own.");
        }
    }

    /** The key that an element has as an attribute; null if it has none. */
    @Nullable
    Object keyOf(T element) {
        return attribute == null
                ? null
                : association.target().mapping().value(element, EntityTable.position(attribute));
    }

    /**
     * Sees to it that an element's attribute is the key it is put under: one without a value gets it. Errors with ALK-2040
     * if it has another, ALK-2041 without a key.
     *
     * @return whether the attribute was set
     */
    boolean takeKey(@Nullable Object key, T element) {
        if (key == null) {
            throw withoutKey(element);
        }
        Object present = keyOf(element);
        if (attribute == null || key.equals(present)) {
            return false;
        }
        if (present == null && !attribute.isGenerated()) {
            association.target().mapping().setValue(element, EntityTable.position(attribute), key);
            return true;
        }
        throw new MappingException(
                "ALK-2040",
                "Cannot put " + element + " into '" + association.describePath() + "' under " + key + ": its '"
                        + attribute.name() + "' is " + present + ", and that is its key. "
                        + (present == null
                                ? "The database numbers it: let the element refer to the owner instead."
                                : "Put it under that, or change the attribute first."));
    }

    /** Takes back what {@link #takeKey} set. */
    void dropKey(T element) {
        if (attribute != null) {
            association.target().mapping().setValue(element, EntityTable.position(attribute), null);
        }
    }

    private MappingException withoutKey(T element) {
        return new MappingException(
                "ALK-2041",
                "Cannot keep " + element + " in the map '" + association.describePath()
                        + "': it has no key. Set its key, or put it under one.");
    }

    /**
     * Moves elements whose attribute was changed to their new key. New ones without a value take their key.
     *
     * @param known the elements of the baseline, which had a key
     * @param isGoing tells which elements make way for others that have their key, because they are deleted
     */
    void followKeys(List<T> known, Predicate<Object> isGoing) {
        if (attribute == null || areKeysRight()) {
            return;
        }
        Set<Object> before = Members.of(known);
        map.forEach((key, element) -> {
            if (keyOf(element) == null && !before.contains(element)) {
                takeKey(key, element);
            }
        });
        List<T> elements = new ArrayList<>(map.values());
        Map<Object, T> rekeyed = new LinkedHashMap<>();
        MapContent<T> target = new MapContent<>(association, rekeyed);
        elements.stream().filter(e -> !isGoing.test(e)).forEach(target::add);
        elements.stream().filter(isGoing).forEach(e -> target.putIfFree(keyOf(e), e));
        map.clear();
        map.putAll(rekeyed);
    }

    private void putIfFree(@Nullable Object key, T element) {
        if (key != null) {
            map.putIfAbsent(key, element);
        }
    }

    private boolean areKeysRight() {
        for (Map.Entry<Object, @Nullable T> entry : map.entrySet()) {
            T element = entry.getValue();
            if (element == null) {
                return true; // which is no element, and refused as such
            }
            if (!Objects.equals(entry.getKey(), keyOf(element))) {
                return false;
            }
        }
        return true;
    }

    /** The keys, by element as the iterator gives them. */
    List<@Nullable Object> keys() {
        return new ArrayList<>(map.keySet());
    }

    /** The keys by element. */
    Map<Object, Object> keysByElement() {
        IdentityHashMap<Object, Object> keys = new IdentityHashMap<>();
        map.forEach((key, element) -> keys.put(element, key));
        return keys;
    }

    /** Whether elements or their keys differ from those of a baseline, in whatever order. */
    boolean differsFrom(Baseline<T> baseline) {
        if (baseline.elements().size() != map.size()) {
            return true;
        }
        if (Members.areInOrder(this, baseline.elements()) && keys().equals(baseline.places())) {
            return false;
        }
        for (int i = 0; i < baseline.elements().size(); i++) {
            Object key = baseline.place(i);
            T now = key == null ? null : map.get(key);
            if (now == null || !isSame(now, baseline.elements().get(i))) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("ReferenceEquality") // membership is of objects, not of equal values
    private static boolean isSame(Object one, Object other) {
        return one == other;
    }
}
