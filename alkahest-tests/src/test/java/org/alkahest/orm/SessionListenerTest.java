package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.engine.PendingRollbackException;
import org.alkahest.engine.UpdateResult;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Review;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.State;
import org.alkahest.orm.unitofwork.FlushPlan;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.alkahest.type.AlkahestException;
import org.junit.jupiter.api.BeforeEach;

/** What listeners of a session are told, in which order, and what they may change or stop. */
final class SessionListenerTest {
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        Library.create(engine);
    }

    @DatabaseTest
    void areToldOfAUnitOfWorkInOrder() {
        Diary diary = new Diary();
        Author lem = new Author("Lem", new Book("Solaris"));
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withListener(diary))) {
            session.add(lem);
            assertThat(diary.take()).containsExactly("Lem TRANSIENT to PENDING", "Solaris TRANSIENT to PENDING");
            session.commit();
            assertThat(diary.take())
                    .containsExactly(
                            "before commit",
                            "before flush of new [Lem, Solaris], changed [], deleted []",
                            "before insert of Lem",
                            "before insert of Solaris",
                            "planned 2",
                            "begun",
                            "after insert of Lem",
                            "after insert of Solaris",
                            "after flush of 2",
                            "Lem PENDING to PERSISTENT",
                            "Solaris PENDING to PERSISTENT",
                            "committed");
            Book solaris = lem.books.get(0);
            lem.name = "Stanislaw";
            session.delete(solaris);
            diary.take();
            session.commit();
            assertThat(diary.take())
                    .containsExactly(
                            "before commit",
                            "before flush of new [], changed [Stanislaw], deleted [Solaris]",
                            "before update of Stanislaw",
                            "before delete of Solaris",
                            "planned 2",
                            "after update of Stanislaw",
                            "after delete of Solaris",
                            "after flush of 2",
                            "Solaris PERSISTENT to DELETED",
                            "committed",
                            "Solaris DELETED to DETACHED");
        }
        assertThat(diary.take()).containsExactly("Stanislaw PERSISTENT to DETACHED");
    }

    @DatabaseTest
    void areToldOfLoadsOnceTheAttributesAreThere() {
        insertLem();
        List<String> seen = new ArrayList<>();
        SessionListener listener = new SessionListener() {
            @Override
            public void loaded(Session session, Object entity) {
                seen.add("loaded " + ((Author) entity).name);
            }

            @Override
            public void refreshed(Session session, Object entity) {
                seen.add("refreshed " + ((Author) entity).name);
            }
        };
        try (Session session = Session.open(engine)) {
            session.addListener(listener);
            Author lem = session.query(AUTHOR).one();
            session.query(AUTHOR).one();
            assertThat(seen).containsExactly("loaded Lem");
            session.refresh(lem);
            assertThat(seen).containsExactly("loaded Lem", "refreshed Lem");
            assertThat(session.removeListener(listener)).isTrue();
            assertThat(session.removeListener(listener)).isFalse();
            session.refresh(lem);
            assertThat(seen).hasSize(2);
        }
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void areToldOfSavepointsAndRollbacksAndWhatTheyGiveBack() {
        Diary diary = new Diary();
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withListener(diary))) {
            Author lem = new Author("Lem");
            session.add(lem);
            session.flush();
            diary.take();
            SessionSavepoint kept = session.savepoint();
            kept.commit();
            assertThat(diary.told("savepoint")).containsExactly("savepoint begun", "savepoint released");
            SessionSavepoint undone = session.savepoint();
            session.add(new Author("Dick"));
            session.flush();
            diary.take();
            undone.rollback();
            assertThat(diary.take()).containsExactly("Dick PERSISTENT to TRANSIENT", "savepoint rolled back");
            session.delete(lem);
            session.flush();
            diary.take();
            session.rollback();
            assertThat(diary.take()).containsExactlyInAnyOrder("rolled back", "Lem DELETED to TRANSIENT");
        }
        assertThat(diary.take()).isEmpty();
    }

    @DatabaseTest
    void areToldOfRowsThatAStatementChanged() {
        insertLem();
        Diary diary = new Diary();
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withListener(diary))) {
            session.execute(Sql.update(AUTHOR).set(AUTHOR.name, "Dick"));
        }
        assertThat(diary.take()).containsExactly("begun", "1 rows of authors changed", "rolled back");
    }

    @DatabaseTest
    void mayAddChangeAndKeepObjectsBeforeAFlush() {
        insertLem();
        SessionListener listener = new SessionListener() {
            @Override
            public void beforeFlush(Session session) {
                for (Object object : session.deletedObjects()) {
                    session.add(object);
                    ((Author) object).name += " (deleted)";
                    session.add(new Author("Log of " + object, new Book("Cascaded")));
                }
                session.newObjects().stream()
                        .filter(Book.class::isInstance)
                        .forEach(book -> ((Book) book).title = "Seen");
            }
        };
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withListener(listener))) {
            session.delete(session.query(AUTHOR).one());
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            assertThat(session.query(AUTHOR).orderBy(AUTHOR.id).all())
                    .extracting(author -> author.name)
                    .containsExactly("Lem (deleted)", "Log of Lem (deleted)");
            assertThat(session.query(BOOK).all()).extracting(book -> book.title).containsExactly("Seen");
        }
    }

    @DatabaseTest
    void aKeptObjectKeepsWhatItsDeleteWouldHaveTaken() {
        Book solaris = new Book("Solaris", new Review(5));
        List<Object> deleted = new ArrayList<>();
        SessionListener listener = new SessionListener() {
            @Override
            public void beforeFlush(Session session) {
                deleted.addAll(session.deletedObjects());
                session.deletedObjects().stream().filter(Book.class::isInstance).forEach(session::add);
            }
        };
        try (Session session = Session.open(engine)) {
            session.add(solaris);
            session.commit();
            session.addListener(listener);
            session.delete(solaris);
            session.commit();
            assertThat(deleted).containsExactly(solaris, solaris.reviews.get(0));
            assertThat(session.state(solaris.reviews.get(0))).isEqualTo(State.PERSISTENT);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void changesOfNewAndChangedObjectsGoIntoTheirRows() {
        SessionListener listener = new SessionListener() {
            @Override
            public void beforeInsert(Session session, Object entity) {
                ((Author) entity).name += "!";
            }

            @Override
            public void beforeUpdate(Session session, Object entity) {
                ((Author) entity).name += "?";
            }
        };
        Author lem = new Author("Lem");
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withListener(listener))) {
            session.add(lem);
            session.commit();
            session.commit();
            lem.name = "Dick";
            session.commit();
        }
        assertThat(names()).containsExactly("Dick?");
    }

    @DatabaseTest
    void anExceptionBeforeTheFirstStatementLeavesTheSessionAsItIs() {
        IllegalStateException no = new IllegalStateException("no");
        Author lem = new Author("Lem");
        for (SessionListener listener : List.of(
                new SessionListener() {
                    @Override
                    public void beforeFlush(Session session) {
                        throw no;
                    }
                },
                new SessionListener() {
                    @Override
                    public void beforeInsert(Session session, Object entity) {
                        throw no;
                    }
                },
                new SessionListener() {
                    @Override
                    public void flushPlanned(Session session, FlushPlan plan) {
                        throw no;
                    }
                },
                new SessionListener() {
                    @Override
                    public void transactionBegun(Session session) {
                        throw no;
                    }
                })) {
            try (Session session = Session.open(engine)) {
                session.addListener(listener);
                session.add(lem);
                recorder.clear();
                assertThatThrownBy(session::flush).isSameAs(no);
                assertThat(recorder.statements()).isEmpty();
                session.removeListener(listener);
                if (session.state(lem) == State.TRANSIENT) {
                    session.rollback();
                    session.add(lem);
                }
                assertThat(session.state(lem)).isEqualTo(State.PENDING);
                session.flush();
                session.rollback();
            }
        }
    }

    @DatabaseTest
    void anExceptionAfterTheStatementsFailsTheFlush() {
        IllegalStateException no = new IllegalStateException("no");
        Diary diary = new Diary();
        Author lem = new Author("Lem");
        SessionListener listener = new SessionListener() {
            @Override
            public void afterFlush(Session session, FlushPlan plan) {
                throw no;
            }
        };
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withListener(listener))) {
            session.addListener(diary);
            session.add(lem);
            assertThatThrownBy(session::flush).isSameAs(no);
            assertThat(lem.id).isNull();
            assertThat(session.state(lem)).isEqualTo(State.TRANSIENT);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(PendingRollbackException.class)
                    .hasCause(no);
            assertThat(diary.told("rolled back")).hasSize(1);
            session.removeListener(listener);
            session.rollback();
            session.add(lem);
            session.commit();
        }
        assertThat(names()).containsExactly("Lem");
    }

    @DatabaseTest
    void changesMadeAfterAFlushAreCommittedToo() {
        SessionListener listener = new SessionListener() {
            @Override
            public void afterInsert(Session session, Object entity) {
                ((Author) entity).name = "Number " + (((Author) entity).id != null);
            }
        };
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withListener(listener))) {
            session.add(new Author("Lem"));
            session.commit();
        }
        assertThat(names()).containsExactly("Number true");
    }

    @DatabaseTest
    void mayNotFlushCommitRollBackOrCloseWithinAFlush() {
        List<String> codes = new ArrayList<>();
        SessionListener listener = new SessionListener() {
            @Override
            public void beforeFlush(Session session) {
                List<Runnable> forbidden =
                        List.of(session::flush, session::commit, session::rollback, session::close, session::savepoint);
                for (Runnable call : forbidden) {
                    try {
                        call.run();
                    } catch (AlkahestException e) {
                        codes.add(e.code());
                    }
                }
            }
        };
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withListener(listener))) {
            session.flush();
        }
        assertThat(codes).hasSize(5).containsOnly("ALK-2113");
    }

    @DatabaseTest
    void thatNeverStopMakingChangesAreStopped() {
        SessionListener listener = new SessionListener() {
            @Override
            public void beforeFlush(Session session) {
                session.add(new Author("Another"));
            }
        };
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withListener(listener))) {
            assertThatThrownBy(session::commit).hasMessageContaining("listeners have made further changes 100 times");
        }
        assertThat(names()).isEmpty();
    }

    @DatabaseTest
    void areAllToldWhateverOneOfThemThrows() {
        IllegalStateException no = new IllegalStateException("no");
        Diary diary = new Diary();
        SessionListener listener = new SessionListener() {
            @Override
            public void stateChanged(Session session, Object entity, State from, State to) {
                throw no;
            }
        };
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withListener(listener))) {
            session.addListener(diary);
            Author lem = new Author("Lem", new Book("Solaris"));
            assertThatThrownBy(() -> session.add(lem)).isSameAs(no);
            assertThat(diary.take()).hasSize(2);
            assertThat(session.state(lem)).isEqualTo(State.PENDING);
            session.removeListener(listener);
            session.commit();
        }
        assertThat(names()).containsExactly("Lem");
    }

    @DatabaseTest
    void areNotToldOfAnAddThatErrors() {
        Diary diary = new Diary();
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withListener(diary))) {
            Book other = new Book(new Author("Dick"), "Ubik");
            Author lem = new Author("Lem", new Book("Solaris"), other);
            assertThatThrownBy(() -> session.add(lem)).hasMessageContaining("ALK-2103");
            assertThat(diary.take()).isEmpty();
            other.author = Ref.of(lem);
            session.add(lem);
            assertThat(diary.take()).hasSize(3);
        }
    }

    @DatabaseTest
    void aStoppedFlushForgetsWhatItsDeleteWouldHaveTaken() {
        Book solaris = new Book("Solaris", new Review(5));
        SessionListener stops = new SessionListener() {
            @Override
            public void flushPlanned(Session session, FlushPlan plan) {
                throw new IllegalStateException("stop");
            }
        };
        try (Session session = Session.open(engine)) {
            session.add(solaris);
            session.commit();
            session.addListener(stops);
            session.delete(solaris);
            assertThatThrownBy(session::flush).hasMessage("stop");
            session.removeListener(stops);
            session.add(solaris);
            session.commit();
            assertThat(session.state(solaris.reviews.get(0))).isEqualTo(State.PERSISTENT);
            SessionInvariants.check(session);
        }
    }

    private void insertLem() {
        try (Session session = Session.open(engine)) {
            session.add(new Author("Lem"));
            session.commit();
        }
    }

    private List<String> names() {
        try (Session session = Session.open(engine)) {
            return session.execute(Sql.select(AUTHOR.name).from(AUTHOR)).all();
        }
    }

    /** Writes down everything. */
    private static final class Diary implements SessionListener {
        private final List<String> lines = new ArrayList<>();

        List<String> take() {
            List<String> taken = List.copyOf(lines);
            lines.clear();
            return taken;
        }

        List<String> told(String part) {
            return take().stream().filter(line -> line.contains(part)).toList();
        }

        @Override
        public void beforeFlush(Session session) {
            lines.add("before flush of new " + session.newObjects() + ", changed " + session.changedObjects()
                    + ", deleted " + session.deletedObjects());
        }

        @Override
        public void beforeInsert(Session session, Object entity) {
            lines.add("before insert of " + entity);
        }

        @Override
        public void beforeUpdate(Session session, Object entity) {
            lines.add("before update of " + entity);
        }

        @Override
        public void beforeDelete(Session session, Object entity) {
            lines.add("before delete of " + entity);
        }

        @Override
        public void flushPlanned(Session session, FlushPlan plan) {
            lines.add("planned " + plan.actions().size());
        }

        @Override
        public void afterInsert(Session session, Object entity) {
            lines.add("after insert of " + entity);
        }

        @Override
        public void afterUpdate(Session session, Object entity) {
            lines.add("after update of " + entity);
        }

        @Override
        public void afterDelete(Session session, Object entity) {
            lines.add("after delete of " + entity);
        }

        @Override
        public void afterFlush(Session session, FlushPlan plan) {
            lines.add("after flush of " + plan.actions().size());
        }

        @Override
        public void stateChanged(Session session, Object entity, State from, State to) {
            lines.add(entity + " " + from + " to " + to);
        }

        @Override
        public void rowsChanged(Session session, DmlStatement statement, UpdateResult result) {
            lines.add(result.rowCount() + " rows of " + statement.table().name() + " changed");
        }

        @Override
        public void transactionBegun(Session session) {
            lines.add("begun");
        }

        @Override
        public void beforeCommit(Session session) {
            lines.add("before commit");
        }

        @Override
        public void committed(Session session) {
            lines.add("committed");
        }

        @Override
        public void rolledBack(Session session) {
            lines.add("rolled back");
        }

        @Override
        public void savepointBegun(Session session) {
            lines.add("savepoint begun");
        }

        @Override
        public void savepointReleased(Session session) {
            lines.add("savepoint released");
        }

        @Override
        public void savepointRolledBack(Session session) {
            lines.add("savepoint rolled back");
        }
    }
}
