package org.alkahest.orm.big;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "coins")
public class Coin {
    @Id
    public @Nullable Integer id;

    @ManyToOne
    public @Nullable Ref<Vault> vault;

    public Coin() {}
}
