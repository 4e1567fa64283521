package org.alkahest.orm;

import static org.alkahest.orm.versioning.Account_.ACCOUNT;
import static org.alkahest.orm.versioning.Document_.DOCUMENT;
import static org.alkahest.orm.versioning.Posting_.POSTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.State;
import org.alkahest.orm.unitofwork.StaleDataException;
import org.alkahest.orm.versioning.Account;
import org.alkahest.orm.versioning.Document;
import org.alkahest.orm.versioning.Posting;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.RecordedStatement;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** A version in each row: what a flush writes and asks for, and what it finds when others were faster. */
final class VersioningTest {
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        TestTables.create(engine, List.of(ACCOUNT, POSTING, DOCUMENT));
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void everyStatementWritesOrAsksForTheVersion() {
        try (Session session = Session.open(engine)) {
            Document document = new Document("/a", "A");
            session.add(document);
            assertThat(session.flushPlan()).hasToString("INSERT documents(path, title, version) [Document#/a]");
            flush(session);
            assertThat(sent())
                    .containsExactly("INSERT INTO documents (path, title, version) VALUES (?, ?, ?) [/a, A, 1]");
            document.title = "B";
            assertThat(session.flushPlan()).hasToString("UPDATE documents(title, version) [Document#/a]");
            flush(session);
            assertThat(sent())
                    .containsExactly("UPDATE documents SET title = ?, version = ?"
                            + " WHERE documents.path = ? AND documents.version = ? [B, 2, /a, 1]");
            flush(session);
            assertThat(sent()).isEmpty();
            session.delete(document);
            flush(session);
            assertThat(sent())
                    .containsExactly(
                            "DELETE FROM documents WHERE documents.path = ? AND documents.version = ? [/a, 2]");
        }
    }

    @DatabaseTest
    void theCounterBeginsAtOneWhateverTheFieldHolds() {
        Account account = new Account("Ali");
        account.version = 7;
        try (Session session = Session.open(engine)) {
            session.add(account);
            session.flush();
            assertThat(account.version).isEqualTo(1);
            account.owner = "Ahmad";
            session.commit();
            assertThat(account.version).isEqualTo(2);
            SessionInvariants.check(session);
        }
        try (Session session = Session.open(engine)) {
            Account loaded = session.get(Account.class, account.id).orElseThrow();
            assertThat(loaded.version).isEqualTo(2);
            loaded.owner = "Fatima";
            session.commit();
            assertThat(loaded.version).isEqualTo(3);
        }
    }

