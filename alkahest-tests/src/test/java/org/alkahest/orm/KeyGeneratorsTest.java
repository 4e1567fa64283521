package org.alkahest.orm;

import static org.alkahest.orm.keys.Coupon_.COUPON;
import static org.alkahest.orm.keys.Invoice_.INVOICE;
import static org.alkahest.orm.keys.Parcel_.PARCEL;
import static org.alkahest.orm.keys.Receipt_.RECEIPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.orm.keys.Coupon;
import org.alkahest.orm.keys.Invoice;
import org.alkahest.orm.keys.Parcel;
import org.alkahest.orm.keys.Receipt;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.SequenceKeys;
import org.alkahest.schema.DdlElement;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Sequence;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.RecordedStatement;
import org.junit.jupiter.api.BeforeEach;

/** Keys that the program makes: UUIDs, blocks of a sequence, and those of users' generators. */
final class KeyGeneratorsTest {
    private DatabaseFixture database;
    private Engine engine;

    @BeforeEach
    void take(DatabaseFixture given) {
        database = given;
    }

    private void create(Table... tables) {
        engine = database.engine();
        MetaData.of(tables).createAll(engine);
    }

    private static void create(Connection connection, Sequence sequence) {
        connection.executeDdl(
                List.of(connection.dialect().ddlCompiler().compile(new DdlElement.CreateSequence(sequence))));
    }

    private List<String> sent(String beginning) {
        return database.recorder().statements().stream()
                .map(RecordedStatement::toString)
                .filter(sql -> sql.startsWith(beginning))
                .toList();
    }

