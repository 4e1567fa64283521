package org.alkahest.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Category;
import org.alkahest.orm.domain.Place;
import org.alkahest.orm.domain.Player;
import org.alkahest.orm.domain.Profile;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.domain.Review;
import org.alkahest.orm.domain.Tag;
import org.alkahest.orm.domain.Team;
import org.alkahest.orm.domain.Visit;

/**
 * What a library should be, as plain maps: for each object its columns, with objects where a foreign key refers to them,
 * and for each book its tags. Knows nothing of sessions.
 */
@SuppressWarnings("ReferenceEquality") // objects are themselves, whatever they hold
final class LibraryModel {
    /** The columns that are compared with the database, by class; the key comes first, and is the object's own. */
    static final Map<Class<?>, List<String>> COLUMNS = columns();

    private final IdentityHashMap<Object, Map<String, Object>> rows = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Set<Object>> tags = new IdentityHashMap<>();
    private final List<Object> order = new ArrayList<>();

    private static Map<Class<?>, List<String>> columns() {
        Map<Class<?>, List<String>> columns = new LinkedHashMap<>();
        columns.put(Author.class, List.of("name"));
        columns.put(Profile.class, List.of("bio", "author_id"));
        columns.put(Publisher.class, List.of("name"));
        columns.put(Tag.class, List.of("name"));
        columns.put(Book.class, List.of("title", "author_id", "publisher_code"));
        columns.put(Review.class, List.of("stars", "book_id"));
        columns.put(Category.class, List.of("name", "parent_id"));
        columns.put(Team.class, List.of("name", "captain_id"));
        columns.put(Player.class, List.of("name", "team_id", "rival_id"));
        columns.put(Place.class, List.of("inhabitants"));
        columns.put(Visit.class, List.of("place_country", "place_city"));
        return columns;
    }

    LibraryModel copy() {
        LibraryModel copy = new LibraryModel();
        order.forEach(object -> copy.put(object, rows.get(object)));
        tags.forEach((book, its) -> copy.tags.put(book, identities(its)));
        return copy;
    }

    private void put(Object object, Map<String, Object> row) {
        order.add(object);
        rows.put(object, new HashMap<>(row));
    }

    /** The same with other objects in the place of these. */
    LibraryModel replaced(Map<Object, Object> others) {
        LibraryModel replaced = new LibraryModel();
        for (Object object : order) {
            Map<String, Object> row = new HashMap<>();
            rows.get(object).forEach((column, value) -> row.put(column, others.getOrDefault(value, value)));
            replaced.put(others.get(object), row);
        }
        tags.forEach((book, its) -> {
            Set<Object> set = identities(List.of());
            its.forEach(tag -> set.add(others.get(tag)));
            replaced.tags.put(others.get(book), set);
        });
        return replaced;
    }

    private static Set<Object> identities(Collection<?> objects) {
        Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(objects);
        return set;
    }

    void add(Object object) {
        put(object, Map.of());
    }

    boolean has(Object object) {
        return rows.containsKey(object);
    }

    Object get(Object object, String column) {
        return rows.get(object).get(column);
    }

    void set(Object object, String column, Object value) {
        rows.get(object).put(column, value);
    }

    List<Object> objects() {
        return List.copyOf(order);
    }

    <T> List<T> all(Class<T> type) {
        return order.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The one that a number stands for, or null where there is none. */
    <T> T pick(Class<T> type, int number) {
        List<T> all = all(type);
        return all.isEmpty() ? null : all.get(Math.floorMod(number, all.size()));
    }

    Set<Object> tags(Object book) {
        return tags.computeIfAbsent(book, b -> identities(List.of()));
    }

    List<Object> booksOf(Object tag) {
        return order.stream()
                .filter(o -> o instanceof Book && tags(o).contains(tag))
                .toList();
    }

    /** What refers to an object by a column. */
    List<Object> referring(Object object, String column) {
        return order.stream()
                .filter(o -> rows.get(o).get(column) == object && rows.get(o).containsKey(column))
                .toList();
    }

    boolean isReferredTo(Object object) {
        return order.stream()
                .anyMatch(o -> o != object && rows.get(o).values().stream().anyMatch(value -> value == object));
    }

    void remove(Object object) {
        rows.remove(object);
        order.removeIf(o -> o == object);
        tags.remove(object);
        tags.values().forEach(its -> its.remove(object));
    }

    /** Whether an object's row is another than in an earlier model. */
    boolean differs(Object object, LibraryModel earlier) {
        Map<String, Object> now = rows.get(object);
        Map<String, Object> before = earlier.rows.get(object);
        Set<String> columns = new HashSet<>(now.keySet());
        columns.addAll(before.keySet());
        return columns.stream().anyMatch(column -> {
            Object a = now.get(column);
            Object b = before.get(column);
            return (a instanceof String || a instanceof Integer) ? !Objects.equals(a, b) : a != b;
        });
    }

    /** Pairs of a book and a tag, as strings that tell objects apart. */
    Set<String> links() {
        Set<String> links = new HashSet<>();
        for (Object book : all(Book.class)) {
            tags(book).forEach(tag -> links.add(link(book, tag)));
        }
        return links;
    }

    static String link(Object book, Object tag) {
        return System.identityHashCode(book) + "-" + System.identityHashCode(tag);
    }

    Stream<Object> stream() {
        return order.stream();
    }
}
