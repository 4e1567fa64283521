package org.alkahest.dialect.mysql;

import java.util.List;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.sql.Expression;
import org.alkahest.sql.JsonPath;
import org.alkahest.sql.JsonValue;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.Select;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;

/** Functions of JSON (https://dev.mysql.com/doc/refman/9.7/en/json-functions.html); rows of a query as JSON. */
abstract class MysqlNestedCompiler extends SqlCompiler {
    MysqlNestedCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    @Override
    protected void visitJsonPart(Expression<?> document, JsonPath path) {
        visitJsonFunction("JSON_EXTRACT", document, path);
        append(")");
    }

    /** JSON_UNQUOTE makes of JSON null the text "null" (14.17.5). */
    @Override
    protected void visitJsonValue(JsonValue<?> e) {
        boolean cast = e.type().name() != TypeName.TEXT && e.type().name() != TypeName.BOOLEAN;
        append(cast ? "CAST(" : "");
        append("CASE WHEN JSON_TYPE(");
        visitJsonPart(e.document(), e.path());
        append(") <> 'NULL' THEN JSON_UNQUOTE(");
        visitJsonPart(e.document(), e.path());
        append(")" + (e.type().name() == TypeName.BOOLEAN ? " = 'true'" : "") + " END");
        append(cast ? " AS " + types.castType(e.type()) + ")" : "");
    }

    @Override
    protected void visitJsonExists(Expression<?> document, JsonPath path) {
        append("JSON_CONTAINS_PATH(");
        visit(document);
        append(", 'one', " + literal(jsonPath(path)) + ")");
    }

    @Override
    protected void visitJsonContains(Expression<?> whole, Expression<?> part) {
        append("JSON_CONTAINS(");
        visit(whole);
        append(", ");
        visit(part);
        append(")");
    }

    /** A parameter is text until it is told to be JSON (13.5). */
    @Override
    protected String placeholder(SqlType<?> type) {
        return type.name() == TypeName.JSON ? "CAST(? AS JSON)" : super.placeholder(type);
    }

    /** The order of a query in FROM counts only where it has a limit (10.2.2.4), and the aggregate takes none. */
    @Override
    protected Select<?> keepingOrder(Select<?> query) {
        boolean needsLimit =
                !query.body().orderBy().isEmpty() && query.body().limit().isNone();
        return needsLimit ? query.suffix("LIMIT " + Long.MAX_VALUE) : query;
    }

    @Override
    protected void visitJsonRows(List<? extends Expression<?>> columns, List<OrderItem> order) {
        append("JSON_ARRAYAGG(JSON_ARRAY(");
        visitJsonCells(columns);
        append(")");
        visitJsonOrder(order);
        append(")");
    }

    @Override
    protected void visitJsonCell(Expression<?> value) {
        switch (value.type().name()) {
            case JSON -> visitCast(value, "CHAR");
            case BINARY -> {
                append("HEX(");
                visit(value);
                append(")");
            }
            default -> visitUntyped(value);
        }
    }
}
