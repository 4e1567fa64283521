package org.alkahest.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.alkahest.engine.Engine;
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
import org.alkahest.orm.mapping.Mappings;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.TrackedCollection;
import org.alkahest.testkit.StatementRecorder;

/**
 * A session and the model of what it should hold, changed side by side. Each step does what it can with what there is, and
 * else nothing, so that a sequence without some of its steps is still one.
 */
@SuppressWarnings("ReferenceEquality") // the objects themselves, whatever their equals says
final class LibraryWorld implements AutoCloseable {
    /** The model has to know when there is a flush. */
    private static final SessionOptions OPTIONS = SessionOptions.DEFAULT.withAutoflush(SessionOptions.Autoflush.NEVER);

    private final Engine engine;
    private final LibraryChecks checks;
    private Session session;
    private LibraryModel now = new LibraryModel();
    private LibraryModel flushed = new LibraryModel();
    private LibraryModel committed = new LibraryModel();
    private final Deque<SessionSavepoint> savepoints = new ArrayDeque<>();
    private final Deque<LibraryModel> saved = new ArrayDeque<>();
    private int names;

    LibraryWorld(Engine engine, StatementRecorder recorder) {
        this.engine = engine;
        this.checks = new LibraryChecks(recorder);
        this.session = Session.open(engine, OPTIONS);
    }

    @Override
    public void close() {
        session.close();
    }

    /** One of what can be done, with the objects that two numbers stand for. */
    enum Step {
        NEW_AUTHOR,
        NEW_BOOK,
        NEW_BOOK_IN_COLLECTION,
        NEW_TAG,
        NEW_REVIEW,
        NEW_REVIEW_BY_REFERENCE,
        NEW_PROFILE,
        NEW_PUBLISHER,
        NEW_CATEGORY,
        NEW_TEAM,
        NEW_PLAYER,
        NEW_PLACE,
        NEW_VISIT,
        RENAME,
        BOOK_AUTHOR,
        BOOK_NO_AUTHOR,
        BOOKS_ADD,
        BOOKS_REMOVE,
        BOOK_PUBLISHER,
        BOOK_NO_PUBLISHER,
        TAG_BOOK,
        BOOK_OF_TAG,
        UNTAG_BOOK,
        BOOK_FROM_TAG,
        REPLACE_TAGS,
        MOVE_REVIEW,
        REVIEWS_ADD,
        REVIEWS_REMOVE,
        CATEGORY_PARENT,
        CHILDREN_ADD,
        CHILDREN_REMOVE,
        CAPTAIN,
        NO_CAPTAIN,
        TEAM,
        RIVAL,
        NO_RIVAL,
        VISIT,
        AUTHOR_PROFILE,
        PROFILE_AUTHOR,
        PROFILE_NO_AUTHOR,
        DELETE_AUTHOR,
        DELETE_BOOK,
        DELETE_TAG,
        DELETE_REVIEW,
        DELETE_CATEGORY,
        DELETE_OTHER,
        FLUSH,
        SAVEPOINT,
        ROLLBACK_SAVEPOINT,
        RELEASE_SAVEPOINT,
        ROLLBACK,
        COMMIT,
        REFRESH,
        EXPIRE,
        EXPIRE_ALL,
        MERGE_REVIEW,
        MERGE_PUBLISHER,
        MERGE_PLAYER,
        MERGE_NEW,
        QUERY,
        REOPEN
    }

