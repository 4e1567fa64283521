package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.SqlType;

/** A part of a JSON document, as JSON; NULL where the document has no such part. */
public record JsonPart<T>(Expression<?> document, JsonPath path, SqlType<T> type) implements NestedExpression<T> {
    public JsonPart {
        Operators.require(document, Operators.Need.JSON, "get");
        Objects.requireNonNull(path, "path is null");
        Objects.requireNonNull(type, "type is null");
    }

    static JsonPart<?> of(Expression<?> json) {
        return json instanceof JsonPart<?> part ? part : new JsonPart<>(json, JsonPath.ROOT, json.type());
    }

    @Override
    public void describe(Description description) {
        description.add(JsonPart.class).add(path).add(type).child(document);
    }

    @Override
    public JsonPart<T> mapChildren(NodeMapper mapper) {
        return new JsonPart<>(mapper.map(document), path, type);
    }
}
