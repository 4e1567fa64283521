package org.alkahest.orm.big;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.WriteOnly;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "vaults")
public class Vault {
    @Id
    public @Nullable Integer id;

    /** Deleted along, by nobody who would know them. */
    @OneToMany(mappedBy = "vault", cascade = CascadeType.ALL)
    public WriteOnly<Coin> coins = new WriteOnly<>();

    public Vault() {}
}
