package org.alkahest.compile;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Table;
import org.alkahest.type.SqlTypes;

/** The domain of the SQL tests: authors write books, readers review them. */
final class Library {
    static final Authors AUTHORS = new Authors(null);
    static final Books BOOKS = new Books(null);
    static final Reviews REVIEWS = new Reviews();

    private Library() {}

    static final class Authors extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> name = column("name", SqlTypes.TEXT, ColumnOptions.notNull());
        final Column<LocalDate> born = column("born", SqlTypes.DATE);
        final Column<Integer> mentorId = column("mentor_id", SqlTypes.INTEGER);

        Authors mentor() {
            return implicit("mentor", AUTHORS::as, mentorId);
        }

        Authors(String alias) {
            super(null, "authors", alias);
            foreignKey(mentorId, () -> AUTHORS.id);
        }

        @Override
        public Authors as(String alias) {
            return new Authors(alias);
        }
    }

    static final class Books extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> title = column("title", SqlTypes.varchar(200), ColumnOptions.notNull());
        final Column<Integer> authorId = column("author_id", SqlTypes.INTEGER, ColumnOptions.notNull());
        final Column<BigDecimal> price = column("price", SqlTypes.decimal(10, 2));
        final Column<Integer> pages = column("pages", SqlTypes.INTEGER);
        final Column<Double> weight = column("weight", SqlTypes.DOUBLE);
        final Column<Boolean> lent = column("lent", SqlTypes.BOOLEAN, ColumnOptions.notNull());
        final Column<String> shelf = column("shelf", SqlTypes.character(4));

        Authors author() {
            return implicit("author", AUTHORS::as, authorId);
        }

        Books(String alias) {
            super(null, "books", alias);
            foreignKey(authorId, () -> AUTHORS.id);
        }

        @Override
        public Books as(String alias) {
            return new Books(alias);
        }
    }

    /** Two keys to one table, and names that need quotes. */
    static final class Reviews extends Table {
        final Column<Long> id =
                column("id", SqlTypes.BIGINT, ColumnOptions.primaryKey().generated());
        final Column<Integer> bookId = column("book_id", SqlTypes.INTEGER);
        final Column<Integer> writerId = column("writer_id", SqlTypes.INTEGER);
        final Column<Integer> editorId = column("editor_id", SqlTypes.INTEGER);
        final Column<String> order = column("order", SqlTypes.TEXT);
        final Column<String> mixed = column("mixedCase", SqlTypes.TEXT);

        Books book() {
            return implicit("book", BOOKS::as, bookId);
        }

        Reviews() {
            super("reviews");
            foreignKey(bookId, () -> BOOKS.id);
            foreignKey(writerId, () -> AUTHORS.id);
            foreignKey(editorId, () -> AUTHORS.id);
        }
    }
}
