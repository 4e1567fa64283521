package org.alkahest.orm.legacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Keys;
import org.alkahest.orm.mapping.Mappings;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.type.SqlTypes;

/** Two classes that somebody else wrote, with getters and setters, and their companions. */
final class LegacyInvoices {
    static final Customers CUSTOMERS = new Customers(null);
    static final Invoices INVOICES = new Invoices(null);

    static {
        Mappings.register(Customer.class, CUSTOMERS);
        Mappings.register(Invoice.class, INVOICES);
    }

    private LegacyInvoices() {}

    static final class Customer {
        private Integer id;
        private String name;
        private List<Invoice> invoices = new ArrayList<>();

        Customer(String name) {
            this.name = name;
        }

        String getName() {
            return name;
        }

        List<Invoice> getInvoices() {
            return invoices;
        }
    }

    static final class Invoice {
        private Integer id;
        private int amount;
        private Ref<Customer> customer;

        Invoice(int amount) {
            this.amount = amount;
        }

        int getAmount() {
            return amount;
        }

        void setAmount(int amount) {
            this.amount = amount;
        }

        Ref<Customer> getCustomer() {
            return customer;
        }
    }

    static final class Customers extends HandTable<Customer> {
        final Column<Integer> id =
                field("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated(), e -> e.id, (e, v) -> e.id = v);
        final Column<String> name =
                field("name", SqlTypes.TEXT, ColumnOptions.notNull(), e -> e.name, (e, v) -> e.name = v);
        final ToMany<Customer, Invoice> invoices = toMany(
                "invoices",
                () -> INVOICES,
                ToMany.CollectionKind.LIST,
                Set.of(Cascade.SAVE_UPDATE, Cascade.DELETE),
                new ToMany.Link.MappedBy<>(() -> INVOICES.customer));

        private Customers(String alias) {
            super("old_customers", alias, Customer.class, () -> new Customer(""));
            accessor(e -> e.invoices, (e, v) -> e.invoices = v);
        }

        @Override
        public Customers as(String alias) {
            return new Customers(alias);
        }

        @Override
        protected EntityTable<Customer> canonical() {
            return CUSTOMERS;
        }
    }

    static final class Invoices extends HandTable<Invoice> {
        final Column<Integer> id =
                field("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated(), e -> e.id, (e, v) -> e.id = v);
        final Column<Integer> amount =
                field("amount", SqlTypes.INTEGER, ColumnOptions.notNull(), e -> e.amount, (e, v) -> e.amount = v);
        final Column<Integer> customerId =
                foreign("customer_id", SqlTypes.INTEGER, ColumnOptions.notNull(), e -> Keys.of(e.customer, 0));
        final ToOne<Invoice, Customer> customer = toOne("customer", () -> CUSTOMERS, true, Cascade.DEFAULT, customerId);

        private Invoices(String alias) {
            super("invoices", alias, Invoice.class, () -> new Invoice(0));
            // no foreignKey(…): the database does not know it, and the flush orders rows all the same
            accessor(e -> e.customer, (e, v) -> e.customer = v);
        }

        @Override
        public Invoices as(String alias) {
            return new Invoices(alias);
        }

        @Override
        protected EntityTable<Invoice> canonical() {
            return INVOICES;
        }
    }
}
