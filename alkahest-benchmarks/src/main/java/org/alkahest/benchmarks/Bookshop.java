package org.alkahest.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Table;
import org.alkahest.type.SqlTypes;

/** The tables of the benchmarks. */
public final class Bookshop {
    public static final Publishers PUBLISHERS = new Publishers();
    public static final Authors AUTHORS = new Authors();
    public static final Books BOOKS = new Books();
    public static final Reviews REVIEWS = new Reviews();

    private Bookshop() {}

    /** Publishers of books. */
    public static final class Publishers extends Table {
        public final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        public final Column<String> name = column("name", SqlTypes.varchar(100), ColumnOptions.notNull());
        public final Column<String> country = column("country", SqlTypes.varchar(2), ColumnOptions.notNull());

        Publishers() {
            super("publishers");
        }
    }

    /** Authors of books. */
    public static final class Authors extends Table {
        public final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        public final Column<String> name = column("name", SqlTypes.varchar(100), ColumnOptions.notNull());
        public final Column<Integer> born = column("born", SqlTypes.INTEGER);

        Authors() {
            super("authors");
        }
    }

    /** Books; six columns of everyday types, and two foreign keys. */
    public static final class Books extends Table {
        public final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        public final Column<String> title = column("title", SqlTypes.varchar(200), ColumnOptions.notNull());
        public final Column<String> isbn = column("isbn", SqlTypes.varchar(20));
        public final Column<BigDecimal> price = column("price", SqlTypes.decimal(10, 2), ColumnOptions.notNull());
        public final Column<Integer> pages = column("pages", SqlTypes.INTEGER, ColumnOptions.notNull());
        public final Column<LocalDateTime> added = column("added", SqlTypes.TIMESTAMP, ColumnOptions.notNull());
        public final Column<Integer> authorId = column("author_id", SqlTypes.INTEGER);
        public final Column<Integer> publisherId = column("publisher_id", SqlTypes.INTEGER);

        Books() {
            super("books");
        }
    }

    /** Reviews of books. */
    public static final class Reviews extends Table {
        public final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        public final Column<Integer> bookId = column("book_id", SqlTypes.INTEGER, ColumnOptions.notNull());
        public final Column<Integer> stars = column("stars", SqlTypes.INTEGER, ColumnOptions.notNull());

        Reviews() {
            super("reviews");
        }
    }

    /** A row of {@link Books} as a program wants it. */
    public record Book(int id, String title, String isbn, BigDecimal price, int pages, LocalDateTime added) {}
}
