package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A session that two threads use at the same moment says so, and is as it was. */
final class ConcurrencyGuardTest {
    @DatabaseTest({"sqlite", "postgresql"})
    void aSecondThreadIsRefusedWhileTheFirstIsAtWork(Engine engine) throws InterruptedException {
        Library.create(engine);
        Author stored = new Author("Lem", new Book("Solaris"));
        try (Session session = Session.open(engine)) {
            session.add(stored);
            session.commit();
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            Thread first = new Thread(
                    () -> session.withoutAutoflush(() -> {
                        inside.countDown();
                        await(done);
                    }),
                    "first");
            first.start();
            await(inside);
            try {
                List<ThrowingCallable> calls = List.of(
                        () -> session.add(new Author("Clarke")),
                        () -> session.delete(stored),
                        () -> session.get(Author.class, stored.id),
                        () -> session.query(AUTHOR).all(),
                        () -> session.query(AUTHOR).count(),
                        () -> session.query(AUTHOR).stream(),
                        () -> session.execute(Sql.select(AUTHOR.name)),
                        () -> session.execute(Sql.delete(AUTHOR)),
                        () -> session.execute(Sql.text("DELETE FROM authors")),
                        () -> session.merge(stored),
                        () -> session.attach(stored),
                        () -> session.refresh(stored),
                        () -> session.expire(stored),
                        () -> session.expunge(stored),
                        () -> stored.books.size(), // stale, so it is loaded
                        () -> stored.books.add(new Book("Eden")),
                        session::flush,
                        session::flushPlan,
                        session::begin,
                        session::savepoint,
                        session::commit,
                        session::rollback,
                        session::reset,
                        session::close);
                for (ThrowingCallable call : calls) {
                    assertThatThrownBy(call)
                            .hasMessageContaining("ALK-2126")
                            .hasMessageContaining(
                                    "in thread '" + Thread.currentThread().getName() + "'")
                            .hasMessageContaining("thread 'first'");
                }
            } finally {
                done.countDown();
                first.join();
            }
            assertThat(session.newObjects()).isEmpty();
            assertThat(stored.books).hasSize(1); // one thread after the other is allowed
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void aCallInsideACallOfTheSameThreadIsAllowedButNoFlushInsideAFlush(Engine engine) {
        Library.create(engine);
        SessionListener listener = new SessionListener() {
            @Override
            public void beforeInsert(Session session, Object entity) {
                assertThat(session.query(AUTHOR).count()).isZero();
                assertThatThrownBy(session::flush).hasMessageContaining("ALK-2113");
                assertThatThrownBy(session::reset).hasMessageContaining("ALK-2113");
            }
        };
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withListener(listener))) {
            session.add(new Author("Lem"));
            session.commit();
            assertThat(session.query(AUTHOR).count()).isEqualTo(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
