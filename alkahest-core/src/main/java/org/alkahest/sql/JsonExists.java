package org.alkahest.sql;

import java.util.Objects;

/** Whether a JSON document has a part, be it JSON null. */
public record JsonExists(Expression<?> document, JsonPath path) implements Predicate {
    public JsonExists {
        Objects.requireNonNull(document, "document is null");
        Objects.requireNonNull(path, "path is null");
    }

    @Override
    public void describe(Description description) {
        description.add(JsonExists.class).add(path).child(document);
    }

    @Override
    public JsonExists mapChildren(NodeMapper mapper) {
        return new JsonExists(mapper.map(document), path);
    }
}
