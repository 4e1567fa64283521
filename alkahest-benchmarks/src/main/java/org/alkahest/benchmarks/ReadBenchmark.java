package org.alkahest.benchmarks;

import static org.alkahest.benchmarks.Bookshop.BOOKS;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.benchmarks.Bookshop.Book;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Goal: what reading rows into records costs. Factors: hand-written JDBC that keeps its statement, Alkahest, jOOQ.
 * Parameters: the database; 10,000 rows of 6 columns (integers, strings, a decimal, a timestamp), fetched at once.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls open first
public class ReadBenchmark {
    static final int ROWS = 10_000;
    private static final String SQL = "SELECT id, title, isbn, price, pages, added FROM books ORDER BY id";

    @Param({"h2", "postgresql"})
    public String database;

    private Database books;
    private PreparedStatement prepared;
    private JooqBookshop jooq;

    @Setup
    public void open() throws SQLException {
        books = Database.with(database, ROWS);
        prepared = books.jdbc().prepareStatement(SQL);
        jooq = JooqBookshop.on(books.jdbc());
    }

    @TearDown
    public void close() throws SQLException {
        prepared.close();
        books.close();
    }

    @Benchmark
    public List<Book> jdbc() throws SQLException {
        List<Book> all = new ArrayList<>();
        try (ResultSet rows = prepared.executeQuery()) {
            while (rows.next()) {
                int id = rows.getInt(1);
                String title = rows.getString(2);
                String isbn = rows.getString(3);
                BigDecimal price = rows.getBigDecimal(4);
                int pages = rows.getInt(5);
                LocalDateTime added = rows.getObject(6, LocalDateTime.class);
                all.add(new Book(id, title, isbn, price, pages, added));
            }
        }
        return all;
    }

    @Benchmark
    public List<Book> alkahest() {
        return books.connection()
                .execute(select(row(BOOKS.id, BOOKS.title, BOOKS.isbn, BOOKS.price, BOOKS.pages, BOOKS.added)
                                .as(Book::new))
                        .orderBy(BOOKS.id))
                .all();
    }

    @Benchmark
    public List<Book> jooq() {
        return jooq.all();
    }
}
