package org.alkahest.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.alkahest.dialect.ForeignKeyViolationException;
import org.alkahest.dialect.UniqueViolationException;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Author_;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Book_;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Profile;
import org.alkahest.orm.domain.Review;
import org.alkahest.orm.domain.Tag;
import org.alkahest.orm.domain.Tag_;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.State;
import org.alkahest.testkit.DatabaseTest;

/**
 * Random changes by every way there is, with flushes, savepoints, commits and rollbacks between. After each flush baseline
 * and database agree and nothing is modified; after each rollback the objects are what they were at the commit.
 */
@SuppressWarnings("ReferenceEquality") // the objects themselves, whatever their equals says
final class RandomSessionTest {
    private static final int SEEDS = 150;
    private static final int STEPS = 80;

    @DatabaseTest("sqlite-memory")
    void sessionAndDatabaseAgree(Engine engine) {
        Library.create(engine);
        for (int seed = 0; seed < SEEDS; seed++) {
            List<String> history = new ArrayList<>();
            try {
                run(engine, new Random(seed), history);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Seed " + seed + " after " + history, e);
            }
        }
    }

    private static void run(Engine engine, Random random, List<String> history) {
        try (Session session = Session.open(engine)) {
            World world = new World(session, random, history);
            for (int step = 0; step < STEPS; step++) {
                world.stepOrRefusal();
            }
            world.end();
        }
    }

    /** The objects of one run, and what they were at the last commit. */
    private static final class World {
        private final Session session;
        private final Random random;
        private final List<String> history;
        private final List<Author> authors = new ArrayList<>();
        private final List<Book> books = new ArrayList<>();
        private final List<Review> reviews = new ArrayList<>();
        private final List<Tag> tags = new ArrayList<>();
        private final List<Profile> profiles = new ArrayList<>();
        private final IdentityHashMap<Author, List<Book>> authorsBooks = new IdentityHashMap<>();
        private final IdentityHashMap<Book, Set<Tag>> booksTags = new IdentityHashMap<>();
        private final Deque<SessionSavepoint> savepoints = new ArrayDeque<>();
        private IdentityHashMap<Object, List<Object>> committed = new IdentityHashMap<>();
        private int names;

        World(Session session, Random random, List<String> history) {
            this.session = session;
            this.random = random;
            this.history = history;
        }

        private <T> T any(List<T> objects) {
            List<T> attached = objects.stream().filter(session::contains).toList();
            return attached.isEmpty() ? null : attached.get(random.nextInt(attached.size()));
        }

        /** Some changes are mistakes: deleting what is referred to, or adding what was deleted. */
        void stepOrRefusal() {
            try {
                step();
            } catch (ForeignKeyViolationException | UniqueViolationException e) {
                history.add("refused by the database");
                if (savepoints.isEmpty()) {
                    rollback();
                } else {
                    savepoints.pop().rollback();
                }
            } catch (MappingException e) {
                history.add("refused: " + e.code());
                assertThat(e.code()).isIn("ALK-2104", "ALK-2201");
                if (e.code().equals("ALK-2201")) {
                    savepoints.clear();
                    rollback();
                }
            }
        }

