package org.alkahest.orm.big;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "readers")
public class Reader {
    @Id
    public @Nullable Integer id;

    public String name = "";

    @ManyToMany(mappedBy = "readers")
    public List<Feed> feeds = new ArrayList<>();

    protected Reader() {}

    public Reader(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
