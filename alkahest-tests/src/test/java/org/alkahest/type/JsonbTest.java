package org.alkahest.type;

import static org.alkahest.dialect.postgresql.Jsonb.arrayLength;
import static org.alkahest.dialect.postgresql.Jsonb.containedBy;
import static org.alkahest.dialect.postgresql.Jsonb.deleteAt;
import static org.alkahest.dialect.postgresql.Jsonb.deletePath;
import static org.alkahest.dialect.postgresql.Jsonb.hasAll;
import static org.alkahest.dialect.postgresql.Jsonb.hasAny;
import static org.alkahest.dialect.postgresql.Jsonb.pathAll;
import static org.alkahest.dialect.postgresql.Jsonb.pathExists;
import static org.alkahest.dialect.postgresql.Jsonb.pathFirst;
import static org.alkahest.dialect.postgresql.Jsonb.pathMatches;
import static org.alkahest.dialect.postgresql.Jsonb.set;
import static org.alkahest.dialect.postgresql.Jsonb.stripNulls;
import static org.alkahest.dialect.postgresql.Jsonb.typeOf;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alkahest.dialect.postgresql.Jsonb;
import org.alkahest.dialect.postgresql.PostgresqlTypes;
import org.alkahest.engine.Connection;
import org.alkahest.sql.Expression;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.jspecify.annotations.Nullable;

/** JSONB on PostgreSQL, beyond what databases share. */
final class JsonbTest {
    private static final Expression<String> DOC =
            value("{\"a\": 1, \"b\": {\"c\": [1, 2, 3]}, \"n\": null, \"it's\": \"?\"}", SqlTypes.JSON);

    private static <T> @Nullable T one(DatabaseFixture database, Expression<T> expression) {
        return database.engine()
                .<List<T>>transaction(c -> c.execute(select(expression)).all())
                .get(0);
    }

    private static void yes(DatabaseFixture database, Expression<Boolean> condition) {
        assertThat(one(database, condition)).as("%s", condition).isTrue();
    }

    private static void no(DatabaseFixture database, Expression<Boolean> condition) {
        assertThat(one(database, condition)).as("%s", condition).isFalse();
    }

    private static void gives(DatabaseFixture database, Expression<String> expression, String json) {
        String read = one(database, expression);
        assertThat(SqlTypes.JSON.same(read, json)).as("%s is %s", read, json).isTrue();
    }

    @DatabaseTest("postgresql")
    void looksIntoDocuments(DatabaseFixture database) {
        yes(database, hasAll(DOC, "a", "n", "it's"));
        no(database, hasAll(DOC, "a", "z"));
        yes(database, hasAny(DOC, "z", "b"));
        no(database, hasAny(DOC, "z", "c"));
        yes(database, hasAny(value("[\"x\", \"y\"]", SqlTypes.JSON), "y"));
        yes(database, containedBy(value("{\"a\": 1}", SqlTypes.JSON), "{\"a\": 1, \"b\": 2}"));
        no(database, containedBy(DOC, "{\"a\": 1}"));
        yes(database, pathExists(DOC, "$.b.c[*] ? (@ > 2)"));
        no(database, pathExists(DOC, "$.b.c[*] ? (@ > 3)"));
        yes(database, pathMatches(DOC, "$.a == 1"));
        no(database, pathMatches(DOC, "$.a == 2"));
        gives(database, pathFirst(DOC, "$.b.c[last]"), "3");
        gives(database, pathAll(DOC, "$.b.c[*] ? (@ < 3)"), "[1, 2]");
        assertThat(one(database, pathFirst(DOC, "$.z"))).isNull();
        assertThat(one(database, typeOf(DOC.get("b").get("c")))).isEqualTo("array");
        assertThat(one(database, arrayLength(DOC.get("b").get("c")))).isEqualTo(3);
    }

    @DatabaseTest("postgresql")
    void changesDocuments(DatabaseFixture database) {
        Expression<String> small = value("{\"a\": 1, \"b\": [1, 2]}", SqlTypes.JSON);
        Expression<String> nine = value("9", SqlTypes.JSON);
        gives(database, Jsonb.concat(small, "{\"a\": 2, \"c\": null}"), "{\"a\": 2, \"b\": [1, 2], \"c\": null}");
        gives(database, Jsonb.delete(small, "a", "z"), "{\"b\": [1, 2]}");
        gives(database, deleteAt(small.get("b"), -1), "[1]");
        gives(database, deletePath(small, "b", "0"), "{\"a\": 1, \"b\": [2]}");
        gives(database, set(small, List.of("c"), nine), "{\"a\": 1, \"b\": [1, 2], \"c\": 9}");
        gives(database, set(small, List.of("b", "1"), nine), "{\"a\": 1, \"b\": [1, 9]}");
        gives(database, Jsonb.replace(small, List.of("c"), nine), "{\"a\": 1, \"b\": [1, 2]}");
        gives(database, Jsonb.insert(small, List.of("b", "0"), nine), "{\"a\": 1, \"b\": [9, 1, 2]}");
        gives(database, stripNulls(DOC), "{\"a\": 1, \"b\": {\"c\": [1, 2, 3]}, \"it's\": \"?\"}");
    }

    @DatabaseTest("postgresql")
    void updatesAPartOfADocument(DatabaseFixture database) {
        Documents table = Documents.create(database);
        database.engine().begin((Connection c) -> {
            c.execute(insert(table).set(table.doc, "{\"city\": \"Lahore\", \"tags\": []}"));
            c.execute(update(table)
                    .setTo(table.doc, set(table.doc, List.of("city"), value("\"Karachi\"", SqlTypes.JSON)))
                    .where(Jsonb.hasAny(table.doc, "city")));
            assertThat(c.execute(select(table.doc.get("city").asText())).one()).isEqualTo("Karachi");
        });
    }

    @DatabaseTest("postgresql")
    void keepsPathsAndText(DatabaseFixture database) {
        assertThat(RoundTrip.of(database, PostgresqlTypes.JSONPATH).readBack("$.a[*] ? (@ > 2)"))
                .isEqualTo("$.\"a\"[*]?(@ > 2)");
        String spelled = "{ \"b\":1.0,  \"a\":2 }";
        assertThat(RoundTrip.of(database, PostgresqlTypes.JSON_TEXT).readBack(spelled))
                .isEqualTo(spelled);
    }
}
