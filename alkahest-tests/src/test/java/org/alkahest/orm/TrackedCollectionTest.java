package org.alkahest.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Tag;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.State;
import org.alkahest.orm.state.TrackedCollection;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

@SuppressWarnings("ReferenceEquality") // the objects themselves, whatever their equals says
final class TrackedCollectionTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        Library.create(engine);
    }

    @DatabaseTest
    void callsOfAListSetReferencesAtOnce() {
        try (Session session = Session.open(engine)) {
            Author lem = loaded(session, "a", "b", "c");
            Book a = lem.books.get(0);
            Book added = new Book("d");
            lem.books.add(added);
            assertThat(added.author.get()).isSameAs(lem);
            assertThat(session.state(added)).isEqualTo(State.PENDING);
            assertThat(lem.books.remove(a)).isTrue();
            assertThat(a.author.isEmpty()).isTrue();
            Book first = new Book("e");
            lem.books.add(0, first);
            Book replaced = lem.books.set(1, new Book("f"));
            assertThat(replaced.author.isEmpty()).isTrue();
            assertThat(lem.books.set(0, first)).isSameAs(first);
            assertThat(first.author.get()).isSameAs(lem);
            check(session);
            assertThat(lem.books).extracting(b -> b.title).containsExactlyInAnyOrder("c", "d", "e", "f");
        }
    }

    @DatabaseTest
    void allWaysOfRemoving() {
        try (Session session = Session.open(engine)) {
            Author lem = loaded(session, "a", "b", "c", "d", "e", "f", "g", "h");
            List<Book> all = List.copyOf(lem.books);
            Iterator<Book> iterator = lem.books.iterator();
            iterator.next();
            iterator.remove();
            lem.books.removeIf(b -> b.title.equals("b"));
            lem.books.subList(0, 2).clear();
            lem.books.removeAll(List.of(all.get(4)));
            lem.books.remove(0);
            lem.books.retainAll(List.of(all.get(7)));
            assertThat(lem.books).containsExactly(all.get(7));
            assertThat(all.subList(0, 7)).allMatch(b -> b.author.isEmpty());
            check(session);
            lem.books.clear();
            assertThat(all.get(7).author.isEmpty()).isTrue();
            check(session);
            assertThat(lem.books).isEmpty();
        }
    }

    @DatabaseTest
    void otherOrdersOfAListChangeNoReference(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Author lem = loaded(session, "c", "a", "b", "d", "f", "e");
            List<Book> all = List.copyOf(lem.books);
            recorder.clear();
            lem.books.sort(Comparator.comparing(b -> b.title));
            assertThat(lem.books).extracting(b -> b.title).containsExactly("a", "b", "c", "d", "e", "f");
            Collections.reverse(lem.books);
            Collections.swap(lem.books, 0, 3);
            Collections.rotate(lem.books, 2);
            Collections.shuffle(lem.books);
            lem.books.replaceAll(b -> b);
            assertThat(all).allMatch(b -> b.author.get() == lem);
            session.flush();
            recorder.assertCount(0);
            assertThat(lem.books).containsExactlyInAnyOrderElementsOf(all);
            check(session);
        }
    }

    @DatabaseTest
    @SuppressWarnings("ModifyCollectionInEnhancedForLoop") // on purpose
    void aListIsEqualToAListOfTheSameElements() {
        try (Session session = Session.open(engine)) {
            Author lem = loaded(session, "a", "b");
            List<Book> copy = new ArrayList<>(lem.books);
            assertThat(lem.books).isEqualTo(copy).hasSameHashCodeAs(copy).hasToString("[a, b]");
            assertThat(copy).isEqualTo(lem.books);
            assertThat(lem.books.contains(copy.get(1))).isTrue();
            assertThat(lem.books.indexOf(copy.get(1))).isEqualTo(1);
            assertThatNullPointerException().isThrownBy(() -> lem.books.add(null));
            assertThatThrownBy(() -> lem.books.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> {
                        for (Book book : lem.books) {
                            lem.books.remove(book);
                            lem.books.add(new Book("x"));
                        }
                    })
                    .isInstanceOf(ConcurrentModificationException.class);
        }
    }

    @DatabaseTest
    void aReferenceToTheUsersInstanceStillCounts() {
        Author lem = new Author("Lem");
        List<Book> raw = lem.books;
        try (Session session = Session.open(engine)) {
            session.add(lem);
            session.commit();
            assertThat(lem.books).isInstanceOf(TrackedCollection.class);
            Book book = new Book("a");
            raw.add(book);
            session.flush();
            assertThat(session.state(book)).isEqualTo(State.PERSISTENT);
            assertThat(book.author.get()).isSameAs(lem);
            check(session);
            raw.clear();
            session.commit();
            assertThat(book.author.isEmpty()).isTrue();
            check(session);
            lem.books.add(book);
            assertThat(raw).containsExactly(book);
        }
    }

    @DatabaseTest
    void anAssignedCollectionReplacesAllElements() {
        try (Session session = Session.open(engine)) {
            Author lem = loaded(session, "a", "b");
            List<Book> before = List.copyOf(lem.books);
            session.commit();
            List<Book> assigned = new ArrayList<>(List.of(before.get(1), new Book("c")));
            lem.books = assigned;
            session.flush();
            assertThat(before.get(0).author.isEmpty()).isTrue();
            assertThat(before.get(1).author.get()).isSameAs(lem);
            assertThat(lem.books).isInstanceOf(TrackedCollection.class).hasSize(2);
            check(session);
            assigned.add(new Book("d"));
            session.flush();
            assertThat(lem.books).hasSize(3);
            lem.books = null;
            session.flush();
            assertThat(lem.books).isEmpty();
            check(session);
            lem.books = List.of(before.get(0));
            session.flush();
            lem.books.add(before.get(1));
            session.flush();
            assertThat(lem.books).hasSize(2);
            check(session);
        }
    }

    @DatabaseTest
    void anAssignedCollectionOfAnotherObjectIsCopied() {
        try (Session session = Session.open(engine)) {
            Author lem = loaded(session, "a", "b");
            Author dick = new Author("Dick");
            session.add(dick);
            session.commit();
            List<Book> books = List.copyOf(lem.books);
            session.commit();
            dick.books = lem.books;
            session.flush();
            assertThat(dick.books).containsExactlyElementsOf(books).isNotSameAs(lem.books);
            assertThat(books).allMatch(b -> b.author.get() == dick);
            assertThat(lem.books).isEmpty();
            check(session);
        }
    }

    @DatabaseTest
    void theReferenceIsTheTruth() {
        try (Session session = Session.open(engine)) {
            Author lem = loaded(session, "a", "b");
            Author dick = new Author("Dick");
            Author third = new Author("Third");
            session.addAll(List.of(dick, third));
            session.flush();
            Book a = lem.books.get(0);
            Book b = lem.books.get(1);
            a.author = Ref.of(dick);
            session.flush();
            assertThat(dick.books).containsExactly(a);
            assertThat(lem.books).containsExactly(b);
            check(session);
            lem.books.add(a);
            a.author = Ref.of(third);
            session.flush();
            assertThat(third.books).containsExactly(a);
            assertThat(lem.books).containsExactly(b);
            assertThat(dick.books).isEmpty();
            check(session);
            lem.books.remove(b);
            b.author = Ref.of(lem);
            session.flush();
            assertThat(lem.books).containsExactly(b);
            dick.books.add(b);
            b.author = null;
            session.flush();
            assertThat(dick.books).isEmpty();
            assertThat(lem.books).isEmpty();
            assertThat(b.author.isEmpty()).isTrue();
            check(session);
        }
    }

    @DatabaseTest
    void aNewObjectEntersTheLoadedCollectionOfWhatItRefersTo() {
        try (Session session = Session.open(engine)) {
            Author lem = loaded(session, "a");
            assertThat(lem.books).hasSize(1);
            Book book = new Book(lem, "b");
            session.add(book);
            session.flush();
            assertThat(lem.books).extracting(b -> b.title).containsExactly("a", "b");
            check(session);
            session.rollback();
            assertThat(lem.books).hasSize(1);
        }
    }

    @DatabaseTest
    void aRefusedElementDoesNotStay() {
        Book detached = new Book("d");
        try (Session session = Session.open(engine)) {
            session.add(detached);
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            Author lem = loaded(session, "a");
            assertThatThrownBy(() -> lem.books.add(detached)).hasMessageContaining("ALK-2101");
            assertThatThrownBy(() -> lem.books.set(0, detached)).hasMessageContaining("ALK-2101");
            assertThat(lem.books).hasSize(1);
            assertThat(detached.author.isEmpty()).isTrue();
            assertThat(lem.books.get(0).author.get()).isSameAs(lem);
            check(session);
        }
    }

    @DatabaseTest
    void setsAndBagsTrackWhatTheyAreToldTo() {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris");
            Tag tag = new Tag("space");
            book.tags.add(tag);
            session.add(book);
            session.commit();
            Set<Tag> tags = book.tags;
            Collection<Book> books = tag.books;
            assertThat(tags).isEqualTo(Set.of(tag)).hasToString("[space]");
            assertThat(books).hasToString("[Solaris]");
            assertThat(tags.add(new Tag("space"))).isFalse();
            assertThat(tags.remove(new Tag("space"))).isTrue();
            assertThat(books).isEmpty();
            assertThat(tags.remove(tag)).isFalse();
            assertThat(books.add(book)).isTrue();
            assertThat(tags).containsExactly(tag);
            tags.addAll(List.of(new Tag("a"), new Tag("b"), new Tag("c")));
            tags.removeIf(t -> t.name.equals("a"));
            tags.retainAll(Set.of(tag, new Tag("b")));
            session.flush();
            assertThat(tags).extracting(t -> t.name).containsExactly("space", "b");
            check(session);
            tags.clear();
            assertThat(books).isEmpty();
            check(session);
        }
    }

    @DatabaseTest
    void collectionsOfAClosedSessionAreReadableIfTheyWereLoaded() {
        Author lem = new Author("Lem", new Book("a"));
        try (Session session = Session.open(engine)) {
            session.add(lem);
            session.commit();
        }
        assertThat(lem.books).hasSize(1).hasToString("[a]");
        Author unloaded;
        try (Session session = Session.open(engine)) {
            unloaded = session.get(Author.class, lem.id).orElseThrow();
        }
        assertThatThrownBy(() -> unloaded.books.size())
                .hasMessageContaining("ALK-2303")
                .hasMessageContaining("query.load(authors.books)");
        assertThat(unloaded.books.toString()).isEqualTo("[not loaded]");
        try (Session session = Session.open(engine)) {
            Author expunged = session.get(Author.class, lem.id).orElseThrow();
            session.expunge(expunged);
            assertThatThrownBy(() -> expunged.books.size()).hasMessageContaining("ALK-2303");
        }
    }

    private static Author loaded(Session session, String... titles) {
        Author author = new Author("Lem");
        for (String title : titles) {
            author.books.add(new Book(title));
        }
        session.add(author);
        session.commit();
        return author;
    }

    private static void check(Session session) {
        session.flush();
        SessionInvariants.check(session);
    }
}
