package org.alkahest.compile;

import java.util.List;
import org.alkahest.compile.Styles.NullsOrderStyle;
import org.alkahest.compile.Styles.PredicateStyle;
import org.alkahest.sql.ArrayComparison;
import org.alkahest.sql.ArrayContains;
import org.alkahest.sql.ArrayExpression;
import org.alkahest.sql.CaseExpression;
import org.alkahest.sql.Cast;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.DefaultValue;
import org.alkahest.sql.Expression;
import org.alkahest.sql.ExpressionExtension;
import org.alkahest.sql.FunctionExpression;
import org.alkahest.sql.Inlined;
import org.alkahest.sql.Interval;
import org.alkahest.sql.IntervalUnit;
import org.alkahest.sql.JsonContains;
import org.alkahest.sql.JsonExists;
import org.alkahest.sql.Labeled;
import org.alkahest.sql.Literal;
import org.alkahest.sql.NestedExpression;
import org.alkahest.sql.Operation;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.Parameter;
import org.alkahest.sql.Predicate;
import org.alkahest.sql.QuantifiedArray;
import org.alkahest.sql.QuantifiedComparison;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.RawExpression;
import org.alkahest.sql.RowImage;
import org.alkahest.sql.ScalarSubquery;
import org.alkahest.sql.SimpleCase;
import org.alkahest.sql.SqlNode;
import org.alkahest.sql.TextTemplate;
import org.alkahest.sql.TryCast;
import org.alkahest.sql.TypeCoercion;
import org.alkahest.type.Codecs;
import org.jspecify.annotations.Nullable;

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
    protected final void visitCondition(Expression<?> condition, Precedence around) {
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

    /** The one dispatch over expressions; its branches go on by family. */
    private void dispatch(Expression<?> expression) {
        switch (expression) {
            case Literal<?> e -> visitLiteral(e);
            case Inlined<?> e -> visitInlined(e);
            case Parameter<?> e -> addNamedParameter(e);
            case Predicate e -> visitPredicate(e);
            case Operation<?> e -> visitOperation(e);
            case FunctionExpression<?> e -> visitFunctionExpression(e);
            case NestedExpression<?> e -> visitNested(e);
            case ArrayExpression<?> e -> visitArray(e);
            case Cast<?> e -> visitCast(e);
            case TryCast<?> e -> {
                traits.require(Feature.TRY_CAST);
                traits.require(e.type());
                visitTryCast(e);
            }
            case TypeCoercion<?> e -> dispatch(e.operand());
            case CaseExpression<?> e -> visitCase(e);
            case SimpleCase<?, ?> e -> visitSimpleCase(e);
            case Interval e -> {
                traits.require(Feature.INTERVALS);
                visitInterval(e);
            }
            case ScalarSubquery<?> e -> {
                append("(");
                visitQuery(e.query());
                append(")");
            }
            case DefaultValue<?> e -> visitDefault(e);
            case RowImage<?> e -> visitRowImage(e);
            case Labeled<?> e -> dispatch(e.operand());
            case RawExpression<?> e -> visitTemplate(e.template());
            case ColumnRef<?> e -> visitColumn(e);
            case ExpressionExtension<?> e -> e.render(renderContext(e));
        }
    }

    abstract void visitPredicate(Predicate predicate);

    abstract void visitOperation(Operation<?> operation);

    abstract void visitFunctionExpression(FunctionExpression<?> function);

    abstract void visitNested(NestedExpression<?> expression);

    abstract void visitJsonPredicate(JsonExists predicate);

    abstract void visitJsonPredicate(JsonContains predicate);

    abstract void visitArray(ArrayExpression<?> expression);

    abstract void visitArrayPredicate(ArrayContains predicate);

    abstract void visitArrayPredicate(ArrayComparison predicate);

    abstract void visitArrayPredicate(QuantifiedComparison predicate, QuantifiedArray<?> array);

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

    abstract void visitDefault(DefaultValue<?> value);

    abstract void visitRowImage(RowImage<?> image);

    abstract org.alkahest.sql.RenderContext renderContext(SqlNode node);

    protected void visitLiteral(Literal<?> literal) {
        addParameter(literal, literal.type(), literal.value());
    }

    protected final void visitBinary(Expression<?> left, String operator, Expression<?> right, Precedence precedence) {
        visit(left, precedence);
        append(" ").append(operator).append(" ");
        visitRight(right, precedence);
    }

    /** Visits the right operand of an operator, in parentheses also if it binds as tightly. */
    protected final void visitRight(Expression<?> operand, Precedence around) {
        wrap(operand, Precedence.of(operand).bindsNoTighterThan(around));
    }

    protected void visitCast(Cast<?> e) {
        traits.require(e.type());
        visitCast(e.operand(), types.castType(e.type()));
    }

    protected final void visitCast(Expression<?> operand, String typeName) {
        append("CAST(");
        visit(operand);
        append(" AS ").append(typeName).append(")");
    }

    protected void visitTryCast(TryCast<?> e) {
        append("TRY_CAST(");
        visit(e.operand());
        append(" AS ").append(types.castType(e.type())).append(")");
    }

    /** The standard has no weeks (SQL:2023 part 2, 10.1). */
    protected void visitInterval(Interval e) {
        boolean weeks = e.unit() == IntervalUnit.WEEK;
        append("INTERVAL '" + (weeks ? 7 * e.amount() : e.amount()) + "' ");
        append(weeks ? "DAY" : e.unit().name());
    }

    private void visitSimpleCase(SimpleCase<?, ?> e) {
        append("CASE ");
        visit(e.operand());
        for (SimpleCase.When<?, ?> when : e.whens()) {
            append(" WHEN ");
            visit(when.value());
            append(" THEN ");
            visitUntyped(when.result());
        }
        visitElse(e.otherwise());
    }

    private void visitElse(@Nullable Expression<?> otherwise) {
        if (otherwise != null) {
            append(" ELSE ");
            visitUntyped(otherwise);
        }
        append(" END");
    }

    private void visitCase(CaseExpression<?> e) {
        append("CASE");
        for (CaseExpression.When<?> when : e.whens()) {
            append(" WHEN ");
            visitCondition(when.condition());
            append(" THEN ");
            visitUntyped(when.result());
        }
        visitElse(e.otherwise());
    }

    /** A sort key, its direction and the place of NULL. */
    protected final void visitOrderItem(OrderItem item) {
        visitOrderItem(item, () -> visit(item.expression()));
    }

    /** The same where the key is written in a way of its own, such as by its label. */
    protected final void visitOrderItem(OrderItem item, Runnable key) {
        visitOrderItem(item, key, () -> visit(item.expression(), Precedence.COMPARISON));
    }

    /**
     * The same where a position may stand for the key.
     *
     * @param value writes the key where only a value may stand
     */
    protected final void visitOrderItem(OrderItem item, Runnable key, Runnable value) {
        boolean placed = item.nulls() != OrderItem.Nulls.DEFAULT;
        boolean first = item.nulls() == OrderItem.Nulls.FIRST;
        if (placed && traits.nullsOrder() == NullsOrderStyle.CASE) {
            boolean standsThereAnyway = first == (item.direction() == OrderItem.Direction.ASC);
            if (!standsThereAnyway) {
                append("CASE WHEN ");
                value.run();
                append(first ? " IS NULL THEN 0 ELSE 1 END, " : " IS NULL THEN 1 ELSE 0 END, ");
            }
            placed = false;
        }
        key.run();
        append(item.direction() == OrderItem.Direction.DESC ? " DESC" : "");
        if (placed) {
            append(first ? " NULLS FIRST" : " NULLS LAST");
        }
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

    /** A value that the statement does not name itself is a part of its tables, and so of its key. */
    private void visitInlined(Inlined<?> inlined) {
        if (isNamed(inlined)) {
            withValuesInText(() -> addParameter(inlined, inlined.type(), inlined.value()));
        } else {
            withValuesAsLiterals(() -> addParameter(inlined, inlined.type(), inlined.value()));
        }
    }
}
