package org.alkahest.dialect.duckdb;

import java.util.List;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.sql.Expression;
import org.alkahest.sql.JsonPath;
import org.alkahest.sql.JsonValue;
import org.alkahest.sql.OrderItem;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;

/** DuckDB's functions of JSON (https://duckdb.org/docs/stable/data/json/json_functions, 2.0); rows of a query as JSON. */
abstract class DuckdbNestedCompiler extends SqlCompiler {
    DuckdbNestedCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    @Override
    protected void visitJsonPart(Expression<?> document, JsonPath path) {
        visitPath("json_extract", document, path);
        append(")");
    }

    @Override
    protected void visitJsonValue(JsonValue<?> e) {
        boolean text = e.type().name() == TypeName.TEXT;
        append(text ? "" : "CAST(");
        visitPath("json_extract_string", e.document(), e.path());
        append(text ? ")" : ") AS " + types.castType(e.type()) + ")");
    }

    @Override
    protected void visitJsonExists(Expression<?> document, JsonPath path) {
        visitPath("json_exists", document, path);
        append(")");
    }

    @Override
    protected void visitJsonContains(Expression<?> whole, Expression<?> part) {
        append("json_contains(");
        visit(whole);
        append(", ");
        visit(part);
        append(")");
    }

    private void visitPath(String function, Expression<?> document, JsonPath path) {
        append(function + "(");
        visit(document);
        append(", " + literal(hasAsterisk(path) ? jsonPointer(path) : jsonPath(path)));
    }

    /** A key of one asterisk means all keys in a path, even in quotes, but not in a pointer (RFC 6901). */
    private static boolean hasAsterisk(JsonPath path) {
        return path.steps().contains(new JsonPath.Key("*"));
    }

    private static String jsonPointer(JsonPath path) {
        StringBuilder text = new StringBuilder();
        for (JsonPath.Step step : path.steps()) {
            text.append('/');
            switch (step) {
                case JsonPath.Key key ->
                    text.append(key.name().replace("~", "~0").replace("/", "~1"));
                case JsonPath.Index index -> text.append(index.position());
            }
        }
        return text.toString();
    }

    /** A parameter is text until it is told to be JSON. */
    @Override
    protected String placeholder(SqlType<?> type) {
        return type.name() == TypeName.JSON ? "CAST(? AS JSON)" : super.placeholder(type);
    }

    @Override
    protected void visitJsonRows(List<? extends Expression<?>> columns, List<OrderItem> order) {
        append("json_group_array(json_array(");
        visitJsonCells(columns);
        append(")");
        visitJsonOrder(order);
        append(")");
    }

    /** Numbers of JSON are doubles there. */
    @Override
    protected void visitJsonCell(Expression<?> value) {
        switch (value.type().name()) {
            case DECIMAL, REAL, DOUBLE, JSON -> visitCast(value, "VARCHAR");
            case BINARY -> {
                append("hex(");
                visit(value);
                append(")");
            }
            default -> visitUntyped(value);
        }
    }
}
