package org.alkahest.orm.big;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.WriteOnly;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "feeds")
public class Feed {
    @Id
    public @Nullable Integer id;

    public String name = "";

    @OneToMany(mappedBy = "feed")
    @OrderBy("day DESC")
    public WriteOnly<Entry> entries = new WriteOnly<>();

    @OneToMany(mappedBy = "draftOf", cascade = CascadeType.ALL, orphanRemoval = true)
    public WriteOnly<Entry> drafts = new WriteOnly<>();

    @ManyToMany
    public WriteOnly<Reader> readers = new WriteOnly<>();

    protected Feed() {}

    public Feed(String name) {
        this.name = name;
    }
}
