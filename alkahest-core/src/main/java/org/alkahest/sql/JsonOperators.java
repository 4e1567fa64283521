package org.alkahest.sql;

import java.math.BigDecimal;
import java.util.Objects;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** The operators of JSON documents; a part of {@link Expression}. On other types they fail when built (ALK-1110). */
public sealed interface JsonOperators<T> permits Expression {
    /** The value of a key, as JSON; NULL if the document is no object or has no such key. */
    default JsonPart<String> get(String key) {
        JsonPart<?> part = JsonPart.of(json());
        return new JsonPart<>(part.document(), part.path().key(key), SqlTypes.JSON);
    }

    /** The element at a position from 0, as JSON; NULL if the document is no array or has no such element. */
    default JsonPart<String> get(int position) {
        JsonPart<?> part = JsonPart.of(json());
        return new JsonPart<>(part.document(), part.path().index(position), SqlTypes.JSON);
    }

    /** The same JSON, read as values of another type of JSON: {@code doc.get("address").asJson(json(Address.class))}. */
    default <U> Expression<U> asJson(SqlType<U> type) {
        JsonPart<?> part = JsonPart.of(json());
        return new JsonPart<>(part.document(), part.path(), type);
    }

    /** Of a string its characters, of anything else its JSON; NULL for JSON null. */
    default Expression<String> asText() {
        return JsonValue.of(json(), SqlTypes.TEXT);
    }

    /** A JSON number as an integer. What databases make of other values differs. */
    default Expression<Integer> asInteger() {
        return JsonValue.of(json(), SqlTypes.INTEGER);
    }

    /** A JSON number as a long integer. What databases make of other values differs. */
    default Expression<Long> asBigint() {
        return JsonValue.of(json(), SqlTypes.BIGINT);
    }

    /** A JSON number as a decimal. What databases make of other values differs. */
    default Expression<BigDecimal> asDecimal(int precision, int scale) {
        return JsonValue.of(json(), SqlTypes.decimal(precision, scale));
    }

    /** A JSON number as a floating-point number. What databases make of other values differs. */
    default Expression<Double> asDouble() {
        return JsonValue.of(json(), SqlTypes.DOUBLE);
    }

    /** A JSON truth value. What databases make of other values differs. */
    default Expression<Boolean> asBoolean() {
        return JsonValue.of(json(), SqlTypes.BOOLEAN);
    }

    /** Whether the document is an object with the key, be its value JSON null. */
    default Expression<Boolean> hasKey(String key) {
        JsonPart<String> part = get(key);
        return new JsonExists(part.document(), part.path());
    }

    /** Whether the document has all keys, values and elements of another, at any place of arrays. */
    default Expression<Boolean> containsJson(T part) {
        return containsJson(new Literal<>(Objects.requireNonNull(part, "part is null"), json().type()));
    }

    /** Whether the document has all keys, values and elements of another, at any place of arrays. */
    default Expression<Boolean> containsJson(Expression<? extends T> part) {
        return new JsonContains(json(), part);
    }

    private Expression<T> json() {
        return Operators.require((Expression<T>) this, Operators.Need.JSON, "JSON operators");
    }
}
