package org.alkahest.examples.orm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;
import org.alkahest.orm.mapping.Ref;

// snippet: book
@Entity
@Table(name = "books")
public class Book {
    @Id
    Integer id;

    @Column(length = 200, nullable = false)
    String title;

    @ManyToOne
    Ref<Author> author; // may be unloaded: the type says so

    @ManyToMany
    @JoinTable(name = "books_tags")
    Set<Tag> tags = new HashSet<>();

    @Version
    int version;

    protected Book() {}

    public Book(String title) {
        this.title = title;
    }
}
// end
