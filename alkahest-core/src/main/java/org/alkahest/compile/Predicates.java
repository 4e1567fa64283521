package org.alkahest.compile;

import org.alkahest.sql.ArrayExpression;
import org.alkahest.sql.CaseExpression;
import org.alkahest.sql.Cast;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.DefaultValue;
import org.alkahest.sql.DistinctFrom;
import org.alkahest.sql.Exists;
import org.alkahest.sql.Expression;
import org.alkahest.sql.ExpressionExtension;
import org.alkahest.sql.FunctionCall;
import org.alkahest.sql.Inlined;
import org.alkahest.sql.IsNull;
import org.alkahest.sql.Labeled;
import org.alkahest.sql.Literal;
import org.alkahest.sql.NestedExpression;
import org.alkahest.sql.Parameter;
import org.alkahest.sql.RawExpression;
import org.alkahest.sql.RowImage;
import org.alkahest.sql.ScalarSubquery;
import org.alkahest.sql.SimpleCase;
import org.alkahest.sql.TruthTest;
import org.alkahest.sql.TruthValue;
import org.alkahest.sql.TryCast;
import org.alkahest.sql.TypeCoercion;
import org.alkahest.sql.WindowFunction;
import org.alkahest.type.TypeName;

/** Tells conditions from values, for databases in which neither can stand for the other. */
final class Predicates {
    private Predicates() {}

    /** Whether the expression has to become a value where a value is wanted. */
    static boolean isPredicate(Expression<?> expression) {
        return expression.type().name() == TypeName.BOOLEAN && !isValue(expression) && !isFreeText(expression);
    }

    /** Whether the expression has to become a condition where one is wanted. */
    static boolean isValue(Expression<?> expression) {
        return switch (expression) {
            case Labeled<?> e -> isValue(e.operand());
            case Literal<?> e -> true;
            case Inlined<?> e -> true;
            case Parameter<?> e -> true;
            case FunctionCall<?> e -> true;
            case WindowFunction<?> e -> true;
            case NestedExpression<?> e -> true;
            case ArrayExpression<?> e -> true;
            case Cast<?> e -> true;
            case TryCast<?> e -> true;
            case CaseExpression<?> e -> true;
            case SimpleCase<?, ?> e -> true;
            case TypeCoercion<?> e -> isValue(e.operand());
            case ScalarSubquery<?> e -> true;
            case DefaultValue<?> e -> true;
            case RowImage<?> e -> true;
            case ColumnRef<?> e -> true;
            default -> false;
        };
    }

    /** Raw text and users' constructs are what their place wants. */
    private static boolean isFreeText(Expression<?> expression) {
        return switch (expression) {
            case Labeled<?> e -> isFreeText(e.operand());
            case TypeCoercion<?> e -> isFreeText(e.operand());
            case RawExpression<?> e -> true;
            case ExpressionExtension<?> e -> true;
            default -> false;
        };
    }

    /** Whether the condition is true or false, never NULL. */
    static boolean isNeverUnknown(Expression<?> predicate) {
        return switch (predicate) {
            case Labeled<?> e -> isNeverUnknown(e.operand());
            case IsNull e -> true;
            case Exists e -> true;
            case DistinctFrom e -> true;
            case TruthTest e -> true;
            case TruthValue e -> true;
            default -> false;
        };
    }
}
