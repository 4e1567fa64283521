package org.alkahest.orm.big;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.OnDelete;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.schema.ForeignKey.Action;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "entries")
public class Entry {
    @Id
    public @Nullable Integer id;

    public int day;

    @ManyToOne
    public @Nullable Ref<Feed> feed;

    @ManyToOne
    @OnDelete(Action.CASCADE)
    public @Nullable Ref<Feed> draftOf;

    protected Entry() {}

    public Entry(int day) {
        this.day = day;
    }

    @Override
    public String toString() {
        return "day " + day;
    }
}
