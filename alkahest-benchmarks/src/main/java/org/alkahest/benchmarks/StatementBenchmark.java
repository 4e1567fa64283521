package org.alkahest.benchmarks;

import java.math.BigDecimal;
import java.util.ServiceLoader;
import org.alkahest.compile.Compiled;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.DialectFactory;
import org.alkahest.engine.CachedStatements;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Goal: what a statement costs before it is sent. Factors: the compiled form found in the cache or made afresh, jOOQ.
 * Parameters: a SELECT of 3 joins, 6 predicates, an order and a limit, built anew at each call with other values.
 */
@State(Scope.Thread)
public class StatementBenchmark {
    private final Dialect dialect = newest("postgresql");
    private final CachedStatements cache = new CachedStatements(dialect);
    private final JooqBookshop jooq = JooqBookshop.rendering();
    private final BigDecimal price = new BigDecimal("19.90");
    private int pages;

    /** Builds the statement and finds its compiled form; the values are collected too. */
    @Benchmark
    public Compiled cached() {
        pages++;
        return cache.compiled(BookQuery.with(price, pages, "The%", "PK", 1950, 3));
    }

    /** Builds the statement and compiles it. */
    @Benchmark
    public Compiled compiled() {
        pages++;
        return dialect.sqlCompiler().compile(BookQuery.with(price, pages, "The%", "PK", 1950, 3));
    }

    /** Builds the statement and renders it; the values are left in it. */
    @Benchmark
    public String jooq() {
        pages++;
        return jooq.query(price, pages, "The%", "PK", 1950, 3);
    }

    /** How often the cache had the compiled form. */
    long hits() {
        return cache.hits();
    }

    private static Dialect newest(String name) {
        for (DialectFactory factory : ServiceLoader.load(DialectFactory.class)) {
            if (factory.name().equals(name)) {
                return factory.create(new DatabaseVersion(name, 999, 0));
            }
        }
        throw new IllegalStateException("There is no dialect " + name);
    }
}
