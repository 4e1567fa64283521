package org.alkahest.compile;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.alkahest.sql.BuiltInFunction;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Extract;
import org.alkahest.sql.FunctionCall;
import org.alkahest.sql.FunctionExpression;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.RegexpReplace;
import org.alkahest.sql.StringAggregate;
import org.alkahest.sql.WindowFunction;
import org.alkahest.type.Codecs;
import org.jspecify.annotations.Nullable;

/** Compiles functions and aggregates. */
abstract class FunctionCompiler extends OperatorCompiler {
    private static final Set<String> HYPOTHETICAL = Set.of("rank", "dense_rank", "percent_rank", "cume_dist");

    FunctionCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    @Override
    final void visitFunctionExpression(FunctionExpression<?> function) {
        switch (function) {
            case FunctionCall<?> e -> {
                traits.require(e.type());
                e.arguments().forEach(argument -> traits.require(argument.type()));
                visitFunction(e);
            }
            case BuiltInFunction<?> e -> visitBuiltIn(e);
            case StringAggregate e -> visitStringAggregate(e);
            case RegexpReplace e -> {
                traits.require(Feature.REGEXP_REPLACE);
                visitRegexpReplace(e);
            }
            case WindowFunction<?> e -> visitWindowFunction(e);
            case Extract e -> visitExtract(e);
        }
    }

    protected abstract void visitWindowFunction(WindowFunction<?> e);

    /** The name under which the database knows a function. */
    protected String functionName(String name) {
        return name;
    }

    /** A name as it is, but for its parts in double quotes. */
    private void visitFunctionName(String name) {
        String[] parts = name.split("\"", -1);
        for (int i = 0; i < parts.length; i++) {
            append(i % 2 == 0 ? parts[i] : identifiers.quoted(parts[i]));
        }
    }

    protected void visitFunction(FunctionCall<?> e) {
        visitFunctionName(functionName(e.name()));
        append("(");
        append(e.distinct() ? "DISTINCT " : "");
        if (e.arguments().isEmpty() && e.name().equals("count")) {
            append("*");
        }
        for (int i = 0; i < e.arguments().size(); i++) {
            append(i == 0 ? "" : ", ");
            visitUntyped(e.arguments().get(i));
        }
        if (!e.orderBy().isEmpty()) {
            traits.require(Feature.AGGREGATE_ORDER_BY);
        }
        visitAggregateOrder(" ORDER BY ", e.orderBy());
        append(")");
        if (!e.withinGroup().isEmpty()) {
            boolean hypothetical = HYPOTHETICAL.contains(e.name().toLowerCase(Locale.ROOT));
            traits.require(hypothetical ? Feature.HYPOTHETICAL_SET : Feature.WITHIN_GROUP);
            visitAggregateOrder(" WITHIN GROUP (ORDER BY ", e.withinGroup());
            append(")");
        }
        visitFilter(e.filter());
    }

    protected final void visitFilter(@Nullable Expression<Boolean> filter) {
        if (filter != null) {
            traits.require(Feature.AGGREGATE_FILTER);
            append(" FILTER (WHERE ");
            visitCondition(filter);
            append(")");
        }
    }

    /** The standard's LISTAGG, whose order stands outside. */
    protected void visitStringAggregate(StringAggregate e) {
        append(e.distinct() ? "LISTAGG(DISTINCT " : "LISTAGG(");
        visit(e.operand());
        append(", ").append(literal(e.separator())).append(")");
        if (!e.orderBy().isEmpty()) {
            visitAggregateOrder(" WITHIN GROUP (ORDER BY ", e.orderBy());
            append(")");
        }
        visitFilter(e.filter());
    }

    /** The form of most databases: {@code name([DISTINCT] x, 'separator' [ORDER BY …])}. */
    protected final void visitStringAggregate(String name, StringAggregate e) {
        append(name).append(e.distinct() ? "(DISTINCT " : "(");
        visit(e.operand());
        append(", ").append(literal(e.separator()));
        if (!e.orderBy().isEmpty()) {
            traits.require(Feature.AGGREGATE_ORDER_BY);
            visitAggregateOrder(" ORDER BY ", e.orderBy());
        }
        append(")");
        visitFilter(e.filter());
    }

    protected void visitRegexpReplace(RegexpReplace e) {
        visitRegexpReplace(e, e.flags());
    }

    protected final void visitRegexpReplace(RegexpReplace e, String flags) {
        append("REGEXP_REPLACE(");
        visitAll(List.of(e.operand(), e.pattern(), e.replacement()));
        append(flags.isEmpty() ? ")" : ", " + literal(flags) + ")");
    }

    /** A function in the words that most databases share; a dialect overrides those that it words differently. */
    protected void visitBuiltIn(BuiltInFunction<?> e) {
        switch (e.name()) {
            case CURRENT_DATE, CURRENT_TIMESTAMP, LOCAL_TIME, LOCAL_TIMESTAMP, CURRENT_USER, SESSION_USER ->
                append(e.name().sql());
            case TRIM, TRIM_LEADING, TRIM_TRAILING -> visitTrim(e);
            case POSITION -> {
                append("position(");
                visitUntyped(e.argument(0));
                append(" IN ");
                visit(e.argument(1));
                append(")");
            }
            case EPOCH_SECONDS -> {
                append("CAST(floor(EXTRACT(EPOCH FROM ");
                visit(e.argument(0));
                append(")) AS BIGINT)");
            }
            case DAYS_BETWEEN -> {
                append("datediff(DAY, ");
                visitAll(e.arguments());
                append(")");
            }
            default -> visitCall(e.name().sql(), e.arguments());
        }
    }

    private void visitTrim(BuiltInFunction<?> e) {
        if (e.arguments().size() == 1) {
            visitCall(e.name().sql(), e.arguments());
            return;
        }
        append(
                switch (e.name()) {
                    case TRIM_LEADING -> "trim(LEADING ";
                    case TRIM_TRAILING -> "trim(TRAILING ";
                    default -> "trim(BOTH ";
                });
        visitUntyped(e.argument(1));
        append(" FROM ");
        visit(e.argument(0));
        append(")");
    }

    /** {@code name(arguments)}. */
    protected final void visitCall(String name, List<? extends Expression<?>> arguments) {
        append(name).append("(");
        for (int i = 0; i < arguments.size(); i++) {
            append(i == 0 ? "" : ", ");
            visitUntyped(arguments.get(i));
        }
        append(")");
    }

    protected final void visitAggregateOrder(String keyword, List<OrderItem> items) {
        for (int i = 0; i < items.size(); i++) {
            append(i == 0 ? keyword : ", ");
            visitOrderItem(items.get(i));
        }
    }

    protected void visitExtract(Extract e) {
        append("EXTRACT(").append(fieldName(e.field())).append(" FROM ");
        visit(e.operand());
        append(")");
    }

    /** How EXTRACT names a part; the base has the names that are most common. */
    protected String fieldName(Extract.Field field) {
        return switch (field) {
            case DAY_OF_YEAR -> "DOY";
            case DAY_OF_WEEK -> "ISODOW";
            case YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE, SECOND -> field.name();
        };
    }
}