    void step(Step step, int a, int b) {
        Author author = now.pick(Author.class, a);
        Book book = now.pick(Book.class, b);
        Tag tag = now.pick(Tag.class, a);
        Review review = now.pick(Review.class, a);
        Category category = now.pick(Category.class, a);
        Team team = now.pick(Team.class, a);
        Player player = now.pick(Player.class, b);
        switch (step) {
            case NEW_AUTHOR -> add(new Author(name()), "name", "n" + names);
            case NEW_BOOK -> {
                Book fresh = new Book(name());
                add(fresh, "title", "n" + names);
                author(fresh, author);
            }
            case NEW_BOOK_IN_COLLECTION -> newBook(author);
            case NEW_TAG -> add(new Tag(name()), "name", "n" + names);
            case NEW_REVIEW -> newReview(book, true);
            case NEW_REVIEW_BY_REFERENCE -> newReview(book, false);
            case NEW_PROFILE -> add(new Profile(null, name()), "bio", "n" + names);
            case NEW_PUBLISHER -> add(new Publisher("P" + names, name()), "name", "n" + names);
            case NEW_CATEGORY -> newCategory(category);
            case NEW_TEAM -> add(new Team(name()), "name", "n" + names);
            case NEW_PLAYER -> newPlayer(team);
            case NEW_PLACE -> add(new Place("C" + a % 3, name(), b), "inhabitants", b);
            case NEW_VISIT -> newVisit(now.pick(Place.class, a));
            case RENAME -> rename(a);
            case BOOK_AUTHOR -> author(book, author);
            case BOOK_NO_AUTHOR -> {
                if (book != null) {
                    book.author = Ref.none();
                    now.set(book, "author_id", null);
                }
            }
            case BOOKS_ADD -> booksAdd(author, book);
            case BOOKS_REMOVE -> booksRemove(author, book);
            case BOOK_PUBLISHER -> publisher(book, now.pick(Publisher.class, a));
            case BOOK_NO_PUBLISHER -> publisher(book, null);
            case TAG_BOOK -> tag(book, tag, true);
            case BOOK_OF_TAG -> tag(book, tag, false);
            case UNTAG_BOOK -> untag(book, tag, true);
            case BOOK_FROM_TAG -> untag(book, tag, false);
            case REPLACE_TAGS -> replaceTags(book, tag);
            case MOVE_REVIEW -> {
                if (review != null && book != null) {
                    review.book = Ref.of(book);
                    now.set(review, "book_id", book);
                }
            }
            case REVIEWS_ADD -> reviewsAdd(book, review);
            case REVIEWS_REMOVE -> reviewsRemove(review);
            case CATEGORY_PARENT -> parent(category, now.pick(Category.class, b), false);
            case CHILDREN_ADD -> parent(category, now.pick(Category.class, b), true);
            case CHILDREN_REMOVE -> childrenRemove(category);
            case CAPTAIN -> captain(team, player);
            case NO_CAPTAIN -> captain(team, null);
            case TEAM -> {
                if (team != null && player != null) {
                    player.team = Ref.of(team);
                    now.set(player, "team_id", team);
                }
            }
            case RIVAL -> rival(now.pick(Player.class, a), player);
            case NO_RIVAL -> rival(now.pick(Player.class, a), null);
            case VISIT -> visit(now.pick(Visit.class, a), now.pick(Place.class, b));
            case AUTHOR_PROFILE -> profile(author, now.pick(Profile.class, b), true);
            case PROFILE_AUTHOR -> profile(author, now.pick(Profile.class, b), false);
            case PROFILE_NO_AUTHOR -> noProfile(now.pick(Profile.class, b));
            case DELETE_AUTHOR -> deleteAlone(author);
            case DELETE_BOOK -> deleteBook(book);
            case DELETE_TAG -> delete(tag);
            case DELETE_REVIEW -> delete(review);
            case DELETE_CATEGORY -> deleteCategory(category);
            case DELETE_OTHER -> deleteOther(a, b);
            case FLUSH -> flush();
            case SAVEPOINT -> savepoint();
            case ROLLBACK_SAVEPOINT -> rollbackSavepoint();
            case RELEASE_SAVEPOINT -> releaseSavepoint();
            case ROLLBACK -> rollback();
            case COMMIT -> commit();
            case REFRESH -> refresh(a);
            case EXPIRE -> expire(a);
            case EXPIRE_ALL -> {
                flush();
                session.expireAll();
            }
            case MERGE_REVIEW -> mergeReview(review, book);
            case MERGE_PUBLISHER -> mergePublisher(now.pick(Publisher.class, a));
            case MERGE_PLAYER -> mergePlayer(player, team, now.pick(Player.class, a));
            case MERGE_NEW -> mergeNew(book);
            case QUERY -> query(a);
            case REOPEN -> reopen();
        }
    }

    private String name() {
        return "n" + ++names;
    }

    private void add(Object object, String column, Object value) {
        session.add(object);
        now.add(object);
        now.set(object, column, value);
    }

