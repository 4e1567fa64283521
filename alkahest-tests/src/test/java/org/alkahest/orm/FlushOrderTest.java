package org.alkahest.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alkahest.compile.Feature;
import org.alkahest.dialect.ForeignKeyViolationException;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Category;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Place;
import org.alkahest.orm.domain.Player;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.domain.Review;
import org.alkahest.orm.domain.Tag;
import org.alkahest.orm.domain.Team;
import org.alkahest.orm.domain.Visit;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.RecordedStatement;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** What a flush sends, in which order, with which values; the plan says the same in the same order. */
final class FlushOrderTest {
    private static final Pattern WRITE = Pattern.compile("(INSERT|UPDATE|DELETE)(?: INTO| FROM)? (\\w+)");

    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        Library.create(engine);
    }

    @DatabaseTest
    void parentsBeforeChildrenWhateverTheOrderOfAdding() {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris", new Review(5));
            book.publisher = new Publisher("P", "Press");
            book.tags.add(new Tag("space"));
            session.add(book.reviews.get(0));
            session.add(book);
            Author author = new Author("Lem");
            book.author = Ref.of(author);
            assertThat(session.flushPlan().toString().lines())
                    .containsExactly(
                            "INSERT authors(name) RETURNING(id) [Author#new]",
                            "INSERT publishers(code, name) [Publisher#P]",
                            "INSERT books(title, price, author_id, publisher_code) RETURNING(id) [Book#new]",
                            "INSERT reviews(stars, text, book_id) RETURNING(id) [Review#new]",
                            "INSERT tags(name) RETURNING(id) [Tag#new]",
                            "INSERT books_tags [Book#new-Tag#new]");
            flush(session);
            assertThat(sent())
                    .containsExactly(
                            "INSERT authors [Lem]",
                            "INSERT publishers [P, Press]",
                            "INSERT books [Solaris, null, 1, P]",
                            "INSERT reviews [5, null, 1]",
                            "INSERT tags [space]",
                            "INSERT books_tags [1, 1]");
            assertThat(author.books).containsExactly(book);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aTreeIsInsertedLevelByLevelAndDeletedFromTheLeaves() {
        try (Session session = Session.open(engine)) {
            Category root =
                    new Category("root", new Category("a", new Category("a1"), new Category("a2")), new Category("b"));
            session.add(root);
            assertThat(session.flushPlan().actions()).hasSize(3);
            assertThat(session.flushPlan()
                            .toString()
                            .lines()
                            .map(l -> l.replaceAll(".*\\[", "["))
                            .toList())
                    .containsExactly("[Category#new]", "[Category#new, Category#new]", "[Category#new, Category#new]");
            session.flush();
            SessionInvariants.check(session);
            session.commit();
            Category a = root.children.get(0);
            session.delete(root);
            assertThat(session.flushPlan().actions()).hasSize(1);
            flush(session);
            List<Object> keys = deletedKeys();
            assertThat(keys).hasSize(5);
            assertThat(keys.indexOf((Object) a.children.get(0).id)).isLessThan(keys.indexOf((Object) a.id));
            assertThat(keys.get(4)).isEqualTo(root.id);
            session.commit();
        }
    }

    @DatabaseTest
    void aCircleIsClosedByAnUpdate() {
        try (Session session = Session.open(engine)) {
            Team team = new Team("Lahore");
            Player captain = new Player(team, "Ali");
            team.captain = Ref.of(captain);
            session.add(team);
            flush(session);
            assertThat(sent())
                    .containsExactly("INSERT teams [Lahore]", "INSERT players [Ali, 1, null]", "UPDATE teams [1, 1]");
            SessionInvariants.check(session);
            session.commit();
            session.delete(team);
            session.delete(captain);
            flush(session);
            assertThat(sent()).containsExactly("UPDATE teams [null, 1]", "DELETE players [1]", "DELETE teams [1]");
            session.commit();
        }
    }

    @DatabaseTest
    void rowsOfOneTableThatReferToEachOtherAndToThemselves() {
        try (Session session = Session.open(engine)) {
            Team team = new Team("Lahore");
            Player ali = new Player(team, "Ali");
            Player self = new Player(team, "Self");
            Player ahmad = new Player(team, "Ahmad");
            ali.rival = Ref.of(ahmad);
            ahmad.rival = Ref.of(ali);
            self.rival = Ref.of(self);
            session.addAll(List.of(ali, ahmad, self));
            session.flush();
            SessionInvariants.check(session);
            session.commit();
            session.delete(ali);
            session.delete(ahmad);
            session.delete(self);
            session.delete(team);
            session.commit();
        }
    }

    @DatabaseTest
    void aCircleOfForeignKeysThatAreNotNullIsAnError() {
        try (Session session = Session.open(engine)) {
            session.add(new Player(null, "Nobody"));
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-15");
        }
    }

    @DatabaseTest
    void onlyChangedColumnsAreUpdated() {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris");
            book.price = new BigDecimal("10.00");
            Author author = new Author("Lem", book);
            session.add(author);
            session.commit();
            book.price = new BigDecimal("10");
            flush(session);
            recorder.assertCount(0);
            book.price = new BigDecimal("12.5");
            author.name = "Stanislaw Lem";
            flush(session);
            assertThat(recorder.statements())
                    .extracting(RecordedStatement::sql)
                    .containsExactly(
                            "UPDATE authors SET name = ? WHERE authors.id = ?",
                            "UPDATE books SET price = ? WHERE books.id = ?");
            flush(session);
            recorder.assertCount(0);
            book.author = Ref.none();
            flush(session);
            assertThat(sent()).containsExactly("UPDATE books [null, 1]");
            assertThat(author.books).isEmpty();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void rowsThatAreWrittenAlikeShareAStatement() {
        try (Session session = Session.open(engine)) {
            List<Publisher> publishers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                publishers.add(new Publisher("P" + i, "Press"));
            }
            session.addAll(publishers);
            flush(session);
            assertThat(recorder.statements()).singleElement().matches(s -> s.batchSize() == 5);
            publishers.forEach(p -> p.name = "New");
            publishers.get(3).name = "Other";
            flush(session);
            assertThat(recorder.statements()).singleElement().matches(s -> s.batchSize() == 5);
            publishers.forEach(session::delete);
            flush(session);
            assertThat(recorder.statements()).singleElement().matches(s -> s.batchSize() == 5);
            session.commit();
        }
    }

    @DatabaseTest
    void childrenMoveBeforeTheirFormerParentIsDeleted() {
        try (Session session = Session.open(engine)) {
            Author lem = new Author("Lem", new Book("Solaris"));
            Author dick = new Author("Dick");
            session.addAll(List.of(lem, dick));
            session.commit();
            dick.books.add(lem.books.get(0));
            session.delete(lem);
            flush(session);
            assertThat(sent()).containsExactly("UPDATE books [2, 1]", "DELETE authors [1]");
            assertThat(dick.books).hasSize(1);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest(requires = Feature.TRANSACTIONAL_FOREIGN_KEYS)
    void aParentWithChildrenThatDoNotCascadeIsNotDeleted() {
        try (Session session = Session.open(engine)) {
            Author lem = new Author("Lem", new Book("Solaris"));
            session.add(lem);
            session.commit();
            assertThat(lem.books).hasSize(1);
            session.delete(lem);
            assertThatThrownBy(session::flush).isInstanceOf(ForeignKeyViolationException.class);
            session.rollback();
            assertThat(lem.books.get(0).author.get()).isSameAs(lem);
        }
    }

    @DatabaseTest
    void linkRowsAreWrittenOnceAfterTheRowsAndRemovedBefore() {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris");
            Tag space = new Tag("space");
            Tag ocean = new Tag("ocean");
            book.tags.add(space);
            book.tags.add(ocean);
            session.add(book);
            session.commit();
            session.delete(space);
            flush(session);
            assertThat(sent()).containsExactly("DELETE books_tags [1, 1]", "DELETE tags [1]");
            session.delete(book);
            flush(session);
            assertThat(sent()).containsExactly("DELETE books_tags [1, 2]", "DELETE books [1]");
            SessionInvariants.check(session);
            session.commit();
        }
    }

    @DatabaseTest
    void aDeletedObjectIsNotLinkedInTheSameFlush() {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris");
            Tag tag = new Tag("space");
            session.addAll(List.of(book, tag));
            session.commit();
            book.tags.add(tag);
            session.delete(book);
            flush(session);
            assertThat(sent()).containsExactly("DELETE books [1]");
            session.commit();
        }
    }

    @DatabaseTest
    void compositeForeignKeysFollowTheirTarget() {
        try (Session session = Session.open(engine)) {
            Visit visit = new Visit(new Place("PK", "Lahore", 1));
            session.add(visit);
            flush(session);
            assertThat(sent()).containsExactly("INSERT places [PK, Lahore, 1]", "INSERT visits [PK, Lahore]");
            visit.place = Ref.of(new Place("PK", "Karachi", 2));
            flush(session);
            assertThat(sent()).containsExactly("INSERT places [PK, Karachi, 2]", "UPDATE visits [Karachi, 1]");
            SessionInvariants.check(session);
            visit.place = Ref.none();
            flush(session);
            assertThat(sent()).containsExactly("UPDATE visits [null, null, 1]");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void theGeneratedKeyOfAPersistentObjectDoesNotChange() {
        try (Session session = Session.open(engine)) {
            Author author = new Author("Lem");
            session.add(author);
            session.commit();
            int id = author.id;
            author.id = id + 1;
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2205").hasMessageContaining("'id'");
            author.id = id;
            author.name = "New";
            session.commit();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aTargetThatIsNotInsertedIsAnError() {
        try (Session session = Session.open(engine)) {
            Author lem = new Author("Lem");
            session.add(lem);
            Book book = new Book(lem, "Solaris");
            session.add(book);
            session.delete(lem);
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2201");
            session.rollback();
        }
    }

    @DatabaseTest
    void aPlanChangesNothing() {
        try (Session session = Session.open(engine)) {
            Author lem = new Author("Lem");
            session.add(lem);
            session.commit();
            lem.books.add(new Book("Solaris"));
            recorder.clear();
            String plan = session.flushPlan().toString();
            assertThat(session.flushPlan()).hasToString(plan);
            recorder.assertCount(0);
            session.flush();
            SessionInvariants.check(session);
            assertThat(session.flushPlan().isEmpty()).isTrue();
            assertThat(session.flushPlan()).hasToString("");
        }
    }

    @DatabaseTest
    void aPlanMarksNothingForDeletion() {
        try (Session session = Session.open(engine)) {
            Author lem = new Author("Lem");
            lem.books.add(new Book("Solaris"));
            session.add(lem);
            session.commit();
            session.delete(lem);
            session.flushPlan();
            session.add(lem);
            assertThat(session.flushPlan().isEmpty()).isTrue();
        }
    }

    private void flush(Session session) {
        recorder.clear();
        session.flush();
    }

    /** Verb, table and values of each row that was written. */
    private List<String> sent() {
        List<String> lines = new ArrayList<>();
        for (RecordedStatement statement : recorder.statements()) {
            Matcher write = WRITE.matcher(statement.sql());
            if (write.find()) {
                statement.parameters().forEach(row -> lines.add(write.group(1) + " " + write.group(2) + " " + row));
            }
        }
        return lines;
    }

    private List<Object> deletedKeys() {
        List<Object> keys = new ArrayList<>();
        recorder.writes().forEach(s -> s.parameters().forEach(row -> keys.add(row.get(0))));
        return keys;
    }
}
