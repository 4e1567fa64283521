package org.alkahest.orm.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A primitive key from a sequence, whose blocks are its own although the sequence is not. */
@Entity
@Table(name = "receipts")
@SequenceGenerator(name = "paper_numbers", initialValue = 100, allocationSize = 5)
public class Receipt {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    public int id;

    public String title;

    protected Receipt() {}

    public Receipt(String title) {
        this.title = title;
    }
}
