package org.alkahest.type;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class JsonRoundTripTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    record Address(String street, List<String> lines, BigDecimal size) {}

    @DatabaseTest
    void textKeepsItsValue(DatabaseFixture database) {
        RoundTrip<String> json = RoundTrip.of(database, SqlTypes.JSON);
        for (String text : List.of(
                "{}",
                "[]",
                "\"\"",
                "null",
                "true",
                "0",
                "-1.5",
                "9223372036854775807",
                "{\"a\": {\"b\": [1, \"x\", null, {\"c\": false}]}}",
                "{\"q\\\"uote\": \"b\\\\ack\", \"é😀\": \"日本\\n\", \"'\": \"'; DROP TABLE x; --\"}")) {
            assertThat(SqlTypes.JSON.same(json.readBack(text), text)).as(text).isTrue();
        }
    }

    @DatabaseTest
    void sqlNullIsNotJsonNull(DatabaseFixture database) {
        RoundTrip<String> json = RoundTrip.of(database, SqlTypes.JSON);
        assertThat(json.readBack(null)).isNull();
        assertThat(json.readBack("null")).isEqualTo("null");
        RoundTrip<JsonNode> trees = RoundTrip.of(database, SqlTypes.json(JsonNode.class));
        assertThat(trees.readBack(null)).isNull();
        assertThat(trees.readBack(MAPPER.nullNode())).isEqualTo(MAPPER.nullNode());
    }

    @DatabaseTest
    void bigNumbersAreExact(DatabaseFixture database) {
        if (database.dialect().equals("mysql")) {
            return; // its JSON numbers are doubles beyond 64 bits
        }
        RoundTrip<String> json = RoundTrip.of(database, SqlTypes.JSON);
        String big = "123456789012345678901234567890.123456789";
        assertThat(SqlTypes.JSON.same(json.readBack(big), big)).isTrue();
        JsonNode read = RoundTrip.of(database, SqlTypes.json(JsonNode.class)).readBack(MAPPER.readTree("[0.1]"));
        assertThat(read.get(0).decimalValue()).isEqualByComparingTo("0.1");
    }

    @DatabaseTest
    void treesRecordsAndMaps(DatabaseFixture database) {
        JsonNode tree = MAPPER.readTree("{\"name\":\"Ünï\",\"tags\":[\"a\",\"b\"],\"n\":12,\"none\":null}");
        RoundTrip.of(database, SqlTypes.json(JsonNode.class)).keepsAs(tree, tree);
        Address address = new Address("O'Hara \\ \"Str\"", List.of("1", ""), new BigDecimal("12.5"));
        RoundTrip.of(database, SqlTypes.json(Address.class)).keepsAs(address, address);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", 1);
        map.put("b", Arrays.asList("x", null, Map.of()));
        assertThat(RoundTrip.of(database, SqlTypes.jsonMap()).readBack(map)).isEqualTo(map);
    }

    @Test
    void changesInPlaceAreSeen() {
        SqlType<JsonNode> type = SqlTypes.json(JsonNode.class);
        ObjectNode tree = MAPPER.createObjectNode().put("a", 1L);
        JsonNode snapshot = type.copy(tree);
        assertThat(type.isMutable()).isTrue();
        assertThat(type.same(tree, snapshot)).isTrue();
        assertThat(type.same(tree, MAPPER.readTree("{ \"a\" : 1.0 }"))).isTrue();
        tree.put("a", 2);
        assertThat(type.same(tree, snapshot)).isFalse();
        Map<String, Object> map = new LinkedHashMap<>(Map.of("k", List.of(1)));
        Map<String, Object> copy = SqlTypes.jsonMap().copy(map);
        map.put("k", List.of(2));
        assertThat(SqlTypes.jsonMap().same(map, copy)).isFalse();
        assertThat(SqlTypes.json(Address.class)).isEqualTo(SqlTypes.json(Address.class));
    }

    @DatabaseTest
    void jsonThatIsNoSuchRecordSaysSo(DatabaseFixture database) {
        Documents table = Documents.create(database);
        database.engine().begin(c -> c.execute(insert(table).set(table.doc, "[1]")));
        assertThat(catchThrowableOfType(
                        UnreadableValueException.class,
                        () -> database.engine()
                                .begin(c -> c.execute(select(table.doc.asJson(SqlTypes.json(Address.class))))
                                        .all())))
                .hasMessageContaining("ALK-1406");
    }
}
