package org.alkahest.dialect.oracle;

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
import org.alkahest.type.TypeName;

/** Oracle's functions of JSON ("JSON Developer's Guide" 19c and 23ai); rows of a query as JSON. */
abstract class OracleNestedCompiler extends SqlCompiler {
    OracleNestedCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** As 19c gives no scalars, all is wrapped in an array, whose brackets are cut off again. */
    @Override
    protected void visitJsonPart(Expression<?> document, JsonPath path) {
        append("REGEXP_REPLACE(");
        visitJsonFunction("JSON_QUERY", document, path);
        append(" RETURNING CLOB WITH WRAPPER), '^\\[|\\]$')");
    }

    /** There is no BOOLEAN to return before 23ai. */
    @Override
    protected void visitJsonValue(JsonValue<?> e) {
        if (e.type().name() == TypeName.BOOLEAN && !types.castType(e.type()).equals("BOOLEAN")) {
            append("CASE ");
            visitJsonFunction("JSON_VALUE", e.document(), e.path());
            append(") WHEN 'true' THEN 1 WHEN 'false' THEN 0 END");
        } else {
            super.visitJsonValue(e);
        }
    }

    /** Correlation reaches into queries in FROM only since 12.2, and the aggregate has an order of its own. */
    @Override
    protected boolean correlatesInFrom() {
        return false;
    }

    @Override
    protected void visitJsonRows(List<? extends Expression<?>> columns, List<OrderItem> order) {
        append("JSON_ARRAYAGG(JSON_ARRAY(");
        visitJsonCells(columns);
        append(" NULL ON NULL RETURNING CLOB)");
        visitJsonOrder(order);
        append(" RETURNING CLOB)");
    }
}
