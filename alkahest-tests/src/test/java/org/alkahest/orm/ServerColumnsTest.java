package org.alkahest.orm;

import static org.alkahest.orm.serverside.Sale_.SALE;
import static org.alkahest.orm.serverside.Stock_.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.orm.mapping.ColumnUse;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.serverside.Sale;
import org.alkahest.orm.serverside.Stock;
import org.alkahest.schema.MetaData;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.RecordedStatement;
import org.junit.jupiter.api.BeforeEach;

/** Columns that INSERT or UPDATE leaves out, and values that the database gives, which are in the objects after the flush. */
final class ServerColumnsTest {
    private DatabaseFixture database;
    private Engine engine;

    @BeforeEach
    void create(DatabaseFixture given) {
        database = given;
        engine = given.engine();
        MetaData.of(SALE, STOCK).createAll(engine);
    }

    private List<String> sent() {
        return database.recorder().statements().stream()
                .map(RecordedStatement::toString)
                .toList();
    }

    @DatabaseTest({"sqlite", "postgresql", "h2", "mariadb", "mysql"})
    void whatTheDatabaseGivesIsInTheObjectsAfterTheFlush() {
        List<Sale> sales = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            Sale sale = new Sale(i, "s" + i);
            sale.amount = i;
            sale.discount = i % 2 == 0 ? i : null;
            sales.add(sale);
        }
        try (Session session = Session.open(engine)) {
            session.addAll(sales);
            session.flush();
            for (int i = 1; i <= 20; i++) {
                Sale sale = sales.get(i - 1);
                assertThat(sale.total).isEqualTo(i * i);
                assertThat(sale.discount).isEqualTo(i % 2 == 0 ? i : 7);
                assertThat(sale.rank).isEqualTo(3);
                assertThat(sale.remark).isNull();
            }
            SessionInvariants.check(session);
            sales.get(4).price = 100;
            sales.get(4).rank = 4;
            sales.get(5).discount = null;
            session.flush();
            assertThat(sales.get(4).total).isEqualTo(500);
            assertThat(sales.get(5).discount).isNull();
            SessionInvariants.check(session);
            database.recorder().clear();
            session.commit();
            assertThat(database.recorder().writes()).isEmpty();
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void insertsBringValuesBackAndUpdatesReadThemOncePerBatch() {
        try (Session session = Session.open(engine)) {
            Sale sale = new Sale(2, "ann");
            session.add(sale);
            assertThat(session.flushPlan())
                    .hasToString("INSERT sales(price, amount, seller) RETURNING(id, total, discount, rank)"
                            + " READING(remark) [Sale#new]");
            database.recorder().clear();
            session.flush();
            assertThat(sent())
                    .containsExactly(
                            "INSERT INTO sales (price, amount, seller) VALUES (?, ?, ?)"
                                    + " RETURNING id, total, discount, rank [2, 1, ann]",
                            "SELECT sales.id, sales.remark FROM sales WHERE sales.id IN (?) [1]");
            Sale other = new Sale(3, "bob");
            session.add(other);
            session.flush();
            sale.amount = 5;
            other.amount = 6;
            assertThat(session.flushPlan()).hasToString("UPDATE sales(amount) READING(total) [Sale#1, Sale#2]");
            database.recorder().clear();
            session.flush();
            assertThat(sent())
                    .containsExactly(
                            "UPDATE sales SET amount = ? WHERE sales.id = ? [[5, 1], [6, 2]]",
                            "SELECT sales.id, sales.total FROM sales WHERE sales.id IN (?, ?) [1, 2]");
            assertThat(List.of(sale.total, other.total)).containsExactly(10, 18);
        }
    }

    @DatabaseTest("mysql")
    void withoutReturningOneSelectReadsThemAll() {
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(new Sale(2, "ann"), new Sale(3, "bob")));
            database.recorder().clear();
            session.flush();
            assertThat(sent()).hasSize(2);
        }
    }

    @DatabaseTest({"sqlite", "postgresql", "h2", "mariadb"})
    void whatTheMappingLeavesOutIsRefusedBeforeAnythingIsSent() {
        try (Session session = Session.open(engine)) {
            Sale sale = new Sale(2, "ann");
            sale.remark = "mine";
            session.add(sale);
            database.recorder().clear();
            assertThatThrownBy(session::flush)
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("ALK-2062")
                    .hasMessageContaining(
                            "Cannot insert Sale#new: its 'remark' was set to mine, and its mapping leaves it"
                                    + " out of each insert");
            sale.remark = null;
            sale.total = 9;
            assertThatThrownBy(session::flush).hasMessageContaining("and the database computes it of each insert");
            sale.total = 0;
            assertThat(sent()).isEmpty();
            session.commit();
            sale.seller = "bob";
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("Cannot update Sale#" + sale.id + ": its 'seller' was set to bob");
            sale.seller = "ann";
            sale.total = 1;
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2062");
            session.rollback();
            assertThat(sale.total).isEqualTo(2);
            session.delete(sale);
            sale.seller = "eve";
            session.commit();
            assertThat(session.query(SALE).count()).isZero();
        }
    }

    @DatabaseTest({"sqlite", "postgresql", "h2", "mariadb"})
    void aRollbackTakesTheValuesBackThatTheDatabaseGave() {
        Sale sale = new Sale(2, "ann");
        try (Session session = Session.open(engine)) {
            session.add(sale);
            session.flush();
            session.rollback();
            assertThat(sale.id).isNull();
            assertThat(sale.total).isZero();
            assertThat(sale.discount).isNull();
            assertThat(sale.rank).isNull();
            session.add(sale);
            session.commit();
            sale.price = 50;
            session.flush();
            assertThat(sale.total).isEqualTo(50);
            session.rollback();
            assertThat(sale.total).isEqualTo(2);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void whatATriggerWritesIsReadAfterIt() {
        trigger();
        try (Session session = Session.open(engine)) {
            Stock left = new Stock("left", 4);
            Stock right = new Stock("right", 5);
            session.addAll(List.of(left, right));
            database.recorder().clear();
            session.flush();
            assertThat(sent())
                    .containsExactly(
                            "INSERT INTO stock (place, pieces) VALUES (?, ?) [[left, 4], [right, 5]]",
                            "SELECT stock.place, stock.doubled, stock.origin FROM stock WHERE stock.place IN (?, ?)"
                                    + " [left, right]");
            assertThat(left.doubled).isEqualTo(8);
            assertThat(right.doubled).isEqualTo(10);
            assertThat(left.origin).isEqualTo("new");
            right.pieces = 50;
            database.recorder().clear();
            session.flush();
            assertThat(sent())
                    .containsExactly(
                            "UPDATE stock SET pieces = ? WHERE stock.place = ? [50, right]",
                            "SELECT stock.place, stock.doubled FROM stock WHERE stock.place IN (?) [right]");
            assertThat(right.doubled).isEqualTo(100);
            SessionInvariants.check(session);
        }
    }

    private void trigger() {
        List<String> statements = database.dialect().equals("sqlite")
                ? List.of(
                        "CREATE TRIGGER a AFTER INSERT ON stock BEGIN"
                                + " UPDATE stock SET doubled = 2 * NEW.pieces WHERE place = NEW.place; END",
                        "CREATE TRIGGER b AFTER UPDATE OF pieces ON stock BEGIN"
                                + " UPDATE stock SET doubled = 2 * NEW.pieces WHERE place = NEW.place; END")
                : List.of(
                        "CREATE FUNCTION twice() RETURNS trigger LANGUAGE plpgsql AS"
                                + " 'BEGIN NEW.doubled = 2 * NEW.pieces; RETURN NEW; END'",
                        "CREATE TRIGGER a BEFORE INSERT OR UPDATE ON stock FOR EACH ROW EXECUTE FUNCTION twice()");
        try (Connection connection = engine.connect()) {
            connection.withJdbc(jdbc -> {
                try (Statement statement = jdbc.createStatement()) {
                    for (String sql : statements) {
                        statement.execute(sql);
                    }
                }
                return null;
            });
            connection.commit();
        }
    }

    @DatabaseTest("sqlite")
    void whatOthersChangeIsReadWhenTheRowIsMet() {
        try (Session session = Session.open(engine)) {
            Sale sale = new Sale(2, "ann");
            session.add(sale);
            session.commit();
            session.connection().execute(Sql.update(SALE).set(SALE.remark, "seen"));
            session.get(Sale.class, sale.id);
            assertThat(sale.remark).isEqualTo("seen");
            session.commit();
        }
    }

    @DatabaseTest("sqlite")
    void theMappingTellsHowColumnsAreUsed() {
        assertThat(EntityTable.use(SALE.total).reading()).isEqualTo(ColumnUse.Reading.AFTER_WRITES);
        assertThat(EntityTable.use(SALE.price))
                .isEqualTo(new ColumnUse(SALE.price, true, true, ColumnUse.Reading.NEVER));
        assertThat(EntityTable.use(SALE.seller).updated()).isFalse();
        assertThat(EntityTable.use(SALE.rank))
                .isEqualTo(new ColumnUse(SALE.rank, false, true, ColumnUse.Reading.AFTER_INSERT));
    }
}
