package org.alkahest.processor;

import static org.alkahest.processor.Line_.LINE;
import static org.alkahest.processor.Order_.ORDER;
import static org.alkahest.processor.Parcel_.PARCEL;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alkahest.orm.Session;
import org.alkahest.orm.Sessions;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.processor.Order.Address;
import org.alkahest.processor.Order.Money;
import org.alkahest.processor.Order.Status;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

/** What the processor generates stores, reads and compares objects of all shapes. */
final class CompanionTest {
    private static final Instant CREATED = Instant.parse("2026-03-29T01:30:00.123456Z");

    @DatabaseTest
    void storesAndReadsEveryKindOfAttribute(DatabaseFixture database) {
        Sessions sessions = create(database);
        sessions.run(session -> session.add(filled()));
        try (Session session = sessions.open()) {
            Order order = session.query(ORDER).first().orElseThrow();
            assertThat(order.id()).isEqualTo(1L);
            assertThat(order.created()).isEqualTo(CREATED);
            assertThat(order.revision()).isEqualTo(1);
            assertThat(order.describe()).isEqualTo("first Mall Road, Lahore OPEN true a");
            assertThat(order.shipping).hasToString("Clifton, Karachi");
            assertThat(order.total).isEqualTo(new Money(new BigDecimal("25000.50"), "PKR"));
            assertThat(order.status).isEqualTo(Status.SHIPPED);
            assertThat(order.tags).containsExactly("fragile", "cold");
            assertThat(order.photo()).containsExactly(1, 2, 3);
            assertThat(session.flushPlan().toString()).doesNotContain("UPDATE");
        }
    }

    @DatabaseTest
    void leavesEmbeddablesNullWhoseColumnsAre(DatabaseFixture database) {
        Sessions sessions = create(database);
        sessions.run(session -> session.add(new Order()));
        try (Session session = sessions.open()) {
            Order order = session.query(ORDER).first().orElseThrow();
            assertThat(order.shipping).isNull();
            assertThat(order.total).isNull();
            assertThat(order.describe()).isEqualTo("null null null false x");
        }
    }

    @DatabaseTest
    void seesChangesInsideValues(DatabaseFixture database) {
        Sessions sessions = create(database);
        sessions.run(session -> session.add(filled()));
        try (Session session = sessions.open()) {
            Order order = session.query(ORDER).first().orElseThrow();
            order.tags.add("late");
            order.shipping.city = "Multan";
            order.photo()[0] = 9;
            order.total = new Money(new BigDecimal("25000.500"), "PKR");
            database.recorder().clear();
            session.commit();
            String update = String.join(
                    "\n",
                    database.recorder().writes().stream().map(Object::toString).toList());
            assertThat(update).contains("tags", "city", "photo").doesNotContain("amount", "currency", "street");
        }
        sessions.run(session -> {
            Order order = session.query(ORDER).first().orElseThrow();
            assertThat(order.tags).containsExactly("fragile", "cold", "late");
            assertThat(order.shipping).hasToString("Clifton, Multan");
            assertThat(order.photo()).containsExactly(9, 2, 3);
        });
    }

    @DatabaseTest
    void refersToKeysOfTwoColumns(DatabaseFixture database) {
        Sessions sessions = create(database);
        UUID id = UUID.fromString("6f1c1c1e-0000-4000-8000-000000000001");
        sessions.run(session -> {
            Line line = new Line(new Line.Key(7, 2), "paper");
            session.addAll(List.of(line, new Line(new Line.Key(2, 7), "ink")));
            session.add(new Parcel(id, line));
        });
        try (Session session = sessions.open()) {
            Parcel parcel = session.query(PARCEL).first().orElseThrow();
            assertThat(parcel.id).isEqualTo(id);
            assertThat(parcel.content().key()).contains(CompositeKey.of(7, 2));
            assertThat(parcel.content().get().article).isEqualTo("paper");
            assertThat(session.query(LINE).where(LINE.keyLine.eq(7)).one().key).isEqualTo(new Line.Key(2, 7));
            assertThat(session.query(PARCEL)
                            .join(PARCEL.content)
                            .where(LINE.article.eq("ink"))
                            .all())
                    .isEmpty();
        }
    }

    private static Sessions create(DatabaseFixture database) {
        TestTables.create(database.engine(), List.of(ORDER, LINE, PARCEL));
        return Sessions.of(database.engine());
    }

    private static Order filled() {
        Order order = new Order();
        order.fill();
        order.created(CREATED);
        order.revise();
        order.shipping = new Address("Clifton", "Karachi");
        order.total = new Money(new BigDecimal("25000.5"), "PKR");
        order.status = Status.SHIPPED;
        order.tags.addAll(List.of("fragile", "cold"));
        return order;
    }
}
