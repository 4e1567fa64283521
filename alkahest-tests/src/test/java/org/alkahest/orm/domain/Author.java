package org.alkahest.orm.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Ref;

/** A generated key, a one-to-many with the default cascades, the inverse side of a one-to-one. */
@Entity
@Table(name = "authors")
public class Author {
    @Id
    public Integer id;

    public String name;

    @OneToMany(mappedBy = "author")
    public List<Book> books = new ArrayList<>();

    @OneToOne(mappedBy = "author")
    public Ref<Profile> profile;

    protected Author() {}

    public Author(String name, Book... books) {
        this.name = name;
        this.books.addAll(List.of(books));
    }

    @Override
    public String toString() {
        return name;
    }
}
