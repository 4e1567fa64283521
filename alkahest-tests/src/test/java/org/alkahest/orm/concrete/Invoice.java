package org.alkahest.orm.concrete;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "invoices")
public class Invoice extends Paper {
    public Integer total;

    protected Invoice() {}

    public Invoice(String title, Integer total) {
        super(title);
        this.total = total;
    }
}
