package org.alkahest.compile;

import java.util.List;
import java.util.Locale;
import org.alkahest.compile.Styles.DistinctFromStyle;
import org.alkahest.compile.Styles.IlikeStyle;
import org.alkahest.compile.Styles.NullsOrderStyle;
import org.alkahest.compile.Styles.PredicateStyle;
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.Between;
import org.alkahest.sql.CaseExpression;
import org.alkahest.sql.Cast;
import org.alkahest.sql.Collate;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Comparison;
import org.alkahest.sql.Concatenation;
import org.alkahest.sql.DistinctFrom;
import org.alkahest.sql.Exists;
import org.alkahest.sql.Expression;
import org.alkahest.sql.ExpressionExtension;
import org.alkahest.sql.Extract;
import org.alkahest.sql.FunctionCall;
import org.alkahest.sql.InQuery;
import org.alkahest.sql.InValues;
import org.alkahest.sql.IsNull;
import org.alkahest.sql.Labeled;
import org.alkahest.sql.Like;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Logical;
import org.alkahest.sql.Negation;
import org.alkahest.sql.Not;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.Parameter;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.RawExpression;
import org.alkahest.sql.ScalarSubquery;
import org.alkahest.sql.SqlNode;
import org.alkahest.sql.TextTemplate;
import org.alkahest.sql.WindowFunction;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;

/** Compiles expressions. Parentheses come from {@link Precedence} alone. */
abstract class ExpressionCompiler extends CompileContext {
    ExpressionCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** Visits an expression as a value. */
    protected final void visit(Expression<?> expression) {
        if (traits.predicates() == PredicateStyle.APART && Predicates.isPredicate(expression)) {
            visitPredicateAsValue(expression);
        } else {
            dispatch(expression);
        }
    }

    /** Visits an expression where a condition is wanted, as in WHERE. */
    protected final void visitCondition(Expression<?> condition) {
        if (traits.predicates() == PredicateStyle.APART && Predicates.isValue(condition)) {
            visitValueAsPredicate(condition);
        } else {
            dispatch(condition);
        }
    }

    /** Visits a condition inside another, in parentheses if it binds less tightly. */
    private void visitCondition(Expression<?> condition, Precedence around) {
        boolean parentheses = Precedence.of(condition).bindsLooserThan(around);
        append(parentheses ? "(" : "");
        visitCondition(condition);
        append(parentheses ? ")" : "");
    }

    /** An unknown truth value stays NULL. */
    private void visitPredicateAsValue(Expression<?> predicate) {
        append("CASE WHEN ");
        dispatch(predicate);
        if (Predicates.isNeverUnknown(predicate)) {
            append(" THEN 1 ELSE 0 END");
        } else {
            append(" THEN 1 WHEN NOT (");
            dispatch(predicate);
            append(") THEN 0 END");
        }
    }

    private void visitValueAsPredicate(Expression<?> value) {
        visit(value, Precedence.COMPARISON);
        append(" = 1");
    }

    /** The one dispatch over expressions. */
    private void dispatch(Expression<?> expression) {
        switch (expression) {
            case Literal<?> e -> visitLiteral(e);
            case Parameter<?> e -> addParameter(e, e.type(), null);
            case Comparison e -> visitBinary(e.left(), e.operator().sql(), e.right(), Precedence.COMPARISON);
            case DistinctFrom e -> visitDistinctFrom(e);
            case Logical e -> visitLogical(e);
            case Not e -> {
                append("NOT ");
                visitCondition(e.operand(), Precedence.NOT);
            }
            case IsNull e -> {
                visit(e.operand(), Precedence.COMPARISON);
                append(e.negated() ? " IS NOT NULL" : " IS NULL");
            }
            case Between e -> visitBetween(e);
            case InValues<?> e -> visitInValues(e);
            case InQuery e -> {
                visit(e.operand(), Precedence.COMPARISON);
                append(e.negated() ? " NOT IN (" : " IN (");
                visitQuery(e.query());
                append(")");
            }
            case Like e -> visitLike(e);
            case Exists e -> {
                append("EXISTS (");
                visitQuery(e.query());
                append(")");
            }
            case Arithmetic<?> e -> visitArithmetic(e);
            case Negation<?> e -> visitNegation(e);
            case Concatenation e -> visitConcatenation(e);
            case FunctionCall<?> e -> visitFunction(e);
            case WindowFunction<?> e -> visitWindowFunction(e);
            case Extract e -> visitExtract(e);
            case Collate e -> visitCollate(e);
            case Cast<?> e -> visitCast(e);
            case CaseExpression<?> e -> visitCase(e);
            case ScalarSubquery<?> e -> {
                append("(");
                visitQuery(e.query());
                append(")");
            }
            case Labeled<?> e -> dispatch(e.operand());
            case RawExpression<?> e -> visitTemplate(e.template());
            case ColumnRef<?> e -> visitColumn(e);
            case ExpressionExtension<?> e -> e.render(renderContext(e));
        }
    }

