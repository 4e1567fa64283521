package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.alkahest.compile.Feature;
import org.alkahest.compile.StatementKey;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.FrozenResult;
import org.alkahest.engine.Result;
import org.alkahest.engine.UpdateResult;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.state.State;
import org.alkahest.schema.Table;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Select;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Queries answered by another engine, another connection, or a cache. */
final class RouteTest {
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        Library.create(engine);
        try (Session session = Session.open(engine)) {
            session.add(new Author("Lem", new Book("Solaris"), new Book("Fiasco")));
            session.commit();
        }
        recorder.clear();
    }

    /** SQLAlchemy's caching recipe in small: queries of the user's, by structure and values, until rows change. */
    private static final class QueryCache implements SessionListener {
        private final Map<Key, FrozenResult<List<@Nullable Object>>> kept = new ConcurrentHashMap<>();

        private record Key(StatementKey structure, List<@Nullable Object> values) {
            static Key of(RowStatement<?> query) {
                StatementKey.Walk walk = StatementKey.walk(query);
                return new Key(walk.key().trimmed(), walk.values());
            }
        }

        @Override
        public Route route(Session session, RowStatement<?> query, boolean own) {
            return own ? Route.SESSION : Route.through(read -> kept.computeIfAbsent(Key.of(query), key -> read.get()));
        }

        @Override
        public void rowsChanged(Session session, DmlStatement statement, UpdateResult result) {
            kept.clear();
        }
    }

    private static SessionListener routing(Route route) {
        return new SessionListener() {
            @Override
            public Route route(Session session, RowStatement<?> query, boolean own) {
                return route;
            }
        };
    }

    private Session session(SessionListener listener) {
        return Session.open(engine, SessionOptions.DEFAULT.withListener(listener));
    }

    record Named(String title, String author) {}

    @DatabaseTest
    void aCacheAnswersEntitiesRowsAndValues() {
        QueryCache cache = new QueryCache();
        Select<Named> named = select(row(BOOK.title, AUTHOR.name).as(Named::new))
                .from(BOOK)
                .join(BOOK.author)
                .orderBy(BOOK.title);
        try (Session session = session(cache)) {
            session.query(BOOK).orderBy(BOOK.title).all();
            session.execute(named).all();
            session.execute(select(BOOK.title).where(BOOK.title.eq("Fiasco"))).all();
        }
        recorder.clear();
        try (Session session = session(cache)) {
            List<Book> books = session.query(BOOK).orderBy(BOOK.title).all();
            assertThat(books).extracting(book -> book.title).containsExactly("Fiasco", "Solaris");
            assertThat(session.execute(named).first()).contains(new Named("Fiasco", "Lem"));
            assertThat(session.execute(select(BOOK.title).where(BOOK.title.eq("Fiasco")))
                            .all())
                    .containsExactly("Fiasco");
            assertThat(recorder.count()).isZero();
            assertThat(session.state(books.get(0))).isEqualTo(State.PERSISTENT);
            assertThat(session.query(BOOK).orderBy(BOOK.title).all().get(0)).isSameAs(books.get(0));
            assertThat(session.execute(select(BOOK.title).where(BOOK.title.eq("Solaris")))
                            .all())
                    .containsExactly("Solaris"); // another value is another entry
            assertThat(books.get(0).author.get().name).isEqualTo("Lem"); // the session's own queries are sent
            assertThat(recorder.count()).isEqualTo(2);
            books.get(0).title = "The Invincible";
            session.commit();
        }
        try (Session session = session(cache)) {
            session.execute(insert(BOOK).set(BOOK.title, "Eden"));
            assertThat(session.query(BOOK).orderBy(BOOK.title).all())
                    .extracting(book -> book.title)
                    .containsExactly("Eden", "Solaris", "The Invincible");
        }
    }

    @DatabaseTest
    void aReplicaAnswersOnAConnectionOfItsOwn(DatabaseFixture database) {
        Engine replica = database.isShared() ? database.newEngine() : engine;
        try (Session session = session(routing(Route.to(replica)))) {
            Author lem = session.query(AUTHOR).one();
            assertThat(lem.books).hasSize(2);
            try (var books = session.query(BOOK).stream()) {
                assertThat(books.count()).isEqualTo(2);
            }
            assertThatThrownBy(() -> session.execute(
                                    select(BOOK.id.plus(value(1)).as("x"))
                                            .from(Table.named("missing")
                                                    .column("x", SqlTypes.INTEGER)
                                                    .build()))
                            .all())
                    .isInstanceOf(RuntimeException.class);
            assertThat(session.execute(select(BOOK.title)).first()).isPresent(); // closes what it does not read
            lem.name = "S. Lem";
            session.commit(); // writes go to the session's own engine
        }
        try (Session session = Session.open(engine)) {
            assertThat(session.query(AUTHOR).one().name).isEqualTo("S. Lem");
        }
    }

    @DatabaseTest
    void anotherConnectionAnswersInItsTransaction() {
        try (Connection other = engine.connect()) {
            other.execute(insert(AUTHOR).set(AUTHOR.name, "uncommitted"));
            try (Session session = session(routing(Route.to(other)))) {
                assertThat(session.query(AUTHOR).orderBy(AUTHOR.name).all())
                        .extracting(author -> author.name)
                        .containsExactly("Lem", "uncommitted");
            }
            assertThat(other.isInTransaction()).isTrue();
        }
    }

    @DatabaseTest("sqlite-memory")
    void theFirstListenerThatSaysAnythingDecides() {
        FrozenResult<List<@Nullable Object>> one = new FrozenResult<>(List.of(List.of("made up")));
        try (Session session = session(routing(Route.SESSION))) {
            session.addListener(routing(Route.through(read -> one)));
            session.addListener(routing(Route.to(engine)));
            assertThat(session.execute(select(BOOK.title)).all()).containsExactly("made up");
            assertThatThrownBy(
                            () -> session.execute(select(BOOK.id, BOOK.title)).all())
                    .hasMessageContainingAll("ALK-1330", "2 columns");
        }
        try (Session session = session(routing(null))) {
            assertThatThrownBy(() -> session.query(BOOK).all()).isInstanceOf(NullPointerException.class);
        }
        assertThatThrownBy(() -> Route.to((Engine) null)).isInstanceOf(NullPointerException.class);
    }

    @DatabaseTest(requires = Feature.INSERT_RETURNING)
    void changesThatReturnRowsAreNotRouted() {
        try (Session session = session(routing(Route.through(read -> new FrozenResult<>(List.of()))))) {
            assertThat(session.execute(insert(BOOK).set(BOOK.title, "Eden").returning(BOOK.title))
                            .all())
                    .containsExactly("Eden");
        }
    }

    @DatabaseTest
    void valuesAreReplayedAsOftenAsIsLiked() {
        Select<Named> named = select(row(BOOK.title, AUTHOR.name).as(Named::new))
                .from(BOOK)
                .leftJoin(AUTHOR, AUTHOR.name.eq("nobody"))
                .orderBy(BOOK.title);
        try (Connection connection = engine.connect()) {
            FrozenResult<List<@Nullable Object>> values =
                    connection.execute(named.asValues()).freeze();
            for (int round = 0; round < 2; round++) {
                assertThat(Result.replay(values, named, DecodeScope.CONNECTION).all())
                        .containsExactly(new Named("Fiasco", null), new Named("Solaris", null));
            }
        }
    }
}
