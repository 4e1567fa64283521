package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Rewrite;
import org.alkahest.sql.Statement;
import org.alkahest.sql.Update;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;

/** Listeners see, and change, what a session executes for its user and for itself; not what a flush writes. */
final class StatementHookTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        Library.create(engine);
        try (Session session = Session.open(engine)) {
            session.add(new Author("Lem", new Book("Solaris"), new Book("Fiasco")));
            session.commit();
        }
    }

    private static SessionListener rewriting(UnaryOperator<Statement> change) {
        return new SessionListener() {
            @Override
            public Statement beforeExecute(Session session, Statement statement, boolean own) {
                return change.apply(statement);
            }
        };
    }

    private Session session(SessionListener listener) {
        return Session.open(engine, SessionOptions.DEFAULT.withListener(listener));
    }

    @DatabaseTest
    void everyQueryAndChangeIsTold() {
        List<String> told = new ArrayList<>();
        SessionListener listener = new SessionListener() {
            @Override
            public Statement beforeExecute(Session session, Statement statement, boolean own) {
                told.add(statement.getClass().getSimpleName() + (own ? " own" : ""));
                return statement;
            }
        };
        try (Session session = session(listener)) {
            Author lem = session.query(AUTHOR).one();
            assertThat(lem.books).hasSize(2);
            try (var stream = session.query(BOOK).stream()) {
                assertThat(stream.count()).isEqualTo(2);
            }
            session.query(BOOK).count();
            lem.name = "S. Lem";
            session.flush();
            session.execute(update(BOOK).set(BOOK.title, "x"));
            session.execute(text("UPDATE books SET title = 'y'"));
            session.refresh(lem);
            assertThat(told)
                    .containsExactly(
                            "Select", "Select own", "Select", "Select", "Update", "TextStatement", "Select own");
        }
    }

    @DatabaseTest
    void aConditionHoldsInQueriesAndLazyLoads() {
        DerivedTable some = select(BOOK).where(BOOK.title.ne("Fiasco")).asTable("books");
        Rewrite rewrite = Rewrite.of(node -> node.equals(BOOK) ? some : node);
        try (Session session = session(rewriting(rewrite::apply))) {
            assertThat(session.query(BOOK).all()).extracting(b -> b.title).containsExactly("Solaris");
            assertThat(session.query(AUTHOR).one().books)
                    .extracting(b -> b.title)
                    .containsExactly("Solaris");
            assertThat(session.query(BOOK).count()).isEqualTo(1);
        }
    }

    @DatabaseTest
    void aChangeIsNarrowedAndListenersFollowEachOther() {
        SessionListener narrowing = rewriting(
                statement -> statement instanceof Update update ? update.where(BOOK.title.eq("Solaris")) : statement);
        try (Session session = session(narrowing)) {
            session.addListener(rewriting(statement -> {
                assertThat(statement.toString()).contains("Solaris");
                return statement;
            }));
            assertThat(session.execute(update(BOOK).set(BOOK.title, "new")).rowCount())
                    .isEqualTo(1);
        }
    }

    @DatabaseTest("sqlite-memory")
    void whatIsReadAfterTheChangeDecidesOnTheFlush() {
        try (Session session = session(rewriting(
                statement -> select(BOOK.title).where(BOOK.title.eq("Eden")).orderBy(BOOK.id)))) {
            session.add(new Book("Eden"));
            assertThat(session.execute(select(AUTHOR.name)).all()).containsExactly("Eden");
        }
    }

    @DatabaseTest("sqlite-memory")
    void aStatementOfAnotherKindIsRefused() {
        try (Session session = session(rewriting(statement -> text("DELETE FROM books")))) {
            assertThatThrownBy(() -> session.execute(select(BOOK.id)))
                    .hasMessageContainingAll("ALK-2210", "TextStatement", "Select");
            assertThatThrownBy(() -> session.execute(update(BOOK).set(BOOK.title, "x")))
                    .hasMessageContainingAll("ALK-2210", "an INSERT, UPDATE, DELETE or MERGE");
        }
        try (Session session = session(rewriting(statement -> select(BOOK.id)))) {
            assertThatThrownBy(() -> session.execute(text("DELETE FROM books"))).hasMessageContaining("ALK-2210");
            assertThat(session.isOpen()).isTrue();
        }
    }

    @DatabaseTest("sqlite-memory")
    void nullIsRefused() {
        try (Session session = session(rewriting(statement -> null))) {
            assertThatThrownBy(() -> session.query(BOOK).all()).isInstanceOf(NullPointerException.class);
        }
    }
}