    /** Visits an operand of an operator, in parentheses if it binds less tightly. */
    protected final void visit(Expression<?> operand, Precedence around) {
        wrap(operand, Precedence.of(operand).bindsLooserThan(around));
    }

    private void wrap(Expression<?> operand, boolean parentheses) {
        append(parentheses ? "(" : "");
        visit(operand);
        append(parentheses ? ")" : "");
    }

    /** Visits an expression where nothing around it tells the type of a parameter; a dialect may have to cast it. */
    protected void visitUntyped(Expression<?> expression) {
        visit(expression);
    }

    protected abstract void visitQuery(QueryExpression<?> query);

    protected abstract void visitColumn(ColumnRef<?> column);

    abstract org.alkahest.sql.RenderContext renderContext(SqlNode node);

    protected void visitLiteral(Literal<?> literal) {
        addParameter(literal, literal.type(), literal.value());
    }

    protected final void visitBinary(Expression<?> left, String operator, Expression<?> right, Precedence precedence) {
        visit(left, precedence);
        append(" ").append(operator).append(" ");
        wrap(right, Precedence.of(right).bindsNoTighterThan(precedence));
    }

    protected void visitDistinctFrom(DistinctFrom e) {
        String operator = switch (traits.distinctFrom()) {
            case STANDARD -> e.negated() ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM";
            case IS -> e.negated() ? "IS" : "IS NOT";
            case SPACESHIP -> "<=>";
            case DECODE, INTERSECT ->
                throw new IllegalStateException(
                        traits.dialect() + ": its compiler does not write " + traits.distinctFrom());
        };
        boolean wrap = traits.distinctFrom() == DistinctFromStyle.SPACESHIP && !e.negated();
        append(wrap ? "NOT (" : "");
        visitBinary(e.left(), operator, e.right(), Precedence.COMPARISON);
        append(wrap ? ")" : "");
    }

    private void visitLogical(Logical e) {
        Precedence precedence = Precedence.of(e);
        String between = e.connective() == Logical.Connective.AND ? " AND " : " OR ";
        for (int i = 0; i < e.terms().size(); i++) {
            append(i == 0 ? "" : between);
            visitCondition(e.terms().get(i), precedence);
        }
    }

    private void visitBetween(Between e) {
        visit(e.operand(), Precedence.COMPARISON);
        append(e.negated() ? " NOT BETWEEN " : " BETWEEN ");
        visit(e.low(), Precedence.ADDITION);
        append(" AND ");
        visit(e.high(), Precedence.ADDITION);
    }

    private <T> void visitInValues(InValues<T> e) {
        if (e.values().isEmpty()) {
            append(e.negated() ? "1 = 1" : "1 = 0");
            return;
        }
        visit(e.operand(), Precedence.COMPARISON);
        append(e.negated() ? " NOT IN (" : " IN (");
        int size = StatementKey.padded(e.values().size());
        for (int i = 0; i < size; i++) {
            append(i == 0 ? "" : ", ");
            addParameter(
                    e,
                    i,
                    e.operand().type(),
                    e.values().get(Math.min(i, e.values().size() - 1)));
        }
        append(")");
    }

    protected void visitLike(Like e) {
        boolean lower = e.ignoreCase() && traits.ilike() == IlikeStyle.LOWER;
        String operator = e.ignoreCase() && !lower ? "ILIKE" : "LIKE";
        visitLikeSide(e.operand(), lower);
        append(e.negated() ? " NOT " : " ").append(operator).append(" ");
        visitLikeSide(e.pattern(), lower);
        if (e.escape() != null) {
            String escape = e.escape().toString();
            append(" ESCAPE ").append(literal(lower ? escape.toLowerCase(Locale.ROOT) : escape));
        }
    }

