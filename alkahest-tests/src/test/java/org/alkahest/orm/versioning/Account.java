package org.alkahest.orm.versioning;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Ref;

/** A counter as version; a foreign key to its own table, and a collection. */
@Entity
@Table(name = "accounts")
public class Account {
    @Id
    public Integer id;

    public String owner;

    @Version
    public int version;

    @ManyToOne
    public Ref<Account> backup;

    @OneToMany(mappedBy = "account")
    public List<Posting> postings = new ArrayList<>();

    protected Account() {}

    public Account(String owner) {
        this.owner = owner;
    }
}
