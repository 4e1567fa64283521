package org.alkahest.type;

import static org.alkahest.dialect.postgresql.Hstore.HSTORE;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.dialect.DatabaseException;
import org.alkahest.dialect.postgresql.Hstore;
import org.alkahest.sql.Expression;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Maps of strings on PostgreSQL servers that have the extension. */
final class HstoreTest {
    private static void open(DatabaseFixture database) {
        try {
            database.engine().begin(c -> c.execute(text("CREATE EXTENSION IF NOT EXISTS hstore")));
        } catch (DatabaseException e) {
            abort("The server of " + database + " has no extension hstore: " + e.getMessage());
        }
    }

    private static Map<String, @Nullable String> map(@Nullable String... keysAndValues) {
        Map<String, @Nullable String> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }

    private static <T> @Nullable T one(DatabaseFixture database, Expression<T> expression) {
        return database.engine()
                .<List<T>>transaction(c -> c.execute(select(expression)).all())
                .get(0);
    }

    @DatabaseTest("postgresql")
    void keepsMaps(DatabaseFixture database) {
        open(database);
        RoundTrip.of(database, HSTORE)
                .keeps(
                        map(),
                        map("a", "1", "b", null),
                        map("", "", "NULL", "NULL", "null", null),
                        map("it's", "say \"x\"", "back\\slash", "=> , {}", "日本", "😀\n\t"),
                        map("?", "'; DROP TABLE round_trip; --"));
    }

    @DatabaseTest("postgresql")
    void readsMaps(DatabaseFixture database) {
        open(database);
        Expression<Map<String, @Nullable String>> map = value(map("a", "1", "b", null), HSTORE);
        assertThat(one(database, Hstore.get(map, "a"))).isEqualTo("1");
        assertThat(one(database, Hstore.get(map, value("b")))).isNull();
        assertThat(one(database, Hstore.hasKey(map, "b"))).isTrue();
        assertThat(one(database, Hstore.hasKey(map, "c"))).isFalse();
        assertThat(one(database, Hstore.defined(map, "a"))).isTrue();
        assertThat(one(database, Hstore.defined(map, "b"))).isFalse();
        assertThat(one(database, Hstore.hasAll(map, "a", "b"))).isTrue();
        assertThat(one(database, Hstore.hasAll(map, "a", "c"))).isFalse();
        assertThat(one(database, Hstore.hasAny(map, "a", "c"))).isTrue();
        assertThat(one(database, Hstore.hasAny(map, "c", "it's \"c\""))).isFalse();
        assertThat(one(database, Hstore.contains(map, map("a", "1")))).isTrue();
        assertThat(one(database, Hstore.contains(map, map("a", "2")))).isFalse();
        assertThat(one(database, Hstore.containedBy(map, map("a", "1", "b", null, "c", "3"))))
                .isTrue();
        assertThat(one(database, Hstore.containedBy(map, map("a", "1")))).isFalse();
        assertThat(one(database, Hstore.keys(map))).containsExactlyInAnyOrder("a", "b");
        assertThat(one(database, Hstore.values(map))).containsExactlyInAnyOrder("1", null);
        assertThat(one(database, Hstore.toJson(map))).isEqualTo("{\"a\": \"1\", \"b\": null}");
    }

    @DatabaseTest("postgresql")
    void computesMaps(DatabaseFixture database) {
        open(database);
        Expression<Map<String, @Nullable String>> map = value(map("a", "1", "b", null), HSTORE);
        assertThat(one(database, Hstore.concat(map, map("b", "2", "c", "3"))))
                .isEqualTo(map("a", "1", "b", "2", "c", "3"));
        assertThat(one(database, Hstore.delete(map, "a", "c"))).isEqualTo(map("b", null));
        assertThat(one(database, Hstore.deletePairs(map, map("a", "2", "b", null))))
                .isEqualTo(map("a", "1"));
        assertThat(one(database, Hstore.slice(map, "a", "c"))).isEqualTo(map("a", "1"));
        assertThat(one(
                        database,
                        Hstore.hstore(
                                value(List.of("x", "y"), SqlTypes.array(SqlTypes.TEXT)),
                                value(List.of("1", "2"), SqlTypes.array(SqlTypes.TEXT)))))
                .isEqualTo(map("x", "1", "y", "2"));
    }

    @Test
    void changesInPlaceAreSeen() {
        Map<String, @Nullable String> map = new HashMap<>(map("a", "1", "b", null));
        Map<String, @Nullable String> snapshot = HSTORE.copy(map);
        assertThat(HSTORE.same(map, snapshot)).isTrue();
        map.put("b", "2");
        assertThat(HSTORE.same(map, snapshot)).isFalse();
    }
}
