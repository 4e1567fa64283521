package org.alkahest.orm.versioning;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;

/** What a versioned object has a collection of; without a version. */
@Entity
@Table(name = "postings")
public class Posting {
    @Id
    public Integer id;

    public int amount;

    @ManyToOne
    public Ref<Account> account;

    protected Posting() {}

    public Posting(int amount) {
        this.amount = amount;
    }
}
