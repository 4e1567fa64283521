package org.alkahest.dialect.h2;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Expression;
import org.alkahest.sql.JoinTarget;
import org.alkahest.sql.JsonPath;
import org.alkahest.sql.JsonValue;
import org.alkahest.sql.NestedJoin;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.Select;
import org.alkahest.sql.SqlNode;
import org.alkahest.type.Codecs;
import org.alkahest.type.TypeName;

/** H2's access to JSON (https://h2database.com/html/grammar.html#field_reference, 2.5); rows of a query as JSON. */
abstract class H2NestedCompiler extends SqlCompiler {
    private boolean correlatedTerm;

    H2NestedCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** Keys are written as identifiers in quotes; elements are counted from 1. */
    @Override
    protected void visitJsonPart(Expression<?> document, JsonPath path) {
        append("(");
        visit(document);
        append(")");
        for (JsonPath.Step step : path.steps()) {
            append(
                    switch (step) {
                        case JsonPath.Key key -> "." + field(key.name());
                        case JsonPath.Index index -> "[" + (index.position() + 1) + "]";
                    });
        }
    }

    private String field(String key) {
        literal(key); // refuses what no SQL text can hold
        return '"' + key.replace("\"", "\"\"") + '"';
    }

    /** JSON becomes text as it is written, so the quotes and escapes of a string are taken off. */
    @Override
    protected void visitJsonValue(JsonValue<?> e) {
        boolean text = e.type().name() == TypeName.TEXT;
        append(text ? "" : "CAST(");
        append("CASE WHEN ");
        visitJson(e);
        append(" LIKE '\"%' THEN STRINGDECODE(SUBSTRING(");
        visitJson(e);
        append(", 2, CHAR_LENGTH(");
        visitJson(e);
        append(") - 2)) ELSE NULLIF(");
        visitJson(e);
        append(", 'null') END");
        append(text ? "" : " AS " + types.castType(e.type()) + ")");
    }

    private void visitJson(JsonValue<?> e) {
        append("CAST(");
        if (e.path().steps().isEmpty()) {
            visit(e.document());
        } else {
            visitJsonPart(e.document(), e.path());
        }
        append(" AS VARCHAR)");
    }

    @Override
    protected void visitJsonExists(Expression<?> document, JsonPath path) {
        visitJsonPart(document, path);
        append(" IS NOT NULL");
    }

    @Override
    protected boolean correlatesInFrom() {
        return false;
    }

    /**
     * Terms stand in FROM, as behind another parenthesis they are a syntax error (2.5.252). Only those that name columns of
     * a query around them do not, which are not found there.
     */
    @Override
    protected void visitTerm(QueryExpression<?> term) {
        correlatedTerm = namesOthers(term);
        super.visitTerm(term);
    }

    @Override
    protected String termPrefix() {
        return correlatedTerm ? "(" : "SELECT * FROM (";
    }

    /** Whether a query names a column of what it does not have in FROM; without FROM it has what it names. */
    private static boolean namesOthers(QueryExpression<?> query) {
        List<SqlNode> nodes = new ArrayList<>(query.descendants());
        nodes.add(query);
        Set<JoinTarget> items = new HashSet<>();
        for (SqlNode node : nodes) {
            if (node instanceof Select<?> select) {
                if (select.body().from().isEmpty()) {
                    return false;
                }
                items.addAll(select.body().from());
                select.body().joins().forEach(join -> items.add(join.target()));
            } else if (node instanceof NestedJoin join) {
                items.add(join.left());
                items.add(join.right());
            }
        }
        return nodes.stream().anyMatch(node -> node instanceof ColumnRef<?> column && !items.contains(column.owner()));
    }

    /** NaN is no JSON number, and an interval no JSON. */
    @Override
    protected void visitJsonCell(Expression<?> value) {
        switch (value.type().name()) {
            case REAL, DOUBLE, DECIMAL, JSON, INTERVAL_DAY_TIME, INTERVAL_YEAR_MONTH -> visitCast(value, "VARCHAR");
            case BINARY -> {
                append("RAWTOHEX(");
                visit(value);
                append(")");
            }
            default -> visitUntyped(value);
        }
    }
}
