package org.alkahest.orm.domain;

import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Ref;

/** The domain of the tests of the mapper: its tables. */
public final class Library {
    /** Every entity's table. */
    public static final List<EntityTable<?>> TABLES = List.of(
            Author_.AUTHOR,
            Profile_.PROFILE,
            Publisher_.PUBLISHER,
            Tag_.TAG,
            Book_.BOOK,
            Review_.REVIEW,
            Category_.CATEGORY,
            Team_.TEAM,
            Player_.PLAYER,
            Place_.PLACE,
            Visit_.VISIT);

    private Library() {}

    /** A new book with one object at the end of each of its associations. */
    public static Book solaris() {
        Book book = new Book("Solaris", new Review(5));
        book.publisher = new Publisher("P", "Press");
        book.author = Ref.of(new Author("Lem"));
        book.tags.add(new Tag("space"));
        return book;
    }

    /** Creates the tables in an empty database. */
    public static void create(Engine engine) {
        TestTables.create(engine, TABLES);
    }
}