    private void author(Book book, Author author) {
        if (book != null && author != null) {
            book.author = Ref.of(author);
            now.set(book, "author_id", author);
        }
    }

    private void newBook(Author author) {
        if (author != null) {
            Book fresh = new Book(name());
            author.books.add(fresh);
            now.add(fresh);
            now.set(fresh, "title", "n" + names);
            now.set(fresh, "author_id", author);
        }
    }

    private void newReview(Book book, boolean byCollection) {
        if (book != null) {
            Review fresh = new Review(names);
            if (byCollection) {
                book.reviews.add(fresh);
            } else {
                fresh.book = Ref.of(book);
                session.add(fresh);
            }
            now.add(fresh);
            now.set(fresh, "stars", names);
            now.set(fresh, "book_id", book);
        }
    }

    private void newCategory(Category parent) {
        Category fresh = new Category(name());
        if (parent != null) {
            fresh.parent = Ref.of(parent);
        }
        add(fresh, "name", "n" + names);
        now.set(fresh, "parent_id", parent);
    }

    private void newPlayer(Team team) {
        if (team != null) {
            Player fresh = new Player(team, name());
            add(fresh, "name", "n" + names);
            now.set(fresh, "team_id", team);
        }
    }

    private void newVisit(Place place) {
        if (place != null) {
            add(new Visit(place), "place_country", place);
            now.set(now.all(Visit.class).getLast(), "place_city", place);
        }
    }

    private void rename(int number) {
        Object object = now.pick(Object.class, number);
        String to = name();
        switch (object) {
            case Author a -> a.name = to;
            case Book b -> b.title = to;
            case Publisher p -> p.name = to;
            case Category c -> c.name = to;
            case Team t -> t.name = to;
            case Player p -> p.name = to;
            case Profile p -> p.bio = to;
            case null, default -> {
                return;
            }
        }
        now.set(object, LibraryModel.COLUMNS.get(object.getClass()).get(0), to);
    }

    private static boolean holds(Iterable<?> collection, Object element) {
        for (Object each : collection) {
            if (each == element) {
                return true;
            }
        }
        return false;
    }

    private void booksAdd(Author author, Book book) {
        if (author != null && book != null && !holds(author.books, book)) {
            author.books.add(book);
            now.set(book, "author_id", author);
        }
    }

    private void booksRemove(Author author, Book book) {
        if (author != null && book != null && author.books.remove(book) && now.get(book, "author_id") == author) {
            now.set(book, "author_id", null);
        }
    }

    private void publisher(Book book, Publisher publisher) {
        if (book != null) {
            book.publisher = publisher;
            now.set(book, "publisher_code", publisher);
        }
    }

    private void tag(Book book, Tag tag, boolean fromBook) {
        if (book != null && tag != null && !now.tags(book).contains(tag)) {
            if (fromBook) {
                book.tags.add(tag);
            } else {
                flushReplaced(book);
                tag.books.add(book);
            }
            now.tags(book).add(tag);
        }
    }

    /** Where one side was assigned anew, the other side learns of it at the flush. */
    private void flushReplaced(Book book) {
        if (!(book.tags instanceof TrackedCollection<?>)) {
            flush();
        }
    }

    private void untag(Book book, Tag tag, boolean fromBook) {
        if (book != null && tag != null && now.tags(book).contains(tag)) {
            if (fromBook) {
                book.tags.remove(tag);
            } else {
                flushReplaced(book);
                tag.books.remove(book);
            }
            now.tags(book).remove(tag);
        }
    }

    private void replaceTags(Book book, Tag tag) {
        if (book != null) {
            book.tags = new LinkedHashSet<>(tag == null ? List.of() : List.of(tag));
            now.tags(book).clear();
            if (tag != null) {
                now.tags(book).add(tag);
            }
        }
    }

    private void reviewsAdd(Book book, Review review) {
        if (book != null && review != null && !holds(book.reviews, review)) {
            book.reviews.add(review);
            now.set(review, "book_id", book);
        }
    }

    private void reviewsRemove(Review review) {
        Object owner = review == null ? null : now.get(review, "book_id");
        if (owner instanceof Book book && book.reviews.remove(review)) {
            if (session.contains(review)) {
                now.set(review, "book_id", null);
            } else {
                now.remove(review);
            }
        }
    }

