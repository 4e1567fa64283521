package org.alkahest.orm.state;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tracked {@code Map}; equality of keys is the user's map's own. */
final class TrackedMap<T> extends AbstractMap<Object, T> implements TrackedCollection<T> {
    private final CollectionState<T> state;
    private final MapContent<T> content;

    TrackedMap(CollectionState<T> state, MapContent<T> content) {
        this.state = state;
        this.content = content;
    }

    @Override
    public CollectionState<T> state() {
        return state;
    }

    private Map<Object, T> map() {
        state.loaded();
        return content.map();
    }

    @Override
    public @Nullable T get(Object key) {
        return map().get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return map().containsKey(key);
    }

    @Override
    public int size() {
        return map().size();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // membership is of objects, not of equal values
    public @Nullable T put(Object key, T element) {
        state.requireChangeable();
        Map<Object, T> map = map();
        boolean keyWasSet = content.takeKey(key, Objects.requireNonNull(element, "element is null"));
        boolean present = state.holds(element);
        T before = map.put(key, element);
        if (before == element) {
            return before;
        }
        if (!present) {
            Membership.entered(state, element, () -> {
                restore(map, key, before);
                if (keyWasSet) {
                    content.dropKey(element);
                }
            });
        }
        if (before != null) {
            Membership.left(state, before);
        }
        return before;
    }

    private static <T> void restore(Map<Object, T> map, Object key, @Nullable T before) {
        if (before == null) {
            map.remove(key);
        } else {
            map.put(key, before);
        }
    }

    @Override
    public @Nullable T remove(Object key) {
        state.requireChangeable();
        T removed = map().remove(key);
        if (removed != null) {
            Membership.left(state, removed);
        }
        return removed;
    }

    @Override
    public Set<Entry<Object, T>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Entry<Object, T>> {
        @Override
        public Iterator<Entry<Object, T>> iterator() {
            Iterator<Entry<Object, T>> entries = map().entrySet().iterator();
            return new Iterator<>() {
                private @Nullable T last;

                @Override
                public boolean hasNext() {
                    return entries.hasNext();
                }

                @Override
                public Entry<Object, T> next() {
                    Entry<Object, T> next = entries.next();
                    last = next.getValue();
                    return new Tracked(next);
                }

                @Override
                public void remove() {
                    T removed = last;
                    state.requireChangeable();
                    entries.remove();
                    if (removed != null) {
                        Membership.left(state, removed);
                    }
                }
            };
        }

        @Override
        public int size() {
            return map().size();
        }
    }

    /** An entry whose value can be replaced, as by {@link #put}. */
    private final class Tracked implements Entry<Object, T> {
        private final Entry<Object, T> entry;

        Tracked(Entry<Object, T> entry) {
            this.entry = entry;
        }

        @Override
        public Object getKey() {
            return entry.getKey();
        }

        @Override
        public T getValue() {
            return entry.getValue();
        }

        @Override
        public T setValue(T element) {
            T before = entry.getValue();
            put(entry.getKey(), element);
            return before;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return entry.equals(other);
        }

        @Override
        public int hashCode() {
            return entry.hashCode();
        }

        @Override
        public String toString() {
            return entry.toString();
        }
    }

    @Override
    public String toString() {
        return state.isReadable() ? super.toString() : "[not loaded]";
    }
}
