package org.alkahest.examples.orm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.JoinOn;
import org.alkahest.sql.Expression;

@Entity
@Table(name = "shelves")
public class Shelf {
    @Id
    Integer id;

    @Column(length = 20, nullable = false)
    String first;

    @Column(length = 20, nullable = false)
    String last;

    // snippet: views
    @JoinOn("fitting")
    List<Book> books = new ArrayList<>();

    @JoinOn(value = "fitting", limit = 3)
    @OrderBy("title")
    List<Book> onTop = new ArrayList<>();

    static Expression<Boolean> fitting(Shelf_ shelf, Book_ book) {
        return book.title.between(shelf.first, shelf.last);
    }
    // end

    protected Shelf() {}

    public Shelf(String first, String last) {
        this.first = first;
        this.last = last;
    }
}
