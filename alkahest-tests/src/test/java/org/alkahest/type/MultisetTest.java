package org.alkahest.type;

import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.multiset;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.engine.Connection;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Row2;
import org.alkahest.sql.Select;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.jspecify.annotations.Nullable;

/** Nested collections in one statement. */
final class MultisetTest {
    /** Databases in which a query in FROM cannot see what encloses it. */
    private static final Set<String> FLAT = Set.of("h2", "mariadb");

    private static final Authors AUTHORS = new Authors();
    private static final Books BOOKS = new Books();
    private static final Reviews REVIEWS = new Reviews();

    record Book(String title, @Nullable BigDecimal price, List<String> reviews) {}

    record Author(int id, String name, List<Book> books) {}

    private static void fill(DatabaseFixture database) {
        MetaData tables = MetaData.of(AUTHORS, BOOKS, REVIEWS).withoutForeignKeys();
        tables.dropAll(database.engine());
        tables.createAll(database.engine());
        database.engine().begin(c -> {
            author(c, 1, "Ada \"x\" \\ 'é'");
            author(c, 2, "Ben");
            author(c, 3, "None");
            book(c, 1, 1, "Zebra", "12.50");
            book(c, 2, 1, "Apple", null);
            book(c, 3, 2, "Mint", "0.10");
            c.execute(insert(REVIEWS).set(REVIEWS.id, 1).set(REVIEWS.bookId, 1).set(REVIEWS.text, "good"));
            c.execute(insert(REVIEWS).set(REVIEWS.id, 2).set(REVIEWS.bookId, 1).set(REVIEWS.text, "[bad, \"so\"]"));
        });
    }

    private static void author(Connection c, int id, String name) {
        c.execute(insert(AUTHORS).set(AUTHORS.id, id).set(AUTHORS.name, name));
    }

    private static void book(Connection c, int id, int author, String title, @Nullable String price) {
        var book = insert(BOOKS).set(BOOKS.id, id).set(BOOKS.authorId, author).set(BOOKS.title, title);
        c.execute(price == null ? book.setNull(BOOKS.price) : book.set(BOOKS.price, new BigDecimal(price)));
    }

    @DatabaseTest
    void nestsCollectionsOfCollections(DatabaseFixture database) {
        fill(database);
        Select<String> reviews =
                select(REVIEWS.text).where(REVIEWS.bookId.eq(BOOKS.id)).orderBy(REVIEWS.id.desc());
        Select<Book> books = select(
                        row(BOOKS.title, BOOKS.price, multiset(reviews)).as(Book::new))
                .where(BOOKS.authorId.eq(AUTHORS.id))
                .orderBy(BOOKS.title);
        Select<Author> authors = select(
                        row(AUTHORS.id, AUTHORS.name, multiset(books)).as(Author::new))
                .orderBy(AUTHORS.id);
        List<Author> read = database.engine()
                .transaction((Connection c) -> c.execute(authors).all());
        assertThat(read)
                .containsExactly(
                        new Author(
                                1,
                                "Ada \"x\" \\ 'é'",
                                List.of(
                                        new Book("Apple", null, List.of()),
                                        new Book("Zebra", new BigDecimal("12.50"), List.of("[bad, \"so\"]", "good")))),
                        new Author(2, "Ben", List.of(new Book("Mint", new BigDecimal("0.10"), List.of()))),
                        new Author(3, "None", List.of()));
    }

    @DatabaseTest(except = "duckdb") // "Non-constant limit not supported in correlated subquery"
    void keepsOrderAndLimitOfTheQuery(DatabaseFixture database) {
        fill(database);
        Select<Row2<Integer, List<String>>> firstBook = select(
                        AUTHORS.id,
                        multiset(select(BOOKS.title)
                                .where(BOOKS.authorId.eq(AUTHORS.id).and(BOOKS.id.gt(0)))
                                .orderBy(BOOKS.title.desc())
                                .limit(1)))
                .orderBy(AUTHORS.id);
        database.engine().begin(c -> {
            if (FLAT.contains(database.dialect())) {
                assertThatThrownBy(() -> c.execute(firstBook))
                        .isInstanceOf(UnsupportedFeatureException.class)
                        .hasMessageContaining("ALK-1210");
            } else {
                assertThat(c.execute(firstBook).all())
                        .containsExactly(
                                new Row2<>(1, List.of("Zebra")),
                                new Row2<>(2, List.of("Mint")),
                                new Row2<>(3, List.of()));
            }
            assertThat(c.execute(select(
                                            AUTHORS.id,
                                            multiset(select(BOOKS.title)
                                                    .orderBy(BOOKS.title.desc())
                                                    .limit(2)))
                                    .where(AUTHORS.id.eq(3)))
                            .one())
                    .isEqualTo(new Row2<>(3, List.of("Zebra", "Mint")));
        });
    }

