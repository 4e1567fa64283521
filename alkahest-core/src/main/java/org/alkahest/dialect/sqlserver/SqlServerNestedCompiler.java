package org.alkahest.dialect.sqlserver;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.sql.Description;
import org.alkahest.sql.Expression;
import org.alkahest.sql.ExpressionExtension;
import org.alkahest.sql.JsonPath;
import org.alkahest.sql.JsonValue;
import org.alkahest.sql.Labeled;
import org.alkahest.sql.RenderContext;
import org.alkahest.sql.Select;
import org.alkahest.sql.Sql;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.TypeName;

/**
 * SQL Server's access to JSON ("JSON data in SQL Server", version 16): OPENJSON, as JSON_VALUE ends at 4,000 characters and
 * JSON_QUERY gives no scalars. Rows of a query as JSON.
 */
abstract class SqlServerNestedCompiler extends SqlCompiler {
    SqlServerNestedCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** OPENJSON says of each value its type (0 null, 1 string) and its text. */
    @Override
    protected void visitJsonPart(Expression<?> document, JsonPath path) {
        append("(SELECT CASE [type] WHEN 0 THEN N'null' WHEN 1 THEN N'\"' + STRING_ESCAPE([value], 'json') + N'\"'"
                + " ELSE [value] END");
        visitFromLastStep(document, path);
    }

    @Override
    protected void visitJsonValue(JsonValue<?> e) {
        boolean text = e.type().name() == TypeName.TEXT;
        append(text ? "" : "CAST(");
        if (e.path().steps().isEmpty()) {
            visitJsonFunction("JSON_VALUE", e.document(), e.path());
            append(")");
        } else {
            append("(SELECT [value]");
            visitFromLastStep(e.document(), e.path());
        }
        append(text ? "" : " AS " + types.castType(e.type()) + ")");
    }

    @Override
    protected void visitJsonExists(Expression<?> document, JsonPath path) {
        append("EXISTS (SELECT 1");
        visitFromLastStep(document, path);
    }

    /** The members of what the last step leads from, and of them the one; keys are compared bit by bit. */
    private void visitFromLastStep(Expression<?> document, JsonPath path) {
        int last = path.steps().size() - 1;
        append(" FROM ");
        visitJsonFunction("OPENJSON", document, new JsonPath(path.steps().subList(0, last)));
        String key = switch (path.steps().get(last)) {
            case JsonPath.Key step -> step.name();
            case JsonPath.Index step -> Integer.toString(step.position());
        };
        append(") WHERE [key] = " + literal(key) + " COLLATE Latin1_General_BIN2)");
    }

    /** FOR JSON gives an array with an object per row ("Format query results as JSON with FOR JSON"). */
    @Override
    protected void visitRowsAsJson(Select<?> query) {
        Select<?> labeled = labeled(query);
        List<Expression<?>> cells = new ArrayList<>();
        for (Expression<?> column : labeled.selection().expressions()) {
            cells.add(column instanceof Labeled<?> labels ? new Cell(labels.operand()).as(labels.name()) : column);
        }
        visitQuery(
                labeled.withSelection(Sql.selectRow(cells).selection()).suffix("FOR JSON PATH, INCLUDE_NULL_VALUES"));
    }

    /** A value as FOR JSON takes it exactly: floating-point numbers with 17 digits, bytes as hexadecimal digits. */
    private record Cell(Expression<?> value) implements ExpressionExtension<String> {
        @Override
        public SqlType<String> type() {
            return SqlTypes.TEXT;
        }

        @Override
        public void describe(Description description) {
            description.child(value);
        }

        @Override
        public void render(RenderContext context) {
            switch (value.type().name()) {
                case REAL, DOUBLE ->
                    context.sql("CONVERT(NVARCHAR(40), ").node(value).sql(", 3)");
                case BINARY ->
                    context.sql("CONVERT(NVARCHAR(MAX), ").node(value).sql(", 2)");
                default -> context.node(value);
            }
        }
    }
}
