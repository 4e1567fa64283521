package org.alkahest.compile;

import org.alkahest.sql.Expression;
import org.alkahest.sql.JsonContains;
import org.alkahest.sql.JsonExists;
import org.alkahest.sql.JsonPart;
import org.alkahest.sql.JsonPath;
import org.alkahest.sql.JsonValue;
import org.alkahest.sql.MultisetQuery;
import org.alkahest.sql.NestedExpression;
import org.alkahest.type.Codecs;

/** Compiles operators of JSON documents: the base says what the standard says (SQL:2023 part 2, 6.33 to 6.37). */
abstract class JsonCompiler extends ArrayCompiler {
    JsonCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    @Override
    final void visitNested(NestedExpression<?> expression) {
        traits.require(Feature.JSON);
        switch (expression) {
            case JsonPart<?> e when e.path().steps().isEmpty() -> visit(e.document(), Precedence.ATOM);
            case JsonPart<?> e -> visitJsonPart(e.document(), e.path());
            case JsonValue<?> e -> visitJsonValue(e);
            case MultisetQuery e -> visitMultiset(e);
        }
    }

    @Override
    final void visitJsonPredicate(JsonExists e) {
        traits.require(Feature.JSON);
        visitJsonExists(e.document(), e.path());
    }

    @Override
    final void visitJsonPredicate(JsonContains e) {
        traits.require(Feature.JSON);
        visitJsonContains(e.whole(), e.part());
    }

    abstract void visitMultiset(MultisetQuery e);

    /** A part of a document as JSON, scalars too; binds as tightly as a function. The path has a step. */
    protected void visitJsonPart(Expression<?> document, JsonPath path) {
        visitJsonFunction("JSON_QUERY", document, path);
        append(")");
    }

    /** A part of a document as a value of SQL. */
    protected void visitJsonValue(JsonValue<?> e) {
        visitJsonFunction("JSON_VALUE", e.document(), e.path());
        append(" RETURNING ").append(types.castType(e.type())).append(")");
    }

    /** Whether a document has a part, as a condition that binds like a comparison. */
    protected void visitJsonExists(Expression<?> document, JsonPath path) {
        visitJsonFunction("JSON_EXISTS", document, path);
        append(")");
    }

    /** Whether a document contains another, as a condition that binds like a comparison. */
    protected void visitJsonContains(Expression<?> whole, Expression<?> part) {
        throw new UnsupportedFeatureException(
                "test whether JSON contains other JSON", traits, "Compare the parts: get(key).asText().eq(value).");
    }

    /** {@code name(document, 'path'}, without the end. */
    protected final void visitJsonFunction(String name, Expression<?> document, JsonPath path) {
        append(name).append("(");
        visit(document);
        append(", ").append(literal(jsonPath(path)));
    }

    /** A path in the language of SQL:2016, {@code $."key"[0]}; keys are escaped as in JSON. */
    protected static String jsonPath(JsonPath path) {
        StringBuilder text = new StringBuilder("$");
        for (JsonPath.Step step : path.steps()) {
            switch (step) {
                case JsonPath.Key key ->
                    text.append(".\"")
                            .append(key.name().replace("\\", "\\\\").replace("\"", "\\\""))
                            .append('"');
                case JsonPath.Index index ->
                    text.append('[').append(index.position()).append(']');
            }
        }
        return text.toString();
    }
}
