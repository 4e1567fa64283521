package org.alkahest.benchmarks;

import static org.alkahest.benchmarks.Bookshop.AUTHORS;
import static org.alkahest.benchmarks.Bookshop.BOOKS;
import static org.alkahest.benchmarks.Bookshop.PUBLISHERS;
import static org.alkahest.benchmarks.Bookshop.REVIEWS;
import static org.alkahest.sql.Sql.select;

import java.math.BigDecimal;
import org.alkahest.sql.Row4;
import org.alkahest.sql.Select;

/** The statement of {@link StatementBenchmark}: 3 joins, 6 predicates, an order and a limit. */
public final class BookQuery {
    private BookQuery() {}

    /** Each call builds it afresh, as a program does that is asked for something. */
    public static Select<Row4<Integer, String, String, Integer>> with(
            BigDecimal price, int pages, String title, String country, int born, int stars) {
        return select(BOOKS.id, BOOKS.title, AUTHORS.name, REVIEWS.stars)
                .from(BOOKS)
                .join(AUTHORS, BOOKS.authorId.eq(AUTHORS.id))
                .join(PUBLISHERS, BOOKS.publisherId.eq(PUBLISHERS.id))
                .leftJoin(REVIEWS, REVIEWS.bookId.eq(BOOKS.id))
                .where(BOOKS.price.le(price))
                .where(BOOKS.pages.ge(pages))
                .where(BOOKS.title.like(title))
                .where(PUBLISHERS.country.eq(country))
                .where(AUTHORS.born.gt(born))
                .where(REVIEWS.stars.ge(stars))
                .orderBy(BOOKS.price.desc(), BOOKS.id)
                .limit(20);
    }
}
