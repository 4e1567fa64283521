package org.alkahest.compile;

import java.util.List;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Extract;
import org.alkahest.sql.FunctionCall;
import org.alkahest.sql.FunctionExpression;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.WindowFunction;
import org.alkahest.type.Codecs;

/** Compiles functions and aggregates. */
abstract class FunctionCompiler extends OperatorCompiler {
    FunctionCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    @Override
    final void visitFunctionExpression(FunctionExpression<?> function) {
        switch (function) {
            case FunctionCall<?> e -> visitFunction(e);
            case WindowFunction<?> e -> visitWindowFunction(e);
            case Extract e -> visitExtract(e);
        }
    }

    protected abstract void visitWindowFunction(WindowFunction<?> e);

    /** The name under which the database knows a function. */
    protected String functionName(String name) {
        return name;
    }

    protected void visitFunction(FunctionCall<?> e) {
        append(functionName(e.name())).append("(");
        append(e.distinct() ? "DISTINCT " : "");
        if (e.arguments().isEmpty() && e.name().equals("count")) {
            append("*");
        }
        for (int i = 0; i < e.arguments().size(); i++) {
            append(i == 0 ? "" : ", ");
            visitUntyped(e.arguments().get(i));
        }
        visitAggregateOrder(" ORDER BY ", e.orderBy());
        append(")");
        if (!e.withinGroup().isEmpty()) {
            visitAggregateOrder(" WITHIN GROUP (ORDER BY ", e.withinGroup());
            append(")");
        }
        Expression<Boolean> filter = e.filter();
        if (filter != null) {
            traits.require(Feature.AGGREGATE_FILTER);
            append(" FILTER (WHERE ");
            visitCondition(filter);
            append(")");
        }
    }

    private void visitAggregateOrder(String keyword, List<OrderItem> items) {
        for (int i = 0; i < items.size(); i++) {
            append(i == 0 ? keyword : ", ");
            visitOrderItem(items.get(i));
        }
    }

    protected void visitExtract(Extract e) {
        append("EXTRACT(").append(e.field().name()).append(" FROM ");
        visit(e.operand());
        append(")");
    }
}
