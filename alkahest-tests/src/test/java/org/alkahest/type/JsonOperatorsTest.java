package org.alkahest.type;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.engine.Connection;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Select;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads parts of documents in the database. */
final class JsonOperatorsTest {
    private static final String DOCUMENT = """
        {"name": "Ada \\"L\\" \\\\ é", "age": 36, "size": 1.25, "big": 9007199254740993, "ok": true, "no": false,
         "none": null, "tags": ["x", "y", {"deep": [7]}], "address": {"city": "Lahore"}, "text": "null"}\
        """;

    private static <T> @Nullable T read(DatabaseFixture database, String document, Part<T> part) {
        Documents table = Documents.create(database);
        AtomicReference<@Nullable T> read = new AtomicReference<>();
        database.engine().begin((Connection c) -> {
            c.execute(insert(table).set(table.doc, document));
            read.set(c.execute(select(part.of(table.doc))).all().get(0));
        });
        return read.get();
    }

    private static <T> void check(DatabaseFixture database, String document, Part<T> part, @Nullable T expected) {
        T actual = read(database, document, part);
        assertThat((Object) actual).as("%s on %s", document, database).isEqualTo(expected);
    }

    @FunctionalInterface
    private interface Part<T> {
        Expression<T> of(Expression<String> document);
    }

    private static void same(@Nullable String actual, String expected) {
        assertThat(SqlTypes.JSON.same(actual, expected))
                .as("%s is %s", actual, expected)
                .isTrue();
    }

    @DatabaseTest
    void readsTextAndNumbers(DatabaseFixture database) {
        check(database, DOCUMENT, doc -> doc.get("name").asText(), "Ada \"L\" \\ é");
        check(database, DOCUMENT, doc -> doc.get("age").asText(), "36");
        check(database, DOCUMENT, doc -> doc.get("ok").asText(), "true");
        check(database, DOCUMENT, doc -> doc.get("text").asText(), "null");
        check(database, DOCUMENT, doc -> doc.get("age").asInteger(), 36);
        check(database, DOCUMENT, doc -> doc.get("big").asBigint(), 9007199254740993L);
        check(database, DOCUMENT, doc -> doc.get("size").asDecimal(10, 2), new BigDecimal("1.25"));
        check(database, DOCUMENT, doc -> doc.get("size").asDouble(), 1.25);
        check(database, DOCUMENT, doc -> doc.get("ok").asBoolean(), true);
        check(database, DOCUMENT, doc -> doc.get("no").asBoolean(), false);
        check(database, "\"all\"", Expression::asText, "all");
    }

    @DatabaseTest
    void readsParts(DatabaseFixture database) {
        same(read(database, DOCUMENT, doc -> doc.get("tags").get(0)), "\"x\"");
        same(read(database, DOCUMENT, doc -> doc.get("tags").get(2).get("deep").get(0)), "7");
        same(read(database, DOCUMENT, doc -> doc.get("address")), "{\"city\":\"Lahore\"}");
        same(read(database, DOCUMENT, doc -> doc.get("none")), "null");
        JsonNode address = read(database, DOCUMENT, doc -> doc.get("address").asJson(SqlTypes.json(JsonNode.class)));
        assertThat(address.get("city").asString()).isEqualTo("Lahore");
    }

    @DatabaseTest
    void whatIsMissingIsNull(DatabaseFixture database) {
        check(database, DOCUMENT, doc -> doc.get("none").asText(), null);
        check(database, DOCUMENT, doc -> doc.get("none").asInteger(), null);
        check(database, DOCUMENT, doc -> doc.get("missing").asText(), null);
        check(database, DOCUMENT, doc -> doc.get("missing").get("more"), null);
        check(database, DOCUMENT, doc -> doc.get("tags").get(99), null);
        check(database, DOCUMENT, doc -> doc.get("age").get("more"), null);
        check(database, "[1]", doc -> doc.get("key").asText(), null);
    }

    @DatabaseTest
    void findsKeysOfAnyCharacters(DatabaseFixture database) {
        for (String key : List.of(
                "plain",
                "two words",
                "dot.ted",
                "$",
                "it's",
                "say \"x\"",
                "back\\slash",
                "a]b[0]",
                "*",
                "?",
                "'; DROP TABLE documents; --",
                "-- c",
                "é",
                "日本",
                "😀",
                "1")) {
            if (key.startsWith("-") && database.dialect().equals("mariadb")) {
                assertThatThrownBy(() -> read(database, "{}", doc -> doc.get(key)))
                        .isInstanceOf(UnsupportedFeatureException.class);
                continue;
            }
            String document = "{\"other\": 0, " + quoted(key) + ": 5}";
            check(database, document, doc -> doc.get(key).asInteger(), 5);
            check(database, "{\"x\": 1}", doc -> doc.get(key).asInteger(), null);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @DatabaseTest
    void filtersByParts(DatabaseFixture database) {
        Documents table = Documents.create(database);
        database.engine().begin(c -> {
            c.execute(insert(table).set(table.doc, "{\"a\": {\"n\": 1}, \"k\": null}"));
            c.execute(insert(table).set(table.doc, "{\"a\": {\"n\": 2}}"));
            c.execute(insert(table).setNull(table.doc));
            assertThat(count(c, table, table.doc.get("a").get("n").asInteger().eq(2)))
                    .isEqualTo(1);
            assertThat(count(c, table, table.doc.get("a").get("n").asText().like("1%")))
                    .isEqualTo(1);
            assertThat(count(c, table, table.doc.hasKey("k"))).isEqualTo(1);
            assertThat(count(c, table, table.doc.get("a").hasKey("n"))).isEqualTo(2);
            assertThat(count(c, table, table.doc.hasKey("z"))).isZero();
            Select<Integer> containing = select(table.id).where(table.doc.containsJson("{\"a\": {\"n\": 1}}"));
            if (List.of("postgresql", "mysql", "mariadb", "duckdb").contains(database.dialect())) {
                assertThat(c.execute(containing).all()).hasSize(1);
            } else {
                assertThatThrownBy(() -> c.execute(containing)).isInstanceOf(UnsupportedFeatureException.class);
            }
        });
    }

    private static int count(Connection c, Documents table, Expression<Boolean> condition) {
        return c.execute(select(table.id).where(condition)).all().size();
    }
}
