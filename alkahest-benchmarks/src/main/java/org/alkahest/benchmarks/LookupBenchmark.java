package org.alkahest.benchmarks;

import static org.alkahest.benchmarks.Bookshop.BOOKS;
import static org.alkahest.sql.Sql.select;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Goal: what a short query costs where preparing costs more than running it. Factors: hand-written JDBC that keeps its
 * statement or prepares it each time, Alkahest with the statements that its connection keeps, jOOQ. Parameters: one
 * column of one row by primary key, of 1,000, on SQLite in memory.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls open first
public class LookupBenchmark {
    private static final int ROWS = 1_000;
    private static final String SQL = "SELECT title FROM books WHERE id = ?";

    private Database books;
    private Connection jdbc;
    private PreparedStatement kept;
    private JooqBookshop jooq;
    private int id;

    @Setup
    public void open() throws SQLException {
        books = Database.with("sqlite-memory", ROWS);
        jdbc = books.jdbc();
        kept = jdbc.prepareStatement(SQL);
        jooq = JooqBookshop.on(jdbc);
    }

    @TearDown
    public void close() throws SQLException {
        kept.close();
        books.close();
    }

    @Benchmark
    public String jdbc() throws SQLException {
        return title(kept);
    }

    @Benchmark
    public String jdbcPreparing() throws SQLException {
        try (PreparedStatement fresh = jdbc.prepareStatement(SQL)) {
            return title(fresh);
        }
    }

    @Benchmark
    public String alkahest() {
        return books.connection()
                .execute(select(BOOKS.title).where(BOOKS.id.eq(nextId())))
                .one();
    }

    @Benchmark
    public String jooq() {
        return jooq.title(nextId());
    }

    private String title(PreparedStatement statement) throws SQLException {
        statement.setInt(1, nextId());
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    private int nextId() {
        id = id % ROWS + 1;
        return id;
    }
}
