package org.alkahest.benchmarks;

import static org.alkahest.benchmarks.Bookshop.BOOKS;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.param;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.schema.MetaData;
import org.alkahest.testkit.ScratchDatabase;
import org.alkahest.testkit.TestDatabase;
import org.alkahest.testkit.TestDatabases;

/** A database with books in it, and one connection, which Alkahest and its peers share so that it makes no difference. */
final class Database implements AutoCloseable {
    private final ScratchDatabase scratch;
    private final Engine engine;
    private final Connection connection;

    private Database(ScratchDatabase scratch, int books) {
        this.scratch = scratch;
        this.engine = Engine.create(scratch.jdbcUrl());
        MetaData.of(BOOKS).createAll(engine);
        this.connection = engine.connect();
        connection.executeBatch(
                insert(BOOKS)
                        .setTo(BOOKS.id, param("id", BOOKS.id.type()))
                        .setTo(BOOKS.title, param("title", BOOKS.title.type()))
                        .setTo(BOOKS.isbn, param("isbn", BOOKS.isbn.type()))
                        .setTo(BOOKS.price, param("price", BOOKS.price.type()))
                        .setTo(BOOKS.pages, param("pages", BOOKS.pages.type()))
                        .setTo(BOOKS.added, param("added", BOOKS.added.type())),
                rows(books));
        connection.commit();
    }

    /** The first database of a dialect, or of a name, that can be had. */
    static Database with(String name, int books) {
        List<String> reasons = new ArrayList<>();
        for (TestDatabase database : TestDatabases.named(name)) {
            if (database.unavailable().isEmpty()) {
                return new Database(database.open(), books);
            }
            reasons.add(database.name() + ": " + database.unavailable().get());
        }
        throw new IllegalStateException("Cannot measure on " + name + ": it cannot be reached. " + reasons);
    }

    Connection connection() {
        return connection;
    }

    /** The driver's own connection, below the pool's, as a program without Alkahest would have it. */
    java.sql.Connection jdbc() {
        return connection.withJdbc(pooled -> pooled.unwrap(java.sql.Connection.class));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        engine.close();
        scratch.close();
    }

    private static List<Map<String, Object>> rows(int books) {
        List<Map<String, Object>> rows = new ArrayList<>(books);
        for (int i = 1; i <= books; i++) {
            Map<String, Object> row = new HashMap<>();
            row.put("id", i);
            row.put("title", "The title of book number " + i);
            row.put("isbn", "978-" + (1_000_000_000 + i));
            row.put("price", BigDecimal.valueOf(500 + i % 5000, 2));
            row.put("pages", 100 + i % 900);
            row.put("added", LocalDateTime.of(2026, 1, 1, 0, 0).plusSeconds(i * 977L));
            rows.add(row);
        }
        return rows;
    }
}
