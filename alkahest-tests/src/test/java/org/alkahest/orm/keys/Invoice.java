package org.alkahest.orm.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** Blocks of five from a sequence that {@link Receipt} takes numbers from as well. */
@Entity
@Table(name = "invoices")
public class Invoice {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "papers")
    @SequenceGenerator(name = "papers", sequenceName = "paper_numbers", initialValue = 100, allocationSize = 5)
    public Long id;

    public String title;

    protected Invoice() {}

    public Invoice(String title) {
        this.title = title;
    }
}
