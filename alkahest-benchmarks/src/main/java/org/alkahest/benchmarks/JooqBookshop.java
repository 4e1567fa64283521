package org.alkahest.benchmarks;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unquotedName;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.util.List;
import org.alkahest.benchmarks.Bookshop.Book;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.tools.jdbc.JDBCUtils;

/** The same tables and statements in jOOQ, its names unquoted as they are everywhere else here. */
public final class JooqBookshop {
    private static final Table<Record> PUBLISHERS = table(unquotedName("publishers"));
    private static final Field<Integer> PUBLISHER_ID = column("publishers", "id", SQLDataType.INTEGER);
    private static final Field<String> COUNTRY = column("publishers", "country", SQLDataType.VARCHAR);

    private static final Table<Record> AUTHORS = table(unquotedName("authors"));
    private static final Field<Integer> AUTHOR_ID = column("authors", "id", SQLDataType.INTEGER);
    private static final Field<String> NAME = column("authors", "name", SQLDataType.VARCHAR);
    private static final Field<Integer> BORN = column("authors", "born", SQLDataType.INTEGER);

    private static final Table<Record> BOOKS = table(unquotedName("books"));
    private static final Field<Integer> ID = column("books", "id", SQLDataType.INTEGER);
    private static final Field<String> TITLE = column("books", "title", SQLDataType.VARCHAR);
    private static final Field<String> ISBN = column("books", "isbn", SQLDataType.VARCHAR);
    private static final Field<BigDecimal> PRICE = column("books", "price", SQLDataType.NUMERIC(10, 2));
    private static final Field<Integer> PAGES = column("books", "pages", SQLDataType.INTEGER);
    private static final Field<LocalDateTime> ADDED = column("books", "added", SQLDataType.LOCALDATETIME);
    private static final Field<Integer> BOOK_AUTHOR = column("books", "author_id", SQLDataType.INTEGER);
    private static final Field<Integer> BOOK_PUBLISHER = column("books", "publisher_id", SQLDataType.INTEGER);

    private static final Table<Record> REVIEWS = table(unquotedName("reviews"));
    private static final Field<Integer> REVIEWED = column("reviews", "book_id", SQLDataType.INTEGER);
    private static final Field<Integer> STARS = column("reviews", "stars", SQLDataType.INTEGER);

    private final DSLContext jooq;

    private JooqBookshop(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Without a connection, to render statements. */
    public static JooqBookshop rendering() {
        return new JooqBookshop(DSL.using(SQLDialect.POSTGRES));
    }

    /** On a database that jOOQ recognizes by the connection's URL. */
    static JooqBookshop on(Connection connection) {
        return new JooqBookshop(DSL.using(connection, JDBCUtils.dialect(connection)));
    }

    /** The statement of {@link BookQuery}, built and rendered. */
    public String query(BigDecimal price, int pages, String title, String country, int born, int stars) {
        Query query = jooq.select(ID, TITLE, NAME, STARS)
                .from(BOOKS)
                .join(AUTHORS)
                .on(BOOK_AUTHOR.eq(AUTHOR_ID))
                .join(PUBLISHERS)
                .on(BOOK_PUBLISHER.eq(PUBLISHER_ID))
                .leftJoin(REVIEWS)
                .on(REVIEWED.eq(ID))
                .where(PRICE.le(price))
                .and(PAGES.ge(pages))
                .and(TITLE.like(title))
                .and(COUNTRY.eq(country))
                .and(BORN.gt(born))
                .and(STARS.ge(stars))
                .orderBy(PRICE.desc(), ID)
                .limit(20);
        return query.getSQL();
    }

    List<Book> all() {
        return jooq.select(ID, TITLE, ISBN, PRICE, PAGES, ADDED)
                .from(BOOKS)
                .orderBy(ID)
                .fetch(Records.mapping(Book::new));
    }

    String title(int id) {
        return jooq.select(TITLE).from(BOOKS).where(ID.eq(id)).fetchSingle().value1();
    }

    private static <T> Field<T> column(String table, String column, DataType<T> type) {
        return field(unquotedName(table, column), type);
    }
}
