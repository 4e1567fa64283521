package org.alkahest.chinook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.alkahest.orm.mapping.Ref;

/** One track of an invoice. */
@Entity
@Table(name = "InvoiceLine")
class InvoiceLine {
    @Id
    @Column(name = "InvoiceLineId")
    Integer id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "InvoiceId")
    Ref<Invoice> invoice;

    @ManyToOne(optional = false)
    @JoinColumn(name = "TrackId")
    Ref<Track> track;

    @Column(name = "UnitPrice", nullable = false, precision = 10, scale = 2)
    BigDecimal unitPrice;

    @Column(name = "Quantity", nullable = false)
    Integer quantity;
}
