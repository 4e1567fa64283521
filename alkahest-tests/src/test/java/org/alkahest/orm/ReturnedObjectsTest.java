package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Profile_.PROFILE;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.upper;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Profile;
import org.alkahest.orm.state.State;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Statements that insert rows and return them as objects of the session. */
final class ReturnedObjectsTest {
    private Session session;

    @BeforeEach
    void openSession(Engine engine) {
        assumeTrue(engine.dialect().traits().has(Feature.INSERT_RETURNING), "no RETURNING on INSERT");
        Library.create(engine);
        session = Session.open(engine);
    }

    @AfterEach
    void closeSession() {
        if (session != null) {
            session.close();
        }
    }

    @DatabaseTest
    void insertedRowsAreObjectsOfTheSession() {
        List<Author> authors = session.execute(insert(AUTHOR)
                        .set(AUTHOR.name, "Lem")
                        .nextRow()
                        .setTo(AUTHOR.name, upper(value("Clarke")))
                        .returning(AUTHOR))
                .all();
        assertThat(authors).extracting(author -> author.name).containsExactlyInAnyOrder("Lem", "CLARKE");
        assertThat(authors).allSatisfy(author -> {
            assertThat(session.state(author)).isEqualTo(State.PERSISTENT);
            assertThat(session.get(AUTHOR, author.id)).containsSame(author);
            assertThat(author.books).isEmpty();
        });
        authors.get(0).name = "changed";
        session.flush();
        SessionInvariants.check(session);
        session.rollback();
        assertThat(session.query(AUTHOR).count()).isZero();
    }

    @DatabaseTest
    void anUpsertRefreshesTheObjectsThatItReturns() {
        Author lem = new Author("Lem");
        Profile profile = new Profile(lem, "old");
        session.addAll(List.of(lem, profile));
        session.flush();
        Profile returned = session.execute(insert(PROFILE)
                        .set(PROFILE.authorId, lem.id)
                        .set(PROFILE.bio, "new")
                        .set(PROFILE.version, 1)
                        .onConflict(PROFILE.authorId)
                        .doUpdate(update ->
                                update.setExcluded(PROFILE.bio).setTo(PROFILE.version, PROFILE.version.plus(1)))
                        .returning(PROFILE))
                .one();
        assertThat(returned).isSameAs(profile);
        assertThat(profile.bio).isEqualTo("new");
        assertThat(profile.version).isEqualTo(2);
        profile.bio = "newer";
        session.flush();
        SessionInvariants.check(session);
    }
}
