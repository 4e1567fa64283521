package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Profile;
import org.alkahest.orm.domain.Review;
import org.alkahest.orm.domain.Tag;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** References and collections that the user sets as if the database had them. */
final class CommittedAssociationsTest {
    private final Author lem = new Author("Lem", new Book("Solaris", new Review(5)), new Book("Eden"));
    private final Author dick = new Author("Dick", new Book("Ubik"));
    private StatementRecorder recorder;
    private Session session;

    @BeforeEach
    void storeObjects(Engine engine, StatementRecorder statements) {
        recorder = statements;
        Library.create(engine);
        session = Session.open(engine);
        session.addAll(List.of(lem, dick));
        session.flush();
        recorder.clear();
    }

    @AfterEach
    void closeSession() {
        session.close();
    }

    private void assertNothingIsWritten() {
        recorder.clear();
        session.flush();
        recorder.assertCount(0);
    }

    @DatabaseTest
    void aCommittedReferenceIsNotWritten() {
        Book solaris = lem.books.get(0);
        solaris.price = new BigDecimal("1.00");
        session.setCommitted(solaris, BOOK.author, Ref.of(dick));
        assertThat(solaris.author.get()).isSameAs(dick);
        assertThat(session.history(solaris, BOOK.author).added()).isEmpty();
        session.flush();
        assertThat(recorder.take()).singleElement().asString().contains("price").doesNotContain("author");
        session.setCommitted(solaris, BOOK.author, Ref.key(Author.class, lem.id));
        assertThat(solaris.author.get()).isSameAs(lem);
        session.setCommitted(solaris, BOOK.author, Ref.none());
        assertThat(solaris.author.isEmpty()).isTrue();
        assertNothingIsWritten();
        solaris.author = Ref.of(lem);
        session.flush();
        assertThat(recorder.take()).singleElement().asString().contains("author");
    }

    @DatabaseTest
    void aCommittedReferenceReplacesAChange() {
        Book solaris = lem.books.get(0);
        solaris.author = Ref.none();
        session.setCommitted(solaris, BOOK.author, Ref.of(lem));
        assertThat(session.isModified(solaris)).isFalse();
        assertNothingIsWritten();
    }

    @DatabaseTest
    void committedMembersAreTheBaseline() {
        List<Book> before = List.copyOf(lem.books);
        lem.books = new ArrayList<>();
        session.setCommitted(lem, AUTHOR.books, before);
        assertThat(lem.books).containsExactlyElementsOf(before);
        assertNothingIsWritten();
        session.setCommitted(lem, AUTHOR.books, before.subList(0, 1));
        assertThat(lem.books).containsExactly(before.get(0));
        assertThat(session.history(lem, AUTHOR.books).unchanged()).containsExactly(before.get(0));
        assertNothingIsWritten();
    }

    @DatabaseTest
    void committedMembersOfATableBetweenAreNotLinked() {
        Book solaris = lem.books.get(0);
        Tag tag = new Tag("planet");
        session.add(tag);
        session.flush();
        session.setCommitted(solaris, BOOK.tags, List.of(tag));
        assertThat(solaris.tags).containsExactly(tag);
        assertNothingIsWritten();
        solaris.tags.clear();
        recorder.clear();
        assertThat(session.flushPlan().toString()).contains("tag");
        session.rollback();
    }

    @DatabaseTest
    void anInverseReferenceIsSetAlone() {
        Profile profile = new Profile(dick, "writes");
        session.add(profile);
        session.flush();
        session.setCommitted(lem, AUTHOR.profile, Ref.of(profile));
        assertThat(lem.profile.get()).isSameAs(profile);
        assertThat(profile.author.get()).isSameAs(dick);
        session.setCommitted(dick, AUTHOR.profile, Ref.none());
        assertThat(dick.profile.find()).isEmpty();
        assertNothingIsWritten();
    }

    @DatabaseTest
    void aPendingObjectIsWrittenWhole() {
        Book pending = new Book("Fiasco");
        session.add(pending);
        session.setCommitted(pending, BOOK.author, Ref.of(lem));
        session.flush();
        assertThat(recorder.take()).singleElement().asString().contains("INSERT");
        session.refresh(pending);
        assertThat(pending.author.get()).isSameAs(lem);
    }

    @DatabaseTest
    void whatHasNoRowIsRefused() {
        Book solaris = lem.books.get(0);
        assertThatThrownBy(() -> session.setCommitted(solaris, BOOK.author, Ref.of(new Author("New"))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("has no row")
                .hasMessageContaining("ALK-2053");
        assertThatThrownBy(() -> session.setCommitted(lem, AUTHOR.books, List.of(new Book("New"))))
                .hasMessageContaining("ALK-2053");
        Author pending = new Author("Pending");
        session.add(pending);
        assertThatThrownBy(() -> session.setCommitted(pending, AUTHOR.books, List.of(solaris)))
                .hasMessageContaining("Flush first");
        assertThatThrownBy(() -> session.setCommitted(lem, BOOK.author, Ref.of(dick)))
                .hasMessageContaining("ALK-2123");
        assertThatThrownBy(() -> session.setCommitted(new Book("Unknown"), BOOK.author, Ref.of(dick)))
                .hasMessageContaining("ALK-2105");
        session.close();
        assertThatThrownBy(() -> session.setCommitted(solaris, BOOK.author, Ref.of(dick)))
                .hasMessageContaining("ALK-2110");
    }
}
