package org.alkahest.dialect.sqlite;

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

/** SQLite's functions of JSON (https://www.sqlite.org/json1.html, 3.54); rows of a query as JSON. */
abstract class SqliteNestedCompiler extends SqlCompiler {
    SqliteNestedCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** Unlike json_extract this gives JSON for strings and null too (section 4.10). */
    @Override
    protected void visitJsonPart(Expression<?> document, JsonPath path) {
        append("(");
        visit(document);
        append(" -> " + literal(jsonPath(path)) + ")");
    }

    /** json_extract gives true as 1 and numbers as what SQLite keeps, so text takes the JSON of all but strings. */
    @Override
    protected void visitJsonValue(JsonValue<?> e) {
        switch (e.type().name()) {
            case TEXT -> {
                append("CASE ");
                visitJsonFunction("json_type", e.document(), e.path());
                append(") WHEN 'null' THEN NULL WHEN 'text' THEN ");
                visitJsonFunction("json_extract", e.document(), e.path());
                append(") ELSE ");
                visitJsonPart(e.document(), e.path());
                append(" END");
            }
            default -> {
                append("CAST(");
                visitJsonFunction("json_extract", e.document(), e.path());
                append(") AS " + types.castType(e.type()) + ")");
            }
        }
    }

    @Override
    protected void visitJsonExists(Expression<?> document, JsonPath path) {
        visitJsonFunction("json_type", document, path);
        append(") IS NOT NULL");
    }

    @Override
    protected void visitJsonRows(List<? extends Expression<?>> columns, List<OrderItem> order) {
        append("json_group_array(json_array(");
        visitJsonCells(columns);
        append(")");
        visitJsonOrder(order);
        append(")");
    }

    /** Decimals have at most 15 digits as text; doubles need 17, which older versions do not write. */
    @Override
    protected void visitJsonCell(Expression<?> value) {
        switch (value.type().name()) {
            case DECIMAL, JSON -> visitCast(value, "TEXT");
            case REAL, DOUBLE -> visitUnlessNull(value, "printf('%!.17g', ");
            case BINARY -> visitUnlessNull(value, "hex(");
            default -> visit(value);
        }
    }

    private void visitUnlessNull(Expression<?> value, String function) {
        append("CASE WHEN ");
        visit(value);
        append(" IS NOT NULL THEN " + function);
        visit(value);
        append(") END");
    }
}