        private void step() {
            Author author = any(authors);
            Book book = any(books);
            Review review = any(reviews);
            Tag tag = any(tags);
            int choice = random.nextInt(34);
            history.add(choice + " a" + authors.indexOf(author) + " b" + books.indexOf(book) + " r"
                    + reviews.indexOf(review) + " t" + indexOf(tag));
            switch (choice) {
                case 0 -> add(authors, new Author("a" + names++));
                case 1 -> add(books, new Book("b" + names++));
                case 2 -> add(tags, new Tag("t" + names++));
                case 3 -> with(author, a -> a.name = "x" + names++);
                case 4 -> with(book, b -> b.title = "x" + names++);
                case 5 -> with(book, b -> b.author = author == null ? Ref.none() : Ref.of(author));
                case 6 -> with(author, book, (a, b) -> a.books.add(b));
                case 7 -> with(book, b -> with(owner(b), a -> a.books.remove(b)));
                case 8 -> with(book, b -> b.author = Ref.none());
                case 9 -> with(book, b -> newReview(b, true));
                case 10 -> with(book, b -> newReview(b, false));
                case 11 -> with(review, r -> with(owner(r), b -> b.reviews.remove(r)));
                case 12 -> with(review, book, (r, b) -> r.book = Ref.of(b));
                case 13 -> with(book, review, (b, r) -> b.reviews.add(r));
                case 14 -> with(book, tag, (b, t) -> b.tags.add(t));
                case 15 -> with(tag, book, (t, b) -> t.books.add(b));
                case 16 -> with(book, tag, (b, t) -> b.tags.remove(t));
                case 17 -> with(tag, book, (t, b) -> t.books.remove(b));
                case 18 -> with(book, b -> b.tags = new LinkedHashSet<>(tag == null ? List.of() : List.of(tag)));
                case 19 -> with(author, a -> a.books = new ArrayList<>(book == null ? List.of() : List.of(book)));
                case 20 -> with(book, b -> session.delete(b));
                case 21 -> with(tag, t -> session.delete(t));
                case 22 ->
                    with(author, a -> {
                        a.books.clear();
                        session.delete(a);
                    });
                case 23 -> transaction();
                case 24 -> with(author, book, (a, b) -> raw(a).add(b));
                case 25 -> with(author, book, (a, b) -> raw(a).removeIf(each -> each == b));
                case 26 -> with(book, tag, (b, t) -> raw(b).add(t));
                case 27 -> with(book, tag, (b, t) -> raw(b).removeIf(each -> each == t));
                case 28 -> with(author, a -> a.profile = Ref.of(profile()));
                case 29 -> with(author, a -> profile().author = Ref.of(a));
                case 30 ->
                    session.query(Author_.AUTHOR).load(Author_.AUTHOR.books).all();
                case 31 -> {
                    session.query(Book_.BOOK).all();
                    session.query(Tag_.TAG).load(Tag_.TAG.books).all();
                }
                default -> flush();
            }
        }

        private List<Book> raw(Author author) {
            return authorsBooks.getOrDefault(author, author.books);
        }

        private Set<Tag> raw(Book book) {
            return booksTags.getOrDefault(book, book.tags);
        }

        /** Some profile, or a new one. */
        private Profile profile() {
            Profile known = any(profiles);
            if (known != null && random.nextBoolean()) {
                return known;
            }
            Profile fresh = new Profile(null, "p" + names++);
            profiles.add(fresh);
            return fresh;
        }

        private int indexOf(Tag tag) {
            for (int i = 0; i < tags.size(); i++) {
                if (tags.get(i) == tag) {
                    return i;
                }
            }
            return -1;
        }

        private <T> void add(List<T> objects, T object) {
            objects.add(object);
            if (object instanceof Author author) {
                authorsBooks.put(author, author.books);
            } else if (object instanceof Book book) {
                booksTags.put(book, book.tags);
            }
            session.add(object);
        }

        private void newReview(Book book, boolean byReference) {
            Review review = new Review(random.nextInt(5));
            reviews.add(review);
            if (byReference) {
                review.book = Ref.of(book);
                session.add(review);
            } else {
                book.reviews.add(review);
            }
        }

        private static Author owner(Book book) {
            return book.author == null ? null : book.author.find().orElse(null);
        }

        private static Book owner(Review review) {
            return review.book == null ? null : review.book.find().orElse(null);
        }

        private static <A> void with(A a, Consumer<A> change) {
            if (a != null) {
                change.accept(a);
            }
        }

        private static <A, B> void with(A a, B b, BiConsumer<A, B> change) {
            if (a != null && b != null) {
                change.accept(a, b);
            }
        }