    @DatabaseTest
    void uuidsAscendInTheOrderInWhichObjectsWereAdded() {
        create(PARCEL);
        List<Parcel> parcels = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            parcels.add(new Parcel(i, i % 2 == 0 ? null : i));
        }
        parcels.get(0).outer = Ref.of(parcels.get(1)); // whose row goes first
        try (Session session = Session.open(engine)) {
            session.addAll(parcels);
            session.flush();
            assertThat(parcels).extracting(p -> p.id.toString()).isSorted().doesNotHaveDuplicates();
            assertThat(parcels).extracting(p -> p.id.version()).containsOnly(7);
            assertThat(session.get(Parcel.class, parcels.get(7).id)).containsSame(parcels.get(7));
            SessionInvariants.check(session);
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            Parcel first = session.get(Parcel.class, parcels.get(0).id).orElseThrow();
            assertThat(first.outer.get().place).isEqualTo(1);
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void aRowGoesWithItsKeyAndNothingIsReadBack() {
        create(PARCEL);
        Parcel parcel = new Parcel(1, 2);
        try (Session session = Session.open(engine)) {
            session.add(parcel);
            database.recorder().clear();
            session.flush();
            assertThat(sent(""))
                    .containsExactly("INSERT INTO parcels (id, place, weight, outer_id) VALUES (?, ?, ?, ?) ["
                            + parcel.id + ", 1, 2, null]");
        }
    }

    @DatabaseTest({"sqlite", "postgresql", "h2", "mariadb"})
    void aRollbackTakesMadeKeysBackAndKeepsGivenOnes() {
        create(PARCEL);
        Parcel made = new Parcel(1, 1);
        Parcel given = new Parcel(2, 2);
        UUID key = UUID.randomUUID();
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(made, given));
            given.id = key;
            session.flush();
            assertThat(given.id).isEqualTo(key);
            assertThat(made.id).isNotNull();
            session.rollback();
            assertThat(made.id).isNull();
            assertThat(given.id).isEqualTo(key);
            session.add(made);
            assertThatThrownBy(() -> session.add(given)).hasMessageContaining("ALK-2101");
            session.commit();
            assertThat(session.query(PARCEL).all()).containsExactly(made);
        }
    }

    @DatabaseTest(requires = Feature.SEQUENCES)
    void oneNumberOfTheSequenceIsABlockOfKeys() {
        create(INVOICE);
        List<Invoice> invoices = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            invoices.add(new Invoice("n" + i));
        }
        try (Session session = Session.open(engine)) {
            session.addAll(invoices);
            database.recorder().clear();
            session.commit();
            assertThat(sent("SELECT")).hasSize(3);
            assertThat(invoices)
                    .extracting(i -> i.id)
                    .containsExactly(100L, 101L, 102L, 103L, 104L, 105L, 106L, 107L, 108L, 109L, 110L);
            SessionInvariants.check(session);
        }
        try (Session session = Session.open(engine)) {
            Invoice next = new Invoice("next");
            session.add(next);
            database.recorder().clear();
            session.commit();
            assertThat(next.id).isEqualTo(111);
            assertThat(sent("SELECT")).hasSize(1);
        }
    }

    @DatabaseTest("postgresql")
    void theSequenceIsCreatedAndDroppedWithTheTablesThatNameIt() {
        create(INVOICE, RECEIPT);
        assertThat(sent("CREATE SEQUENCE"))
                .containsExactly("CREATE SEQUENCE paper_numbers START WITH 100 INCREMENT BY 5 []");
        try (Session session = Session.open(engine)) {
            session.add(new Invoice("a"));
            database.recorder().clear();
            session.flush();
            assertThat(sent(""))
                    .containsExactly(
                            "SELECT nextval('paper_numbers') []",
                            "INSERT INTO invoices (id, title) VALUES (?, ?) [100, a]");
        }
        MetaData.of(RECEIPT).dropAll(engine);
        database.recorder().clear();
        MetaData.of(INVOICE, RECEIPT).createAll(engine);
        assertThat(sent("CREATE SEQUENCE")).isEmpty();
        MetaData.of(INVOICE, RECEIPT).dropAll(engine);
        assertThat(sent("DROP SEQUENCE")).containsExactly("DROP SEQUENCE IF EXISTS paper_numbers []");
    }

    @DatabaseTest(requires = Feature.SEQUENCES)
    void twoEntitiesAndTwoEnginesShareASequence() {
        create(INVOICE, RECEIPT);
        Engine other = database.isShared() ? database.newEngine() : engine;
        Set<Long> keys = new HashSet<>();
        for (int round = 0; round < 4; round++) {
            for (Engine each : List.of(engine, other)) {
                try (Session session = Session.open(each)) {
                    List<Invoice> invoices = List.of(new Invoice("a"), new Invoice("b"));
                    List<Receipt> receipts = List.of(new Receipt("a"), new Receipt("b"));
                    session.addAll(invoices);
                    session.addAll(receipts);
                    session.commit();
                    invoices.forEach(i -> keys.add(i.id));
                    receipts.forEach(r -> keys.add((long) r.id));
                }
            }
        }
        assertThat(keys).hasSize(32).allMatch(key -> key >= 100);
    }

    @DatabaseTest("postgresql")
    void manySessionsAtOnceGetKeysOfTheirOwn() throws Exception {
        create(INVOICE);
        Set<Long> keys = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<List<Long>>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                work.add(() -> {
                    try (Session session = Session.open(engine)) {
                        List<Invoice> invoices = new ArrayList<>();
                        for (int n = 0; n < 13; n++) {
                            invoices.add(new Invoice("i"));
                        }
                        session.addAll(invoices);
                        session.commit();
                        return invoices.stream().map(v -> v.id).toList();
                    }
                });
            }
            for (Future<List<Long>> done : threads.invokeAll(work)) {
                keys.addAll(done.get());
            }
        }
        assertThat(keys).hasSize(8 * 13);
    }

    @DatabaseTest({"sqlite", "mysql"})
    void aDatabaseWithoutSequencesRefusesWithTheWayOut() {
        engine = database.engine();
        assertThatThrownBy(() -> MetaData.of(INVOICE).createAll(engine)).hasMessageContaining("ALK-1210");
        try (Session session = Session.open(engine)) {
            session.add(new Invoice("a"));
            database.recorder().clear();
            assertThatThrownBy(session::flush)
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("ALK-2060")
                    .hasMessageContaining("has no sequences. Use @GeneratedValue(strategy = IDENTITY) or UUID");
            assertThat(database.recorder().writes()).isEmpty();
            session.rollback();
        }
    }

    @DatabaseTest({"postgresql", "h2"})
    void aSequenceOfOtherStepsIsAnErrorBeforeAKeyIsTaken() {
        engine = database.engine();
        SequenceKeys<Long> blocks = SequenceKeys.ofLong(Sequence.named("steps").incrementBy(50));
        SequenceKeys<Short> narrow =
                SequenceKeys.ofShort(Sequence.named("steps").startWith(40_000));
        try (Connection connection = engine.connect()) {
            create(connection, Sequence.named("steps"));
            assertThat(blocks.next(connection, Clock.systemUTC())).isEqualTo(1);
            assertThatThrownBy(() -> blocks.next(connection, Clock.systemUTC()))
                    .hasMessageContaining("ALK-2060")
                    .hasMessageContaining("it gave 2 after 1, so that its increment is not the block's size, 50");
            assertThatThrownBy(() -> SequenceKeys.ofLong(Sequence.named("steps").incrementBy(50))
                            .next(connection, Clock.systemUTC()))
                    .hasMessageContaining("it gave 3, so that");
            assertThatThrownBy(() -> narrow.next(connection, Clock.systemUTC())).hasMessageContaining("it gave 4");
            connection.rollback();
        }
        assertThatThrownBy(() -> SequenceKeys.ofInteger(Sequence.named("down").incrementBy(-1)))
                .hasMessageContaining("ALK-2060");
    }

    @DatabaseTest({"postgresql", "h2"})
    void aNumberThatDoesNotFitIsAnError() {
        engine = database.engine();
        Sequence far = Sequence.named("far").startWith(40_000);
        try (Connection connection = engine.connect()) {
            create(connection, far);
            assertThatThrownBy(() -> SequenceKeys.ofShort(far).next(connection, Clock.systemUTC()))
                    .hasMessageContaining("ALK-2060")
                    .hasMessageContaining("its number 40000 does not fit");
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void usersGeneratorsFillInTheirPartOfAKey() {
        create(COUPON);
        Coupon.Codes.LAST.set(0);
        Coupon first = new Coupon("a");
        Coupon second = new Coupon("b");
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(first, second));
            session.commit();
            assertThat(first.code).isEqualTo("c1");
            assertThat(session.get(Coupon.class, CompositeKey.of("b", "c2"))).containsSame(second);
            assertThatThrownBy(() -> Session.open(engine).add(first)).hasMessageContaining("ALK-2101");
            Coupon.Codes.LAST.set(-1);
            session.add(new Coupon("a"));
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("ALK-2204")
                    .hasMessageContaining("the generator of its key 'code' returned null");
            session.rollback();
        }
    }
}
