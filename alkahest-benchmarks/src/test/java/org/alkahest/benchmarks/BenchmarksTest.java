package org.alkahest.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import org.alkahest.benchmarks.Bookshop.Book;
import org.alkahest.testkit.TestDatabase;
import org.alkahest.testkit.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each benchmark's set-up and one call, and that all of a group do the same work. */
final class BenchmarksTest {
    private static final String SQL = "SELECT books.id, books.title, authors.name, reviews.stars FROM books"
            + " JOIN authors ON books.author_id = authors.id"
            + " JOIN publishers ON books.publisher_id = publishers.id"
            + " LEFT JOIN reviews ON reviews.book_id = books.id"
            + " WHERE books.price <= ? AND books.pages >= ? AND books.title LIKE ? AND publishers.country = ?"
            + " AND authors.born > ? AND reviews.stars >= ?"
            + " ORDER BY books.price DESC, books.id LIMIT ?";

    @Test
    void theStatementIsTheSameInAlkahestAndJooq() {
        StatementBenchmark benchmark = new StatementBenchmark();

        assertThat(benchmark.cached().sql()).isEqualTo(SQL);
        assertThat(benchmark.compiled().sql()).isEqualTo(SQL);
        assertThat(benchmark.jooq())
                .isEqualToIgnoringCase(SQL.replace("LEFT JOIN", "LEFT OUTER JOIN")
                        .replace("WHERE ", "WHERE (")
                        .replace(" ORDER", ") ORDER")
                        .replace("LIMIT ?", "FETCH NEXT ? ROWS ONLY"));
    }

    @Test
    void theCacheHasTheStatementWhateverItsValues() {
        StatementBenchmark benchmark = new StatementBenchmark();

        assertThat(benchmark.cached()).isSameAs(benchmark.cached());
        assertThat(benchmark.hits()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void allReadTheSameRows(String database) throws Exception {
        assumeAvailable(database);
        ReadBenchmark benchmark = new ReadBenchmark();
        benchmark.database = database;
        benchmark.open();
        try {
            List<Book> books = benchmark.jdbc();
            assertThat(books).hasSize(ReadBenchmark.ROWS);
            assertThat(benchmark.alkahest()).isEqualTo(books);
            assertThat(benchmark.jooq()).isEqualTo(books);
        } finally {
            benchmark.close();
        }
    }

    @Test
    void allFindTheSameTitles() throws Exception {
        LookupBenchmark benchmark = new LookupBenchmark();
        benchmark.open();
        try {
            assertThat(benchmark.jdbc()).isEqualTo("The title of book number 1");
            assertThat(benchmark.jdbcPreparing()).isEqualTo("The title of book number 2");
            assertThat(benchmark.alkahest()).isEqualTo("The title of book number 3");
            assertThat(benchmark.jooq()).isEqualTo("The title of book number 4");
        } finally {
            benchmark.close();
        }
    }

    /** Each in its own way: they have to leave and to find the same people. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite", "postgresql"})
    void allStoreAndLoadTheSamePeople(String database) throws Exception {
        assumeAvailable(database);
        ObjectInsertBenchmark insert = new ObjectInsertBenchmark();
        insert.database = database.equals("sqlite") ? "sqlite-file" : database;
        insert.open();
        try {
            requireKeys(insert.jdbc());
            insert.clear();
            requireKeys(insert.alkahest());
            insert.clear();
            requireKeys(insert.hibernate());
        } finally {
            insert.close();
        }
        ObjectLoadBenchmark load = new ObjectLoadBenchmark();
        load.database = insert.database;
        load.open();
        try {
            assertThat(load.alkahest())
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(load.jdbc());
            assertThat(load.hibernate())
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(load.jdbc());
        } finally {
            load.close();
        }
    }

    private static void requireKeys(List<Person> people) {
        assertThat(people).hasSize(ObjectInsertBenchmark.PEOPLE);
        assertThat(people.stream().map(person -> person.id).distinct()).hasSize(people.size());
    }

    private static void assumeAvailable(String dialect) {
        List<String> reasons = TestDatabases.named(dialect).stream()
                .map(TestDatabase::unavailable)
                .flatMap(Optional::stream)
                .toList();
        assumeTrue(reasons.size() < TestDatabases.named(dialect).size(), () -> dialect + ": " + reasons);
    }
}
