package org.alkahest.orm.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.alkahest.orm.mapping.Ref;

/** References of both kinds, the owning side of a many-to-many, and children that do not outlive it. */
@Entity
@Table(name = "books")
public class Book {
    @Id
    public Integer id;

    public String title;

    @Column(precision = 12, scale = 2)
    public BigDecimal price;

    @ManyToOne
    public Ref<Author> author;

    @ManyToOne
    public Publisher publisher;

    @ManyToMany
    @JoinTable(
            name = "books_tags",
            joinColumns = @JoinColumn(name = "book_id"),
            inverseJoinColumns = @JoinColumn(name = "tag_id"))
    public Set<Tag> tags = new LinkedHashSet<>();

    @OneToMany(mappedBy = "book", cascade = CascadeType.ALL, orphanRemoval = true)
    public List<Review> reviews = new ArrayList<>();

    protected Book() {}

    public Book(String title, Review... reviews) {
        this.title = title;
        this.reviews.addAll(List.of(reviews));
    }

    public Book(Author author, String title) {
        this(title);
        this.author = Ref.of(author);
    }

    @Override
    public String toString() {
        return title;
    }
}