    @DatabaseTest
    void takesGroupsAndSetOperations(DatabaseFixture database) {
        fill(database);
        database.engine().begin(c -> {
            assertThat(c.execute(select(multiset(select(BOOKS.authorId, count())
                                    .groupBy(BOOKS.authorId)
                                    .orderBy(BOOKS.authorId.desc()))))
                            .one())
                    .containsExactly(new Row2<>(2, 1L), new Row2<>(1, 2L));
            assertThat(c.execute(select(multiset(select(BOOKS.title)
                                    .union(select(AUTHORS.name))
                                    .orderBy(BOOKS.title)
                                    .limit(2))))
                            .one())
                    .hasSize(2)
                    .contains("Apple");
        });
    }

    @DatabaseTest
    void everyEverydayTypeIsExact(DatabaseFixture database) {
        exact(database, SqlTypes.BOOLEAN, true, false);
        exact(database, SqlTypes.SMALLINT, Short.MIN_VALUE, Short.MAX_VALUE);
        exact(database, SqlTypes.INTEGER, Integer.MIN_VALUE, Integer.MAX_VALUE);
        exact(database, SqlTypes.BIGINT, Long.MIN_VALUE, Long.MAX_VALUE, 9007199254740993L);
        exact(database, SqlTypes.decimal(15, 2), new BigDecimal("9999999999999.99"), new BigDecimal("-0.10"));
        if (!database.dialect().equals("sqlite")) {
            exact(database, SqlTypes.decimal(38, 10), new BigDecimal("-9999999999999999999999999999.9999999999"));
        }
        exact(database, SqlTypes.DOUBLE, 0.1, 0.1 + 0.2, 1.0 / 3, Double.MAX_VALUE, Double.MIN_NORMAL, -1.5);
        exact(database, SqlTypes.REAL, 0.1f, 1.0f / 3, Float.MAX_VALUE, Float.MIN_NORMAL);
        exact(database, SqlTypes.TEXT, "", " ", "a\"b\\c'd\n\t\u0001é日本😀", "null", "[1]", "{\"a\":1}", "\"q\"");
        exact(database, SqlTypes.varchar(20), "x");
        exact(database, SqlTypes.BINARY, new byte[] {0, 1, -1, 127}, new byte[0]);
        exact(database, SqlTypes.DATE, LocalDate.of(1, 1, 1), LocalDate.of(2026, 2, 28), LocalDate.of(9999, 12, 31));
        exact(database, SqlTypes.TIME, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_999_000));
        exact(database, SqlTypes.TIMESTAMP, LocalDateTime.of(2026, 3, 29, 2, 30, 0, 123_456_000));
        exact(database, SqlTypes.INSTANT, Instant.parse("2026-03-29T01:30:00.123456Z"), Instant.EPOCH);
        exact(database, SqlTypes.UUID, UUID.fromString("01234567-89ab-4def-8123-456789abcdef"));
        exact(database, SqlTypes.JSON, "null", "\"x\"", "[1,2]", "{\"a\":{\"b\":1.5}}");
    }

    @SafeVarargs
    private static <T> void exact(DatabaseFixture database, SqlType<T> type, T... values) {
        Values<T> table = new Values<>(type);
        MetaData.of(table).dropAll(database.engine());
        MetaData.of(table).createAll(database.engine());
        database.engine().begin(c -> {
            int id = 0;
            for (T value : values) {
                c.execute(insert(table).set(table.id, ++id).set(table.value, value));
            }
            c.execute(insert(table).set(table.id, ++id).setNull(table.value));
            List<T> plain = c.execute(select(table.value).orderBy(table.id)).all();
            List<T> nested = c.execute(select(multiset(select(table.value).orderBy(table.id))))
                    .one();
            assertThat(nested).as("%s on %s", type, database).hasSameSizeAs(plain);
            for (int i = 0; i < plain.size(); i++) {
                if (type.name() == TypeName.JSON) {
                    assertThat(type.same(nested.get(i), plain.get(i)))
                            .as("%s is %s on %s", nested.get(i), plain.get(i), database)
                            .isTrue();
                } else {
                    assertThat(nested.get(i)).as("%s on %s", type, database).isEqualTo(plain.get(i));
                }
            }
        });
    }

    private static final class Values<T> extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<T> value;

        Values(SqlType<T> type) {
            super("nested_values");
            value = column("kept", type);
        }
    }

    private static final class Authors extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<String> name = column("name", SqlTypes.varchar(100), ColumnOptions.notNull());

        Authors() {
            super("nested_authors");
        }
    }

    private static final class Books extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<Integer> authorId = column("author_id", SqlTypes.INTEGER, ColumnOptions.notNull());
        final Column<String> title = column("title", SqlTypes.varchar(100), ColumnOptions.notNull());
        final Column<BigDecimal> price = column("price", SqlTypes.decimal(12, 2));

        Books() {
            super("nested_books");
        }
    }

    private static final class Reviews extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<Integer> bookId = column("book_id", SqlTypes.INTEGER);
        final Column<String> text = column("body", SqlTypes.varchar(100));

        Reviews() {
            super("nested_reviews");
        }
    }
}
