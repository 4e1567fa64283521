package org.alkahest.orm.views;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "purchases")
public class Purchase {
    @Id
    public @Nullable Integer id;

    @ManyToOne
    public @Nullable Ref<Client> client;

    public int day;

    public int total;

    protected Purchase() {}

    public Purchase(int day, int total) {
        this.day = day;
        this.total = total;
    }

    @Override
    public String toString() {
        return day + ":" + total;
    }
}
