package org.alkahest.compile;

import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.ArrayComparison;
import org.alkahest.sql.ArrayConcatenation;
import org.alkahest.sql.ArrayContains;
import org.alkahest.sql.ArrayExpression;
import org.alkahest.sql.Between;
import org.alkahest.sql.BitwiseNot;
import org.alkahest.sql.BitwiseOperation;
import org.alkahest.sql.CaseExpression;
import org.alkahest.sql.Cast;
import org.alkahest.sql.Collate;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Comparison;
import org.alkahest.sql.Concatenation;
import org.alkahest.sql.CustomOperator;
import org.alkahest.sql.DateAddition;
import org.alkahest.sql.DefaultValue;
import org.alkahest.sql.DistinctFrom;
import org.alkahest.sql.Exists;
import org.alkahest.sql.Expression;
import org.alkahest.sql.ExpressionExtension;
import org.alkahest.sql.FunctionExpression;
import org.alkahest.sql.InExpressions;
import org.alkahest.sql.InQuery;
import org.alkahest.sql.InValues;
import org.alkahest.sql.Inlined;
import org.alkahest.sql.Interval;
import org.alkahest.sql.IntervalAddition;
import org.alkahest.sql.IntervalBetween;
import org.alkahest.sql.IsNull;
import org.alkahest.sql.JsonContains;
import org.alkahest.sql.JsonExists;
import org.alkahest.sql.Labeled;
import org.alkahest.sql.Like;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Logical;
import org.alkahest.sql.Negation;
import org.alkahest.sql.NestedExpression;
import org.alkahest.sql.Not;
import org.alkahest.sql.Operation;
import org.alkahest.sql.Parameter;
import org.alkahest.sql.Predicate;
import org.alkahest.sql.QuantifiedComparison;
import org.alkahest.sql.RawExpression;
import org.alkahest.sql.RegexpLike;
import org.alkahest.sql.RowImage;
import org.alkahest.sql.ScalarSubquery;
import org.alkahest.sql.SimpleCase;
import org.alkahest.sql.TextMatch;
import org.alkahest.sql.TruthTest;
import org.alkahest.sql.TruthValue;
import org.alkahest.sql.TryCast;
import org.alkahest.sql.TupleComparison;
import org.alkahest.sql.TupleInQuery;
import org.alkahest.sql.TupleInValues;
import org.alkahest.sql.TypeCoercion;

/** How tightly operators bind, loosest first (SQL:2023 part 2, the grammar of 6.33 to 6.42). */
public enum Precedence {
    /** Unknown text: always in parentheses inside an operator. */
    RAW,
    OR,
    AND,
    NOT,
    /** An operand of a comparison that is itself one gets parentheses. */
    COMPARISON,
    /** Databases disagree about bitwise operators, so that their operands have parentheses unless they are atoms. */
    BITWISE,
    CONCATENATION,
    ADDITION,
    MULTIPLICATION,
    UNARY,
    ATOM;

    static Precedence of(Expression<?> expression) {
        return switch (expression) {
            case RawExpression<?> e -> RAW;
            case Predicate e -> of(e);
            case Operation<?> e -> of(e);
            case FunctionExpression<?> e -> ATOM;
            case NestedExpression<?> e -> ATOM;
            case ArrayExpression<?> e -> ATOM;
            case Labeled<?> e -> of(e.operand());
            case Literal<?> e -> ATOM;
            // Two minus signs begin a comment.
            case Inlined<?> e ->
                e.value() instanceof Number number && number.toString().startsWith("-") ? ADDITION : ATOM;
            case Parameter<?> e -> ATOM;
            case Cast<?> e -> ATOM;
            case TryCast<?> e -> ATOM;
            case TypeCoercion<?> e -> of(e.operand());
            case CaseExpression<?> e -> ATOM;
            case SimpleCase<?, ?> e -> ATOM;
            case Interval e -> ATOM;
            case ScalarSubquery<?> e -> ATOM;
            case DefaultValue<?> e -> ATOM;
            case RowImage<?> e -> ATOM;
            case ColumnRef<?> e -> ATOM;
            case ExpressionExtension<?> e -> of(e.binding());
        };
    }

    private static Precedence of(Predicate predicate) {
        return switch (predicate) {
            case Logical e -> e.connective() == Logical.Connective.AND ? AND : OR;
            case Not e -> NOT;
            case Exists e -> COMPARISON;
            case Comparison e -> COMPARISON;
            case DistinctFrom e -> COMPARISON;
            case QuantifiedComparison e -> COMPARISON;
            case TruthTest e -> COMPARISON;
            case TruthValue e -> COMPARISON;
            case IsNull e -> COMPARISON;
            case Between e -> COMPARISON;
            case InValues<?> e -> COMPARISON;
            case InExpressions e -> COMPARISON;
            case InQuery e -> COMPARISON;
            case TupleComparison e -> COMPARISON;
            case TupleInValues e -> COMPARISON;
            case TupleInQuery e -> COMPARISON;
            case Like e -> COMPARISON;
            case RegexpLike e -> COMPARISON;
            case TextMatch e -> COMPARISON;
            case JsonExists e -> COMPARISON;
            case JsonContains e -> COMPARISON;
            case ArrayContains e -> COMPARISON;
            case ArrayComparison e -> COMPARISON;
        };
    }

    private static Precedence of(Operation<?> operation) {
        return switch (operation) {
            case Concatenation e -> CONCATENATION;
            case ArrayConcatenation<?> e -> CONCATENATION;
            case Arithmetic<?> e -> e.operator().isMultiplicative() ? MULTIPLICATION : ADDITION;
            case Negation<?> e -> UNARY;
            case BitwiseOperation<?> e -> BITWISE;
            case BitwiseNot<?> e -> UNARY;
            case DateAddition<?> e -> ADDITION;
            case IntervalAddition<?> e -> ADDITION;
            case IntervalBetween e -> ADDITION;
            case CustomOperator<?> e -> of(e.binding());
            case Collate e -> UNARY;
        };
    }

    static Precedence of(CustomOperator.Binding binding) {
        return switch (binding) {
            case UNKNOWN -> RAW;
            case COMPARISON -> COMPARISON;
            case ADDITION -> ADDITION;
            case MULTIPLICATION -> MULTIPLICATION;
            case ATOM -> ATOM;
        };
    }

    /** Whether an operand of this precedence needs parentheses inside an operator of another. */
    boolean bindsLooserThan(Precedence around) {
        return compareTo(around) < 0 || (this == COMPARISON && around == COMPARISON);
    }

    /** Whether a right operand of an operator that associates to the left needs parentheses. */
    boolean bindsNoTighterThan(Precedence around) {
        return compareTo(around) <= 0;
    }
}