    private void parent(Category category, Category parent, boolean byCollection) {
        for (Object above = parent; above != null; above = now.get(above, "parent_id")) {
            if (above == category) {
                return;
            }
        }
        if (category == null || parent == null || (byCollection && holds(parent.children, category))) {
            return;
        }
        if (byCollection) {
            parent.children.add(category);
        } else {
            category.parent = Ref.of(parent);
        }
        now.set(category, "parent_id", parent);
    }

    private void childrenRemove(Category category) {
        Object owner = category == null ? null : now.get(category, "parent_id");
        if (owner instanceof Category parent && parent.children.remove(category)) {
            now.set(category, "parent_id", null);
        }
    }

    private void captain(Team team, Player player) {
        if (team != null) {
            team.captain = player == null ? Ref.none() : Ref.of(player);
            now.set(team, "captain_id", player);
        }
    }

    private void rival(Player player, Player rival) {
        if (player != null) {
            player.rival = rival == null ? Ref.none() : Ref.of(rival);
            now.set(player, "rival_id", rival);
        }
    }

    private void visit(Visit visit, Place place) {
        if (visit != null && place != null) {
            visit.place = Ref.of(place);
            now.set(visit, "place_country", place);
            now.set(visit, "place_city", place);
        }
    }

    /** Not where another profile has the author: which of the two is first is the database's business. */
    private void profile(Author author, Profile profile, boolean fromAuthor) {
        if (author == null
                || profile == null
                || now.referring(author, "author_id").stream().anyMatch(p -> p instanceof Profile && p != profile)
                || flushed.referring(author, "author_id").stream()
                        .anyMatch(p -> p instanceof Profile && p != profile)) {
            return;
        }
        if (fromAuthor && now.get(profile, "author_id") != null && now.get(profile, "author_id") != author) {
            return;
        }
        if (fromAuthor) {
            author.profile = Ref.of(profile);
        } else {
            profile.author = Ref.of(author);
        }
        if (fromAuthor) {
            flush(profile, author);
        } else {
            now.set(profile, "author_id", author);
        }
    }

    /** The inverse side is settled by the flush; until then the model waits with it. */
    private void flush(Profile profile, Author author) {
        now.set(profile, "author_id", author);
        flush();
    }

    private void noProfile(Profile profile) {
        if (profile != null) {
            profile.author = Ref.none();
            now.set(profile, "author_id", null);
            flush();
        }
    }

    private void delete(Object object) {
        if (object != null) {
            session.delete(object);
            now.remove(object);
        }
    }

    private void deleteAlone(Object object) {
        if (object != null && !now.isReferredTo(object)) {
            delete(object);
        }
    }

    private void deleteBook(Book book) {
        if (book != null) {
            flushIfPending(book);
            now.referring(book, "book_id").forEach(now::remove);
            delete(book);
        }
    }

    /** A pending object is forgotten at once, with what its collections hold; references enter them at the flush. */
    private void flushIfPending(Object object) {
        if (!flushed.has(object)) {
            flush();
        }
    }

    private void deleteCategory(Category category) {
        if (category != null) {
            flushIfPending(category);
            session.delete(category);
            Deque<Object> queue = new ArrayDeque<>(List.of(category));
            for (Object next = queue.poll(); next != null; next = queue.poll()) {
                queue.addAll(now.referring(next, "parent_id"));
                now.remove(next);
            }
        }
    }

    private void deleteOther(int a, int b) {
        List<Class<?>> types =
                List.of(Profile.class, Publisher.class, Team.class, Player.class, Place.class, Visit.class);
        deleteAlone(now.pick(types.get(Math.floorMod(a, types.size())), b));
    }

    /** What a flush does to orphans: a review that had a book and has none goes. */
    private LibraryModel settled() {
        LibraryModel settled = now.copy();
        for (Review review : settled.all(Review.class)) {
            if (settled.get(review, "book_id") == null
                    && flushed.has(review)
                    && flushed.get(review, "book_id") != null) {
                settled.remove(review);
            }
        }
        return settled;
    }

    private void flush() {
        LibraryModel settled = settled();
        checks.planIsWhatDiffers(session, flushed, settled);
        session.flush();
        now = settled;
        flushed = now.copy();
        checks.nothingIsLeft(session);
    }

