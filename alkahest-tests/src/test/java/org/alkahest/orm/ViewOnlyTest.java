package org.alkahest.orm;

import static org.alkahest.orm.views.Client_.CLIENT;
import static org.alkahest.orm.views.Depot_.DEPOT;
import static org.alkahest.orm.views.Item_.ITEM;
import static org.alkahest.orm.views.Product_.PRODUCT;
import static org.alkahest.orm.views.Purchase_.PURCHASE;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.views.Client;
import org.alkahest.orm.views.Client_;
import org.alkahest.orm.views.Depot;
import org.alkahest.orm.views.Item;
import org.alkahest.orm.views.Product;
import org.alkahest.orm.views.Purchase;
import org.alkahest.schema.MetaData;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** Relationships that are read alone: by a condition, with a limit for each owner, or beside the one that writes. */
final class ViewOnlyTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        MetaData.of(List.of(CLIENT, PURCHASE, PRODUCT, ITEM, DEPOT)).createAll(engine);
        try (Session session = Session.open(engine)) {
            Product pen = new Product("pen");
            Product ink = new Product("ink");
            Client ada = new Client("Ada", "Rome", 20);
            Client bob = new Client("Bob", "Rome", 5);
            Client cyd = new Client("Cyd", "Oslo", 0);
            ada.purchases.addAll(List.of(new Purchase(1, 30), new Purchase(2, 10), new Purchase(3, 20)));
            bob.purchases.addAll(List.of(new Purchase(4, 7), new Purchase(5, 5), new Purchase(6, 4)));
            session.addAll(List.of(pen, ink, ada, bob, cyd, new Depot("Rome")));
            session.addAll(List.of(
                    new Item(ada.purchases.get(0), pen),
                    new Item(ada.purchases.get(1), pen),
                    new Item(bob.purchases.get(0), ink),
                    new Item(bob.purchases.get(1), pen)));
            session.commit();
        }
    }

    private static List<Client> clients(Session session) {
        return session.query(CLIENT).orderBy(CLIENT.id).all();
    }

    private static String text(Iterable<?> elements) {
        List<String> all = new ArrayList<>();
        elements.forEach(each -> all.add(each.toString()));
        return String.join(" ", all);
    }

    @DatabaseTest
    void aConditionOfBothSidesTellsWhatIsInACollection(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            List<Client> clients = clients(session);
            recorder.clear();
            assertThat(text(clients.get(0).large)).isEqualTo("3:20 1:30");
            assertThat(text(clients.get(1).large)).isEqualTo("5:5 4:7");
            assertThat(clients.get(2).large).isEmpty();
            recorder.assertCount(1);
            assertThat(recorder.take().get(0))
                    .contains("FROM clients JOIN purchases ON purchases.client_id = clients.id"
                            + " AND purchases.total >= clients.threshold WHERE clients.id IN (");
        }
    }

    @DatabaseTest
    void aLimitHoldsForEachOwnerOfABatch(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            List<Client> clients = clients(session);
            recorder.clear();
            assertThat(text(clients.get(0).latest)).isEqualTo("3:20 2:10");
            assertThat(text(clients.get(1).latest)).isEqualTo("6:4 5:5");
            assertThat(clients.get(2).latest).isEmpty();
            recorder.assertCount(1);
        }
    }

    @DatabaseTest
    void aReferenceByAConditionIsLoadedForSiblingsToo(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            List<Client> clients = clients(session);
            recorder.clear();
            assertThat(clients.get(0).last.get()).hasToString("3:20");
            assertThat(clients.get(1).last.get()).hasToString("6:4");
            assertThat(clients.get(2).last.isEmpty()).isTrue();
            recorder.assertCount(1);
        }
    }

    @DatabaseTest
    void aPlainFieldByAConditionIsLoadedWithItsOwner(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            recorder.clear();
            List<Client> clients = clients(session);
            recorder.assertCount(2);
            assertThat(clients.get(0).depot).isNotNull().isSameAs(clients.get(1).depot);
            assertThat(clients.get(2).depot).isNull();
        }
    }

    @DatabaseTest
    void aConditionMayGoThroughOtherTables() {
        try (Session session = Session.open(engine)) {
            List<Client> clients = clients(session);
            assertThat(text(clients.get(0).bought)).isEqualTo("pen");
            assertThat(text(clients.get(1).bought)).isEqualTo("pen ink");
        }
    }

    @DatabaseTest
    void aConditionMayLeadToTheSameEntity() {
        try (Session session = Session.open(engine)) {
            List<Client> clients = clients(session);
            assertThat(clients.get(0).neighbours).containsExactly(clients.get(1));
            assertThat(clients.get(1).neighbours).containsExactly(clients.get(0));
            assertThat(clients.get(2).neighbours).isEmpty();
        }
    }

    @DatabaseTest
    void aSecondCollectionOfTheSameForeignKeyHasItsOwnOrder() {
        try (Session session = Session.open(engine)) {
            Client ada = clients(session).get(0);
            assertThat(text(ada.byTotal)).isEqualTo("1:30 3:20 2:10");
            assertThat(ada.byTotal.get(0).client.isLoaded()).isTrue();
        }
    }

    @SuppressWarnings("try") // closed before its end, to be used after it
    @DatabaseTest
    void aQueryLoadsThemOnRequest(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            recorder.clear();
            List<Client> clients = session.query(CLIENT)
                    .load(CLIENT.latest, CLIENT.last, CLIENT.bought)
                    .all();
            recorder.assertCount(5);
            session.close();
            assertThat(clients).extracting(client -> client.latest.size()).containsExactlyInAnyOrder(2, 2, 0);
        }
    }

    @DatabaseTest
    void conditionsAndJoinsFollowThem() {
        try (Session session = Session.open(engine)) {
            assertThat(session.query(CLIENT)
                            .where(CLIENT.large.any(PURCHASE.day.eq(3)))
                            .all())
                    .hasToString("[Ada]");
            assertThat(session.query(CLIENT).where(CLIENT.large.isEmpty()).all())
                    .hasToString("[Cyd]");
            assertThat(session.query(CLIENT)
                            .where(CLIENT.latest.any(PURCHASE.day.eq(1)))
                            .all())
                    .isEmpty();
            assertThat(session.query(CLIENT)
                            .where(CLIENT.latest.any(PURCHASE.day.eq(2)))
                            .all())
                    .hasToString("[Ada]");
            assertThat(session.query(CLIENT)
                            .where(CLIENT.last.has(PURCHASE.total.lt(10)))
                            .all())
                    .hasToString("[Bob]");
            assertThat(session.query(CLIENT).where(CLIENT.depot.isNull()).all()).hasToString("[Cyd]");
            Product ink = session.query(PRODUCT).where(PRODUCT.name.eq("ink")).one();
            assertThat(session.query(CLIENT).where(CLIENT.bought.contains(ink)).all())
                    .hasToString("[Bob]");
            assertThat(session.query(CLIENT)
                            .where(CLIENT.neighbours.any(null))
                            .orderBy(CLIENT.id)
                            .all())
                    .hasToString("[Ada, Bob]");
            assertThat(session.execute(select(CLIENT.name, PURCHASE.day)
                                    .from(CLIENT)
                                    .join(CLIENT.latest)
                                    .orderBy(PURCHASE.day))
                            .all())
                    .extracting(row -> row.v1() + row.v2())
                    .containsExactly("Ada2", "Ada3", "Bob5", "Bob6");
            Client_ other = CLIENT.as("other");
            assertThat(session.execute(select(CLIENT.name, other.name)
                                    .from(CLIENT)
                                    .leftJoin(CLIENT.neighbours, other)
                                    .orderBy(CLIENT.name))
                            .all())
                    .extracting(row -> row.v1() + row.v2())
                    .containsExactly("AdaBob", "BobAda", "Cydnull");
        }
    }

    @DatabaseTest
    void aChangeByACallIsRefusedAtOnce() {
        try (Session session = Session.open(engine)) {
            Client ada = clients(session).get(0);
            Purchase purchase = ada.purchases.get(0);
            assertThatThrownBy(() -> ada.large.add(new Purchase(9, 9)))
                    .hasMessageContaining("ALK-2063")
                    .hasMessageContaining("Cannot change 'large' of Client#" + ada.id);
            assertThatThrownBy(() -> ada.large.remove(purchase)).hasMessageContaining("ALK-2063");
            assertThatThrownBy(() -> ada.large.remove(0)).hasMessageContaining("ALK-2063");
            assertThatThrownBy(() -> ada.large.set(0, purchase)).hasMessageContaining("ALK-2063");
            assertThatThrownBy(() -> ada.large.clear()).hasMessageContaining("ALK-2063");
            assertThatThrownBy(() -> ada.bought.add(new Product("x"))).hasMessageContaining("ALK-2063");
            assertThatThrownBy(() -> ada.neighbours.clear()).hasMessageContaining("ALK-2063");
            Iterator<Purchase> each = ada.byTotal.iterator();
            each.next();
            assertThatThrownBy(each::remove).hasMessageContaining("ALK-2063");
            assertThat(ada.large).hasSize(2);
            assertThat(session.flushPlan().isEmpty()).isTrue();
        }
    }

    @DatabaseTest
    void anAssignedOneIsRefusedByTheFlush() {
        try (Session session = Session.open(engine)) {
            Client ada = clients(session).get(0);
            ada.large = new ArrayList<>(List.of(ada.purchases.get(0)));
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("ALK-2063")
                    .hasMessageContaining("Cannot save Client#" + ada.id + ": its 'large' was changed");
            session.rollback();
            ada.last = Ref.of(ada.purchases.get(0));
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2063");
            session.rollback();
            ada.depot = null;
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2063");
            session.rollback();
            assertThat(session.flushPlan().isEmpty()).isTrue();
            assertThat(ada.depot).isNotNull();
            assertThat(text(ada.large)).isEqualTo("3:20 1:30");
        }
    }

    @DatabaseTest
    void aNewObjectHasNothingInItUntilItIsFlushed() {
        try (Session session = Session.open(engine)) {
            Client dan = new Client("Dan", "Oslo", 1);
            session.add(dan);
            assertThat(dan.neighbours).isEmpty();
            assertThat(dan.large).isEmpty();
            dan.purchases.add(new Purchase(7, 70));
            session.flush();
            assertThat(text(dan.neighbours)).isEqualTo("Cyd");
            assertThat(text(dan.large)).isEqualTo("7:70");
            assertThat(dan.last.get()).hasToString("7:70");
            assertThat(text(dan.byTotal)).isEqualTo("7:70");
            session.commit();
            assertThat(text(dan.large)).isEqualTo("7:70");
        }
        try (Session session = Session.open(engine)) {
            Client eve = new Client("Eve", "Oslo", 1);
            eve.large.add(new Purchase(8, 80));
            session.add(eve);
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2063");
        }
    }

    @DatabaseTest
    void whatAFlushWroteIsSeenByTheNextLook() {
        try (Session session = Session.open(engine)) {
            Client ada = clients(session).get(0);
            assertThat(ada.large).hasSize(2);
            assertThat(ada.last.get()).hasToString("3:20");
            ada.purchases.add(new Purchase(10, 100));
            assertThat(ada.large).hasSize(2);
            session.flush();
            assertThat(text(ada.large)).isEqualTo("3:20 1:30 10:100");
            assertThat(ada.last.get()).hasToString("10:100");
            session.delete(ada.purchases.get(0));
            session.flush();
            assertThat(text(ada.large)).isEqualTo("3:20 10:100");
            session.rollback();
            assertThat(text(ada.large)).isEqualTo("3:20 1:30");
        }
    }

    @DatabaseTest
    void loadingOneFlushesWhatItWouldMiss() {
        try (Session session = Session.open(engine)) {
            Client ada = clients(session).get(0);
            ada.threshold = 25;
            assertThat(text(ada.large)).isEqualTo("1:30");
        }
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void aSavepointThatIsRolledBackLeavesNothingBehind() {
        try (Session session = Session.open(engine)) {
            Client ada = clients(session).get(0);
            SessionSavepoint savepoint = session.savepoint();
            ada.purchases.add(new Purchase(10, 100));
            session.flush();
            assertThat(text(ada.large)).isEqualTo("3:20 1:30 10:100");
            savepoint.rollback();
            assertThat(text(ada.large)).isEqualTo("3:20 1:30");
        }
    }

    @DatabaseTest
    void nothingCascadesAlongThem() {
        try (Session session = Session.open(engine)) {
            Client ada = clients(session).get(0);
            assertThat(ada.neighbours).hasSize(1);
            Client cyd = clients(session).get(2);
            session.delete(cyd);
            assertThat(session.flushPlan().toString())
                    .isEqualToIgnoringNewLines("DELETE clients [Client#" + cyd.id + "]");
            session.commit();
            assertThat(session.query(CLIENT).count()).isEqualTo(2);
        }
    }

    @DatabaseTest
    void aClosedSessionSaysWhatToLoad() {
        Client ada;
        try (Session session = Session.open(engine)) {
            ada = clients(session).get(0);
        }
        assertThatThrownBy(() -> ada.large.size()).hasMessageContaining("query.load(clients.large)");
    }

    @DatabaseTest
    void severalTargetsOfAReferenceAreAnError() {
        try (Session session = Session.open(engine)) {
            session.add(new Depot("Rome"));
            session.commit();
            assertThatThrownBy(() -> clients(session))
                    .hasMessageContaining("ALK-2064")
                    .hasMessageContaining("clients.depot");
        }
    }
}