    @DatabaseTest
    void rowsOfDifferentVersionsShareABatch() {
        try (Session session = Session.open(engine)) {
            List<Account> accounts = List.of(new Account("Ali"), new Account("Ahmad"), new Account("Fatima"));
            session.addAll(accounts);
            session.flush();
            accounts.get(1).owner = "Omar";
            session.flush();
            accounts.forEach(account -> account.owner += "!");
            flush(session);
            assertThat(recorder.writes()).hasSize(1);
            assertThat(recorder.writes().get(0).batchSize()).isEqualTo(3);
            assertThat(accounts).extracting(account -> account.version).containsExactly(2, 3, 2);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void theStaleRowOfABatchIsNamedWithItsVersion() {
        try (Session session = Session.open(engine)) {
            List<Account> accounts = List.of(new Account("Ali"), new Account("Ahmad"), new Account("Fatima"));
            session.addAll(accounts);
            session.commit();
            Account ahmad = accounts.get(1);
            session.connection()
                    .execute(Sql.update(ACCOUNT).set(ACCOUNT.version, 5).where(ACCOUNT.id.eq(ahmad.id)));
            accounts.forEach(account -> account.owner += "!");
            assertThatThrownBy(session::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("ALK-2203")
                    .hasMessageContaining("Cannot update Account#" + ahmad.id + ": its row with version = 1")
                    .hasMessageContaining("another transaction changed or deleted it");
            session.rollback();
            assertThat(accounts).extracting(account -> account.version).containsExactly(1, 1, 1);
            assertThat(ahmad.owner).isEqualTo("Ahmad");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest(except = {"sqlite", "duckdb-memory"})
    void theSecondOfTwoSessionsThatChangeARowFails(DatabaseFixture database) {
        Account account = new Account("Ali");
        try (Session session = Session.open(engine);
                Session other = Session.open(database.newEngine())) {
            session.add(account);
            session.commit();
            other.get(Account.class, account.id).orElseThrow().owner = "Theirs";
            other.commit();
            account.owner = "Mine";
            assertThatThrownBy(session::commit)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("Account#" + account.id + ": its row with version = 1");
            session.rollback();
            assertThat(session.get(Account.class, account.id)).containsSame(account);
            assertThat(account.owner).isEqualTo("Theirs");
            account.owner = "Mine";
            session.commit();
            assertThat(account.version).isEqualTo(3);
        }
    }

    @DatabaseTest(except = {"sqlite", "duckdb-memory"})
    void whatAnotherSessionChangedIsNotDeleted(DatabaseFixture database) {
        Account account = new Account("Ali");
        try (Session session = Session.open(engine);
                Session other = Session.open(database.newEngine())) {
            session.add(account);
            session.commit();
            other.get(Account.class, account.id).orElseThrow().owner = "Theirs";
            other.commit();
            session.delete(account);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("Cannot delete Account#" + account.id + ": its row with version = 1");
            session.rollback();
            session.get(Account.class, account.id);
            session.delete(account);
            session.commit();
            assertThat(session.query(ACCOUNT).count()).isZero();
        }
    }

    @DatabaseTest(except = {"sqlite", "duckdb-memory"})
    void aChangeOfAnOldStateIsStaleAlsoAfterAQueryMetTheNewOne(DatabaseFixture database) {
        SessionOptions options = SessionOptions.DEFAULT.withAutoflush(SessionOptions.Autoflush.NEVER);
        Account account = new Account("Ali");
        try (Session session = Session.open(engine, options);
                Session other = Session.open(database.newEngine())) {
            session.add(account);
            session.commit();
            other.get(Account.class, account.id).orElseThrow().owner = "Theirs";
            other.commit();
            account.owner = "Mine";
            assertThat(session.query(ACCOUNT).one()).isSameAs(account);
            assertThat(account.version).isEqualTo(1);
            assertThatThrownBy(session::commit).isInstanceOf(StaleDataException.class);
            session.rollback();
            session.query(ACCOUNT).one();
            assertThat(account.version).isEqualTo(2);
            assertThat(account.owner).isEqualTo("Theirs");
        }
    }

    @DatabaseTest
    void rollbackGivesVersionsBack() {
        Document old = new Document("/old", "Old");
        Document added = new Document("/new", "New");
        try (Session session = Session.open(engine)) {
            session.add(old);
            session.commit();
            old.title = "Changed";
            session.add(added);
            session.flush();
            assertThat(List.of(old.version, added.version)).containsExactly(2L, 1L);
            session.rollback();
            assertThat(old.version).isEqualTo(1);
            assertThat(added.version).isNull();
            assertThat(session.state(added)).isEqualTo(State.TRANSIENT);
            SessionInvariants.check(session);
            session.add(added);
            old.title = "Again";
            session.commit();
            assertThat(List.of(old.version, added.version)).containsExactly(2L, 1L);
        }
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void aSavepointsRollbackGivesItsVersionsBack() {
        Account account = new Account("Ali");
        Account gone = new Account("Ahmad");
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(account, gone));
            session.commit();
            account.owner = "Outer";
            SessionSavepoint savepoint = session.savepoint();
            account.owner = "Inner";
            gone.owner = "Inner";
            session.flush();
            session.delete(gone);
            session.flush();
            assertThat(account.version).isEqualTo(3);
            savepoint.rollback();
            assertThat(List.of(account.version, gone.version)).containsExactly(2, 1);
            SessionInvariants.check(session);
            account.owner = "After";
            gone.owner = "After";
            session.commit();
            assertThat(List.of(account.version, gone.version)).containsExactly(3, 2);
        }
    }

    @DatabaseTest
    void aVersionIsNotTheUsersToChange() {
        Account account = new Account("Ali");
        try (Session session = Session.open(engine)) {
            session.add(account);
            session.commit();
            account.version = 9;
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("ALK-2206")
                    .hasMessageContaining("Account#" + account.id + ": its version 'version' was set to 9 from 1");
            account.version = 1;
            account.owner = "Ahmad";
            session.commit();
            assertThat(account.version).isEqualTo(2);
        }
    }

    @DatabaseTest
    void aCollectionIsNoPartOfItsOwnersVersion() {
        Account account = new Account("Ali");
        try (Session session = Session.open(engine)) {
            session.add(account);
            session.commit();
            account.postings.add(new Posting(10));
            session.commit();
            assertThat(account.version).isEqualTo(1);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void circlesOfVersionedRowsAreClosedAndOpened() {
        Account ali = new Account("Ali");
        Account omar = new Account("Omar");
        ali.backup = Ref.of(omar);
        omar.backup = Ref.of(ali);
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(ali, omar));
            session.flush();
            assertThat(ali.version + omar.version).isBetween(3, 4); // a foreign key came by an UPDATE
            SessionInvariants.check(session);
            session.commit();
            session.delete(ali);
            session.delete(omar);
            session.commit();
            assertThat(session.query(ACCOUNT).count()).isZero();
        }
    }

    @DatabaseTest
    void whereTheUserAssignsKeysTheVersionTellsWhatIsNew() {
        Document document = new Document("/a", "A");
        try (Session session = Session.open(engine)) {
            assertThat(session.state(document)).isEqualTo(State.TRANSIENT);
            session.add(document);
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            assertThat(session.state(document)).isEqualTo(State.DETACHED);
            assertThatThrownBy(() -> session.add(document))
                    .hasMessageContaining("ALK-2101")
                    .hasMessageContaining("Document#/a: its version is set");
            session.delete(session.get(Document.class, "/a").orElseThrow());
            session.flush();
            document.version = null;
            session.add(document);
            session.commit();
            assertThat(document.version).isEqualTo(1);
        }
    }

    private void flush(Session session) {
        recorder.clear();
        session.flush();
    }

    private List<String> sent() {
        return recorder.writes().stream().map(RecordedStatement::toString).toList();
    }
}
