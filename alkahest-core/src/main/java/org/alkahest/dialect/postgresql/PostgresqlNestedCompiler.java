package org.alkahest.dialect.postgresql;

import java.util.List;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.sql.Expression;
import org.alkahest.sql.JsonPath;
import org.alkahest.sql.JsonValue;
import org.alkahest.sql.OrderItem;
import org.alkahest.type.Codecs;
import org.alkahest.type.TypeName;

/** PostgreSQL's operators of JSON (docs/18/functions-json.html); rows of a query as JSON. */
abstract class PostgresqlNestedCompiler extends SqlCompiler {
    PostgresqlNestedCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    @Override
    protected void visitJsonPart(Expression<?> document, JsonPath path) {
        visitPath(document, path, "->");
    }

    /** The last step gives text, of which a cast makes other values. */
    @Override
    protected void visitJsonValue(JsonValue<?> e) {
        boolean text = e.type().name() == TypeName.TEXT;
        append(text ? "" : "CAST(");
        if (e.path().steps().isEmpty()) {
            append("(");
            visit(e.document(), Precedence.ATOM);
            append(" #>> '{}')");
        } else {
            visitPath(e.document(), e.path(), "->>");
        }
        append(text ? "" : " AS " + types.castType(e.type()) + ")");
    }

    private void visitPath(Expression<?> document, JsonPath path, String last) {
        append("(");
        visit(document, Precedence.ATOM);
        int end = path.steps().size() - 1;
        for (int i = 0; i <= end; i++) {
            append(i == end ? " " + last + " " : " -> ");
            append(
                    switch (path.steps().get(i)) {
                        case JsonPath.Key key -> literal(key.name());
                        case JsonPath.Index index -> Integer.toString(index.position());
                    });
        }
        append(")");
    }

    @Override
    protected void visitJsonExists(Expression<?> document, JsonPath path) {
        visitJsonPart(document, path);
        append(" IS NOT NULL");
    }

    @Override
    protected void visitJsonContains(Expression<?> whole, Expression<?> part) {
        visitBinary(whole, "@>", part, Precedence.CONCATENATION);
    }

    /** The query in FROM is sorted, and its rows go into the aggregate in that order (docs/18/functions-aggregate.html). */
    @Override
    protected void visitJsonRows(List<? extends Expression<?>> columns, List<OrderItem> order) {
        append("json_agg(json_build_array(");
        visitJsonCells(columns);
        append(")");
        visitJsonOrder(order);
        append(")");
    }

    @Override
    protected void visitJsonCell(Expression<?> value) {
        switch (value.type().name()) {
            case JSON -> visitCast(value, "TEXT");
            default -> visitUntyped(value);
        }
    }
}
