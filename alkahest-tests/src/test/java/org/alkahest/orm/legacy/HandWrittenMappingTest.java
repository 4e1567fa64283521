package org.alkahest.orm.legacy;

import static org.alkahest.orm.legacy.LegacyInvoices.CUSTOMERS;
import static org.alkahest.orm.legacy.LegacyInvoices.INVOICES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.legacy.LegacyInvoices.Customer;
import org.alkahest.orm.legacy.LegacyInvoices.Invoice;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.RecordedStatement;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** Classes that know nothing of Alkahest, mapped by hand through the public mapping API. */
final class HandWrittenMappingTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        TestTables.create(engine, List.of(CUSTOMERS, INVOICES));
    }

    @DatabaseTest
    void isStoredLoadedChangedAndDeleted(StatementRecorder recorder) {
        Customer customer = new Customer("Ahmad");
        customer.getInvoices().add(new Invoice(25_000));
        customer.getInvoices().add(new Invoice(30_000));
        try (Session session = Session.open(engine)) {
            session.add(customer);
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            Customer loaded = session.query(CUSTOMERS).one();
            assertThat(loaded.getName()).isEqualTo("Ahmad");
            assertThat(loaded.getInvoices()).extracting(Invoice::getAmount).containsExactly(25_000, 30_000);
            Invoice invoice = loaded.getInvoices().get(0);
            assertThat(invoice.getCustomer().get()).isSameAs(loaded);
            invoice.setAmount(26_000);
            recorder.clear();
            session.flush();
            assertThat(recorder.writes())
                    .extracting(RecordedStatement::sql)
                    .containsExactly("UPDATE invoices SET amount = ? WHERE invoices.id = ?");
            session.delete(loaded);
            session.commit();
            assertThat(session.query(INVOICES).count()).isZero();
        }
    }

    @DatabaseTest
    void canBeJoinedByItsAssociation() {
        try (Session session = Session.open(engine)) {
            Customer customer = new Customer("Ahmad");
            customer.getInvoices().add(new Invoice(25_000));
            session.addAll(List.of(customer, new Customer("Ali")));
            session.commit();
            assertThat(session.query(CUSTOMERS)
                            .where(CUSTOMERS.invoices.any(null))
                            .all())
                    .containsExactly(customer);
            assertThat(session.query(CUSTOMERS)
                            .join(CUSTOMERS.invoices)
                            .where(INVOICES.amount.gt(20_000))
                            .all())
                    .containsExactly(customer);
        }
    }
}