    private void visitLikeSide(Expression<?> side, boolean lower) {
        if (lower) {
            append("lower(");
            visit(side);
            append(")");
        } else {
            visit(side, Precedence.ADDITION);
        }
    }

    protected void visitArithmetic(Arithmetic<?> e) {
        visitBinary(e.left(), e.operator().sql(), e.right(), Precedence.of(e));
    }

    /** Two minus signs in a row begin a comment, so whatever may begin with one is in parentheses. */
    private void visitNegation(Negation<?> e) {
        boolean wrap = e.operand() instanceof Literal<?>;
        append(wrap ? "-(" : "-");
        visit(e.operand(), Precedence.ATOM);
        append(wrap ? ")" : "");
    }

    /** Whether an operation is among integers, whose division and remainder are different ones. */
    protected static boolean isInteger(Arithmetic<?> e) {
        return isInteger(e.left().type()) && isInteger(e.right().type());
    }

    private static boolean isInteger(SqlType<?> type) {
        return switch (type.name()) {
            case SMALLINT, INTEGER, BIGINT -> true;
            default -> false;
        };
    }

    protected void visitConcatenation(Concatenation e) {
        for (int i = 0; i < e.terms().size(); i++) {
            append(i == 0 ? "" : " || ");
            // Databases disagree whether || binds tighter than arithmetic.
            visit(e.terms().get(i), Precedence.UNARY);
        }
    }

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

    /** A sort key, its direction and the place of NULL. */
    protected final void visitOrderItem(OrderItem item) {
        visitOrderItem(item, () -> visit(item.expression()));
    }

    /** The same where the key is written in a way of its own, such as by its label. */
    protected final void visitOrderItem(OrderItem item, Runnable key) {
        boolean placed = item.nulls() != OrderItem.Nulls.DEFAULT;
        if (placed && traits.nullsOrder() == NullsOrderStyle.CASE) {
            append("CASE WHEN ");
            visit(item.expression(), Precedence.COMPARISON);
            append(
                    item.nulls() == OrderItem.Nulls.FIRST
                            ? " IS NULL THEN 0 ELSE 1 END, "
                            : " IS NULL THEN 1 ELSE 0 END, ");
            placed = false;
        }
        key.run();
        append(item.direction() == OrderItem.Direction.DESC ? " DESC" : "");
        if (placed) {
            append(item.nulls() == OrderItem.Nulls.FIRST ? " NULLS FIRST" : " NULLS LAST");
        }
    }

    protected abstract void visitWindowFunction(WindowFunction<?> e);

    protected void visitExtract(Extract e) {
        append("EXTRACT(").append(e.field().name()).append(" FROM ");
        visit(e.operand());
        append(")");
    }

    protected void visitCollate(Collate e) {
        visit(e.operand(), Precedence.ATOM);
        append(" COLLATE ");
        appendIdentifier(e.collation());
    }

    protected void visitCast(Cast<?> e) {
        visitCast(e.operand(), types.castType(e.type()));
    }

    protected final void visitCast(Expression<?> operand, String typeName) {
        append("CAST(");
        visit(operand);
        append(" AS ").append(typeName).append(")");
    }

    private void visitCase(CaseExpression<?> e) {
        append("CASE");
        for (CaseExpression.When<?> when : e.whens()) {
            append(" WHEN ");
            visitCondition(when.condition());
            append(" THEN ");
            visitUntyped(when.result());
        }
        Expression<?> otherwise = e.otherwise();
        if (otherwise != null) {
            append(" ELSE ");
            visitUntyped(otherwise);
        }
        append(" END");
    }

    protected final void visitTemplate(TextTemplate template) {
        for (int i = 0; i < template.parameters().size(); i++) {
            append(template.fragments().get(i));
            visit(template.parameters().get(i), Precedence.UNARY);
        }
        append(template.fragments().get(template.fragments().size() - 1));
    }

    protected final void visitAll(List<? extends Expression<?>> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            append(i == 0 ? "" : ", ");
            visit(expressions.get(i));
        }
    }
}
