package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.orm.inheritance.Cat_.CAT;
import static org.alkahest.orm.inheritance.Company_.COMPANY;
import static org.alkahest.orm.inheritance.Employee_.EMPLOYEE;
import static org.alkahest.orm.inheritance.Engineer_.ENGINEER;
import static org.alkahest.orm.inheritance.Manager_.MANAGER;
import static org.alkahest.orm.versioning.Account_.ACCOUNT;
import static org.alkahest.orm.versioning.Stamped_ByLetters_.BY_LETTERS;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.lower;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.selectRow;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.upper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.compile.Styles.TextEquality;
import org.alkahest.engine.Engine;
import org.alkahest.orm.SessionOptions.Autoflush;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.inheritance.Engineer;
import org.alkahest.orm.inheritance.Manager;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.State;
import org.alkahest.orm.unitofwork.StaleDataException;
import org.alkahest.orm.versioning.Account;
import org.alkahest.sql.Expression;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.alkahest.type.AlkahestException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** UPDATE and DELETE by criteria, and the objects of the session that follow them. */
final class CriteriaChangesTest {
    private Engine engine;
    private StatementRecorder recorder;
    private final Author lem = new Author("Lem", book("Solaris", "10.00"), book("Fiasco", "20.00"), book("Eden", null));
    private final Book solaris = lem.books.get(0);
    private final Book fiasco = lem.books.get(1);
    private final Book eden = lem.books.get(2);
    private Session session;

    private static Book book(String title, String price) {
        Book book = new Book(title);
        book.price = price == null ? null : new BigDecimal(price);
        return book;
    }

    @BeforeEach
    void storeObjects(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        Library.create(engine);
        TestTables.create(engine, List.of(ACCOUNT, EMPLOYEE, COMPANY));
        session = Session.open(engine);
        session.add(lem);
        session.flush();
        recorder.clear();
    }

    @AfterEach
    void closeSession() {
        session.close();
    }