    private void savepoint() {
        flush();
        savepoints.push(session.savepoint());
        saved.push(now.copy());
    }

    private void rollbackSavepoint() {
        if (!savepoints.isEmpty()) {
            flush();
            savepoints.pop().rollback();
            now = saved.pop();
            flushed = now.copy();
        }
    }

    private void releaseSavepoint() {
        if (!savepoints.isEmpty()) {
            flush();
            savepoints.pop().commit();
            saved.pop();
        }
    }

    void rollback() {
        session.rollback();
        forgetSavepoints();
        now = committed.copy();
        flushed = now.copy();
        checks.sessionIs(session, now);
    }

    private void forgetSavepoints() {
        savepoints.clear();
        saved.clear();
    }

    void commit() {
        flush();
        session.commit();
        forgetSavepoints();
        committed = now.copy();
        checks.databaseIs(session, now);
        checks.sessionIs(session, now);
        session.commit();
    }

    private void refresh(int number) {
        Object object = now.pick(Object.class, number);
        flush();
        if (object != null && now.has(object)) {
            session.refresh(object);
        }
    }

    private void expire(int number) {
        Object object = now.pick(Object.class, number);
        flush();
        if (object != null && now.has(object)) {
            session.expire(object);
        }
    }

    /** What comes from elsewhere is copied into the session's object. */
    private void mergeReview(Review review, Book book) {
        flush();
        if (review != null && now.has(review)) {
            Review copy = new Review(++names);
            copy.id = review.id;
            copy.book = book == null || !now.has(book) ? Ref.none() : Ref.key(Book.class, book.id);
            assertThat(session.merge(copy)).isSameAs(review);
            now.set(review, "stars", names);
            now.set(review, "book_id", book == null || !now.has(book) ? null : book);
        }
    }

    private void mergePublisher(Publisher publisher) {
        flush();
        if (publisher != null && now.has(publisher)) {
            assertThat(session.merge(new Publisher(publisher.code, name()))).isSameAs(publisher);
            now.set(publisher, "name", "n" + names);
        } else {
            Publisher copy = new Publisher("M" + names, name());
            Publisher merged = session.merge(copy);
            assertThat(merged).isNotSameAs(copy);
            now.add(merged);
            now.set(merged, "name", "n" + names);
        }
    }

    private void mergePlayer(Player player, Team team, Player rival) {
        flush();
        if (player != null && now.has(player) && now.has(team)) {
            Player copy = new Player(team, name());
            copy.id = player.id;
            copy.rival = rival == null ? Ref.none() : Ref.of(rival);
            assertThat(session.merge(copy)).isSameAs(player);
            now.set(player, "name", "n" + names);
            now.set(player, "team_id", team);
            now.set(player, "rival_id", rival);
        }
    }

    /** A new graph is copied whole. */
    private void mergeNew(Book book) {
        flush();
        Review copy = new Review(++names);
        boolean known = book != null && now.has(book);
        copy.book = known ? Ref.of(book) : Ref.none();
        Review merged = session.merge(copy);
        assertThat(merged).isNotSameAs(copy);
        now.add(merged);
        now.set(merged, "stars", names);
        now.set(merged, "book_id", known ? book : null);
    }

    private void query(int number) {
        flush();
        List<Class<?>> types = new ArrayList<>(LibraryModel.COLUMNS.keySet());
        Class<?> type = types.get(Math.floorMod(number, types.size()));
        List<?> found = session.query(Mappings.table(type)).all();
        Set<Object> expected = LibraryChecks.identitySet(now.all(type));
        assertThat(LibraryChecks.identitySet(found)).isEqualTo(expected);
    }

    /** Another session has other objects for the same rows. */
    private void reopen() {
        commit();
        Session former = session;
        session.close();
        session = Session.open(engine, OPTIONS);
        IdentityHashMap<Object, Object> others = new IdentityHashMap<>();
        for (Object object : now.objects()) {
            others.put(
                    object,
                    session.get(object.getClass(), Mappings.keyOf(object)).orElseThrow());
        }
        assertThat(former.isOpen()).isFalse();
        now = now.replaced(others);
        flushed = now.copy();
        committed = now.copy();
        checks.sessionIs(session, now);
    }
}
