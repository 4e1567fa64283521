package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.SqlType;

/** A string, number or truth value in a JSON document, as a value of SQL; NULL for JSON null and for no such part. */
public record JsonValue<T>(Expression<?> document, JsonPath path, SqlType<T> type) implements NestedExpression<T> {
    public JsonValue {
        Objects.requireNonNull(document, "document is null");
        Objects.requireNonNull(path, "path is null");
        Objects.requireNonNull(type, "type is null");
    }

    static <T> JsonValue<T> of(Expression<?> json, SqlType<T> type) {
        JsonPart<?> part = JsonPart.of(json);
        return new JsonValue<>(part.document(), part.path(), type);
    }

    @Override
    public void describe(Description description) {
        description.add(JsonValue.class).add(path).add(type).child(document);
    }

    @Override
    public JsonValue<T> mapChildren(NodeMapper mapper) {
        return new JsonValue<>(mapper.map(document), path, type);
    }
}