        private void transaction() {
            int choice = random.nextInt(5);
            history.add("transaction " + choice);
            switch (choice) {
                case 0 -> savepoints.push(session.savepoint());
                case 1 -> {
                    if (!savepoints.isEmpty()) {
                        savepoints.pop().rollback();
                        flush();
                    }
                }
                case 2 -> {
                    if (!savepoints.isEmpty()) {
                        savepoints.pop().commit();
                    }
                }
                case 3 -> commit();
                default -> rollback();
            }
        }

        private void flush() {
            session.flush();
            SessionInvariants.check(session);
            for (List<?> objects : List.of(authors, books, reviews, tags, profiles)) {
                for (Object object : objects) {
                    if (session.contains(object)) {
                        assertThat(session.state(object)).isEqualTo(State.PERSISTENT);
                        assertThat(session.isModified(object))
                                .as("%s is modified", object)
                                .isFalse();
                    }
                }
            }
            sidesAgree();
        }

        private void sidesAgree() {
            for (Book book : books) {
                if (session.contains(book)) {
                    Author author = owner(book);
                    for (Author each : authors) {
                        if (session.contains(each)) {
                            assertThat(each.books.stream().anyMatch(b -> b == book))
                                    .isEqualTo(each == author);
                        }
                    }
                    for (Tag tag : tags) {
                        if (session.contains(tag)) {
                            assertThat(tag.books.stream().anyMatch(b -> b == book))
                                    .isEqualTo(book.tags.stream().anyMatch(t -> t == tag));
                        }
                    }
                    assertThat(book.reviews).allMatch(r -> owner(r) == book);
                }
            }
            for (Profile profile : profiles) {
                if (session.contains(profile)) {
                    Author author = profile.author.find().orElse(null);
                    for (Author each : authors) {
                        if (session.contains(each)) {
                            assertThat(each.profile.find().orElse(null) == profile)
                                    .isEqualTo(each == author);
                        }
                    }
                }
            }
        }

        private void commit() {
            session.commit();
            savepoints.clear();
            flush();
            committed = graph();
            session.commit();
        }

        private void rollback() {
            session.rollback();
            savepoints.clear();
            IdentityHashMap<Object, List<Object>> now = graph();
            assertThat(now.keySet()).as("persistent objects").hasSize(committed.size());
            committed.forEach((object, before) -> assertThat(now.get(object)).isEqualTo(before));
            flush();
        }

        void end() {
            rollback();
            profiles.stream().filter(session::contains).forEach(session::delete);
            for (Author author : authors) {
                if (session.contains(author)) {
                    author.books.clear();
                    session.delete(author);
                }
            }
            books.stream().filter(session::contains).forEach(session::delete);
            tags.stream().filter(session::contains).forEach(session::delete);
            session.flush();
            reviews.stream().filter(session::contains).forEach(session::delete);
            session.commit();
            assertThat(session.context().identities().size()).isZero();
        }

        private IdentityHashMap<Object, List<Object>> graph() {
            IdentityHashMap<Object, List<Object>> graph = new IdentityHashMap<>();
            for (Author a : authors) {
                put(
                        graph,
                        a,
                        () -> List.of(
                                a.id,
                                a.name,
                                keys(a.books),
                                keys(a.profile.find().stream().toList())));
            }
            for (Book b : books) {
                put(graph, b, () -> List.of(b.id, b.title, String.valueOf(b.author), keys(b.tags), keys(b.reviews)));
            }
            for (Profile p : profiles) {
                put(graph, p, () -> List.of(p.id, p.bio, String.valueOf(p.author)));
            }
            for (Review r : reviews) {
                put(graph, r, () -> List.of(r.id, r.stars, String.valueOf(r.book)));
            }
            for (Tag t : tags) {
                put(graph, t, () -> List.of(t.id, t.name, keys(t.books)));
            }
            return graph;
        }

        private void put(IdentityHashMap<Object, List<Object>> graph, Object o, Supplier<List<Object>> values) {
            if (session.contains(o)) {
                graph.put(o, values.get());
            }
        }

        private static Set<Object> keys(Collection<?> elements) {
            return elements.stream()
                    .map(e -> String.valueOf(System.identityHashCode(e)))
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}