    @DatabaseTest
    void anUpdateIsFollowedWithoutAnotherStatement() {
        long rows = session.query(BOOK)
                .where(BOOK.price.gt(new BigDecimal("15")))
                .update(set -> set.set(BOOK.title, "Dear").setTo(BOOK.price, BOOK.price.plus(new BigDecimal("0.50"))));
        assertThat(rows).isEqualTo(1);
        assertThat(recorder.statements()).hasSize(1);
        assertThat(fiasco.title).isEqualTo("Dear");
        assertThat(fiasco.price).isEqualTo("20.50");
        assertThat(solaris.title).isEqualTo("Solaris");
        assertThat(session.isModified(fiasco)).isFalse();
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void aDeleteIsFollowedWithoutAnotherStatement() {
        long rows = session.query(BOOK).where(BOOK.price.isNull()).delete();
        assertThat(rows).isEqualTo(1);
        assertThat(recorder.statements()).hasSize(1);
        assertThat(session.state(eden)).isEqualTo(State.DELETED);
        assertThat(session.state(solaris)).isEqualTo(State.PERSISTENT);
        assertThat(lem.books).containsExactlyInAnyOrder(solaris, fiasco);
        assertThat(session.get(BOOK, eden.id)).isEmpty();
        SessionInvariants.check(session);
        session.commit();
        assertThat(session.state(eden)).isEqualTo(State.DETACHED);
    }

    @DatabaseTest
    void aRollbackGivesObjectsBackWhatTheyWere() {
        session.commit();
        session.query(BOOK).all();
        session.query(BOOK).where(BOOK.price.gt(BigDecimal.ONE)).update(set -> set.set(BOOK.title, "Changed"));
        session.query(BOOK).where(BOOK.price.isNull()).delete();
        assertThat(solaris.title).isEqualTo("Changed");
        session.rollback();
        assertThat(solaris.title).isEqualTo("Solaris");
        assertThat(session.state(eden)).isEqualTo(State.PERSISTENT);
        assertThat(lem.books).hasSize(3);
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void aSavepointGivesThemBackAsWell() {
        requireSavepoints();
        try (SessionSavepoint savepoint = session.savepoint()) {
            session.query(BOOK).update(set -> set.set(BOOK.title, "Changed"));
            session.query(BOOK).where(BOOK.price.isNull()).delete();
            savepoint.rollback();
        }
        assertThat(List.of(solaris.title, fiasco.title, eden.title)).containsExactly("Solaris", "Fiasco", "Eden");
        assertThat(session.state(eden)).isEqualTo(State.PERSISTENT);
        SessionInvariants.check(session);
    }

    private void requireSavepoints() {
        assumeTrue(engine.dialect().traits().has(Feature.SAVEPOINTS), "the database has no savepoints");
    }

    @DatabaseTest
    void whatJavaCannotEvaluateIsFetched() {
        assertThat(session.query(BOOK).where(BOOK.title.like("%a%")).update(set -> set.set(BOOK.title, "x")))
                .isEqualTo(2);
        assertThat(recorder.queries()).hasSize(1);
        assertThat(List.of(solaris.title, fiasco.title, eden.title)).containsExactly("x", "x", "Eden");
        recorder.clear();
        assertThat(session.query(BOOK).where(BOOK.title.like("x%")).delete()).isEqualTo(2);
        assertThat(recorder.queries()).hasSize(2);
        assertThat(session.state(solaris)).isEqualTo(State.DELETED);
        assertThat(session.state(eden)).isEqualTo(State.PERSISTENT);
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void conditionsAlongPathsAreFetched() {
        session.query(BOOK).where(BOOK.author.has(AUTHOR.name.eq("Lem"))).update(set -> set.set(BOOK.title, "Lem's"));
        assertThat(eden.title).isEqualTo("Lem's");
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void askedToEvaluateWhatItCannotItRefusesBeforeAnythingIsSent() {
        assertThatThrownBy(() -> session.execute(delete(BOOK).where(BOOK.title.like("S%")), Synchronize.EVALUATE))
                .isInstanceOf(AlkahestException.class)
                .hasMessageContainingAll("ALK-2130", "Like", "Synchronize.FETCH");
        assertThat(recorder.statements()).isEmpty();
        assertThat(session.query(BOOK).count()).isEqualTo(3);
    }

    @DatabaseTest
    void newValuesThatOnlyTheDatabaseKnowsMakeObjectsStale() {
        session.execute(
                update(BOOK).setTo(BOOK.title, upper(BOOK.title)).where(BOOK.id.eq(eden.id)), Synchronize.EVALUATE);
        assertThat(eden.title).isEqualTo("Eden");
        assertThat(session.get(BOOK, eden.id).orElseThrow().title).isEqualTo("EDEN");
        assertThat(session.get(BOOK, solaris.id)).containsSame(solaris);
        assertThat(recorder.queries()).hasSize(1); // solaris is fresh
        session.execute(
                update(BOOK).setTo(BOOK.title, lower(BOOK.title)).where(BOOK.id.eq(eden.id)), Synchronize.FETCH);
        assertThat(eden.title).isEqualTo("eden");
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void withoutSynchronisationObjectsAreStale() {
        session.execute(update(BOOK).set(BOOK.title, "x"), Synchronize.NONE);
        assertThat(recorder.statements()).hasSize(1);
        assertThat(solaris.title).isEqualTo("Solaris");
        assertThat(session.get(BOOK, solaris.id).orElseThrow().title).isEqualTo("x");
        session.execute(delete(BOOK), Synchronize.NONE);
        assertThat(session.state(solaris)).isEqualTo(State.PERSISTENT);
        assertThat(session.get(BOOK, solaris.id)).isEmpty();
    }

    @DatabaseTest
    void staleObjectsAreAskedForBeforeADelete() {
        session.commit();
        recorder.clear();
        session.query(BOOK).where(BOOK.price.isNull()).delete();
        assertThat(recorder.queries()).hasSize(2);
        assertThat(session.state(eden)).isEqualTo(State.DELETED);
        session.execute(delete(BOOK).where(BOOK.id.eq(solaris.id)), Synchronize.EVALUATE);
        assertThat(session.state(solaris)).isEqualTo(State.PERSISTENT);
        assertThat(session.get(BOOK, solaris.id)).isEmpty();
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void pendingChangesAreFlushedBefore() {
        solaris.title = "Changed";
        session.query(BOOK).where(BOOK.title.eq("Changed")).update(set -> set.set(BOOK.price, new BigDecimal("1.00")));
        assertThat(recorder.writes()).hasSize(2);
        assertThat(solaris.price).isEqualByComparingTo("1");
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void unflushedChangesKeepValueAndBaseline() {
        session.commit();
        try (Session other = Session.open(engine, SessionOptions.DEFAULT.withAutoflush(Autoflush.NEVER))) {
            Book mine = other.get(BOOK, solaris.id).orElseThrow();
            Author author = new Author("New");
            mine.title = "mine";
            mine.author = Ref.of(author);
            other.query(BOOK)
                    .where(BOOK.title.eq("Solaris"))
                    .update(set -> set.set(BOOK.title, "theirs").set(BOOK.price, new BigDecimal("3.00")));
            assertThat(mine.title).isEqualTo("mine");
            assertThat(mine.price).isEqualByComparingTo("3");
            assertThat(other.history(mine, BOOK.title).deleted()).containsExactly("Solaris");
            assertThat(mine.author.get()).isSameAs(author);
            other.commit();
            assertThat(other.query(BOOK).where(BOOK.title.eq("mine")).one().price)
                    .isEqualByComparingTo("3");
            assertThat(mine.author.get().name).isEqualTo("New");
        }
    }

    @DatabaseTest
    void anUpdateOfAForeignKeyIsReadAgain() {
        Author clarke = new Author("Clarke");
        session.add(clarke);
        session.flush();
        session.execute(update(BOOK).set(BOOK.authorId, clarke.id).where(BOOK.id.eq(eden.id)));
        assertThat(clarke.books).containsExactly(eden);
        assertThat(session.get(BOOK, eden.id).orElseThrow().author.get()).isSameAs(clarke);
        assertThat(lem.books).containsExactlyInAnyOrder(solaris, fiasco);
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void everyConditionMeansInJavaWhatItMeansInTheDatabase() {
        BigDecimal ten = new BigDecimal("10");
        List<Expression<Boolean>> conditions = new ArrayList<>(List.of(
                BOOK.price.eq(ten),
                BOOK.price.ne(ten),
                BOOK.price.eq(ten).not(),
                BOOK.price.lt(ten).or(BOOK.price.isNull()),
                BOOK.price.le(ten).and(BOOK.id.gt(0)),
                BOOK.price.ge(ten).or(BOOK.price.lt(ten)).not(),
                BOOK.price.in(ten, new BigDecimal("20.00")),
                BOOK.price.notIn(ten),
                BOOK.price.in(List.of()),
                BOOK.price.in(List.of()).not(),
                BOOK.price.between(ten, new BigDecimal("15")),
                BOOK.price.between(ten, new BigDecimal("15")).not(),
                BOOK.price.isNotNull().and(BOOK.price.plus(BOOK.id).gt(ten)),
                BOOK.price.isDistinctFrom(ten),
                BOOK.price.isNotDistinctFrom(ten),
                BOOK.price.gt(ten).isTrue(),
                BOOK.price.gt(ten).isFalse().not(),
                BOOK.price.times(new BigDecimal("2")).gt(new BigDecimal("30")),
                BOOK.author.isNull().not(),
                BOOK.author.eq(lem).and(BOOK.price.minus(ten).ge(ten))));
        if (engine.dialect().traits().textEquality() == TextEquality.EXACT) {
            conditions.add(BOOK.title.eq("eden"));
            conditions.add(BOOK.title.in("Eden", "Fiasco"));
            conditions.add(BOOK.title.concat("!").eq("Eden!"));
        }
        for (Expression<Boolean> condition : conditions) {
            session.execute(update(BOOK).set(BOOK.title, "hit").where(condition));
            List<Integer> hits = session.connection()
                    .execute(select(BOOK.id).from(BOOK).where(BOOK.title.eq("hit")))
                    .all();
            for (Book book : List.of(solaris, fiasco, eden)) {
                assertThat(book.title.equals("hit"))
                        .as("%s meets %s", book.id, condition)
                        .isEqualTo(hits.contains(book.id));
            }
            SessionInvariants.check(session);
            solaris.title = "Solaris";
            fiasco.title = "Fiasco";
            eden.title = "Eden";
            session.flush();
        }
    }

    @DatabaseTest
    void keysAreNotUpdatedBehindTheIdentityMap() {
        assertThatThrownBy(() -> session.execute(update(BOOK).set(BOOK.id, 77).where(BOOK.id.eq(eden.id))))
                .hasMessageContainingAll("ALK-2132", "'id'", "Synchronize.NONE");
    }

    @DatabaseTest
    void aQueryWithMoreThanConditionsIsRefused() {
        assertThatThrownBy(() -> session.query(BOOK).limit(1).delete()).hasMessageContaining("ALK-2134");
        assertThatThrownBy(() -> session.query(BOOK).join(BOOK.author).update(set -> set.set(BOOK.title, "x")))
                .hasMessageContaining("ALK-2134");
        assertThat(session.query(AUTHOR).where(AUTHOR.name.eq("nobody")).delete())
                .isZero();
    }

    @DatabaseTest
    void objectsThatAStatementReturnsHaveWhatItWrote() {
        assumeTrue(engine.dialect().traits().has(Feature.UPDATE_RETURNING), "no RETURNING on UPDATE");
        List<Book> changed = session.execute(update(BOOK)
                        .setTo(BOOK.title, upper(BOOK.title))
                        .where(BOOK.price.isNull())
                        .returning(BOOK))
                .all();
        assertThat(changed).containsExactly(eden);
        assertThat(eden.title).isEqualTo("EDEN");
        List<Integer> ids = session.execute(update(BOOK)
                        .set(BOOK.title, "x")
                        .where(BOOK.price.isNull())
                        .returning(BOOK.id))
                .all();
        assertThat(ids).containsExactly(eden.id);
        assertThat(eden.title).isEqualTo("x");
        List<Book> gone = session.execute(
                        delete(BOOK).where(BOOK.title.like("x")).returning(BOOK))
                .all();
        assertThat(gone).containsExactly(eden);
        assertThat(session.state(eden)).isEqualTo(State.DELETED);
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void theVersionIsCounted() {
        Account account = new Account("Ali");
        session.add(account);
        session.commit();
        session.query(ACCOUNT).all();
        recorder.clear();
        session.query(ACCOUNT).update(set -> set.set(ACCOUNT.owner, "Ahmad"));
        assertThat(recorder.take().get(0)).contains("version + ");
        assertThat(account.version).isEqualTo(2);
        account.owner = "Fatima";
        session.commit(); // WHERE version = 2
        session.query(ACCOUNT).update(set -> set.set(ACCOUNT.version, 9));
        assertThat(session.connection().execute(select(ACCOUNT.version)).all()).containsExactly(9);
        session.commit();
    }

    @DatabaseTest
    void anUpdateOfAnotherSessionIsNoticedByItsVersion() {
        Account account = new Account("Ali");
        session.add(account);
        session.commit();
        session.query(ACCOUNT).all();
        account.owner = "mine";
        session.connection().execute(update(ACCOUNT).setTo(ACCOUNT.version, ACCOUNT.version.plus(1)));
        session.withoutAutoflush(() -> session.query(ACCOUNT).update(set -> set.setNull(ACCOUNT.backupId)));
        assertThatThrownBy(session::commit).isInstanceOf(StaleDataException.class);
        session.rollback();
        assertThat(session.connection()
                        .execute(selectRow(ACCOUNT.columns()).from(ACCOUNT))
                        .all())
                .hasSize(1);
    }

    @DatabaseTest
    void aVersionOfAnOwnGeneratorIsSetInTheStatement() {
        assertThatThrownBy(() -> session.execute(update(BY_LETTERS).set(BY_LETTERS.title, "x")))
                .hasMessageContainingAll("ALK-2133", "'stamp'");
        assertThat(recorder.statements()).isEmpty();
    }

    @DatabaseTest
    void aSubclassIsChangedAlone() {
        Manager hina = new Manager("Hina", 5);
        Engineer ahmad = new Engineer("Ahmad", "steam");
        session.addAll(List.of(hina, ahmad));
        session.flush();
        recorder.clear();
        session.query(MANAGER).update(set -> set.set(MANAGER.name, "Chief"));
        assertThat(hina.name).isEqualTo("Chief");
        assertThat(ahmad.name).isEqualTo("Ahmad");
        assertThat(session.query(ENGINEER).delete()).isEqualTo(1);
        assertThat(session.state(ahmad)).isEqualTo(State.DELETED);
        assertThat(session.state(hina)).isEqualTo(State.PERSISTENT);
        assertThat(session.query(EMPLOYEE).update(set -> set.set(EMPLOYEE.name, "All")))
                .isEqualTo(1);
        assertThat(hina.name).isEqualTo("All");
        assertThatThrownBy(() -> session.query(CAT).delete())
                .hasMessageContainingAll("ALK-2131", "animals", "cats", "session.delete");
        SessionInvariants.check(session);
    }

    @DatabaseTest("sqlite-memory")
    void aClosedSessionChangesNothing() {
        session.close();
        assertThatThrownBy(() -> session.query(BOOK).delete()).hasMessageContaining("ALK-2110");
        assertThatThrownBy(() -> session.query(BOOK).update(set -> null)).isInstanceOf(NullPointerException.class);
    }
}
