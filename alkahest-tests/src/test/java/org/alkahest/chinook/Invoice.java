package org.alkahest.chinook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Ref;

/** What a customer bought at once. */
@Entity
@Table(name = "Invoice")
class Invoice {
    @Id
    @Column(name = "InvoiceId")
    Integer id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "CustomerId")
    Ref<Customer> customer;

    @Column(name = "InvoiceDate", nullable = false)
    LocalDateTime invoiceDate;

    @Column(name = "BillingAddress")
    String billingAddress;

    @Column(name = "BillingCity")
    String billingCity;

    @Column(name = "BillingState")
    String billingState;

    @Column(name = "BillingCountry")
    String billingCountry;

    @Column(name = "BillingPostalCode")
    String billingPostalCode;

    @Column(name = "Total", nullable = false, precision = 10, scale = 2)
    BigDecimal total;

    @OneToMany(mappedBy = "invoice")
    List<InvoiceLine> lines = new ArrayList<>();
}
