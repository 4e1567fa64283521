package org.alkahest.dialect.h2;

import java.util.List;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.Between;
import org.alkahest.sql.BitwiseNot;
import org.alkahest.sql.BitwiseOperation;
import org.alkahest.sql.BuiltInFunction;
import org.alkahest.sql.DateAddition;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Extract;
import org.alkahest.sql.IntervalAddition;
import org.alkahest.sql.IntervalBetween;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Negation;
import org.alkahest.sql.Parameter;
import org.alkahest.type.Codecs;
import org.alkahest.type.TypeName;

/** H2's SELECT, INSERT, UPDATE and DELETE (https://h2database.com/html/commands.html, 2.5). */
final class H2SqlCompiler extends H2ArrayCompiler {
    /** Without a number of digits a third has 100,000 of them. */
    private static final String DECIMAL = "DECFLOAT(38)";

    H2SqlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** A parameter among parameters has no type ("Unknown data type"), so it is told. */
    @Override
    protected void visitUntyped(Expression<?> expression) {
        if (isParameter(expression) && expression.type().name() != TypeName.OTHER) {
            visitCast(expression, types.castType(unbounded(expression.type())));
        } else {
            visit(expression);
        }
    }

    /**
     * A parameter has the type of the other operand, so that {@code 7.25 * n} would be {@code 7 * n}, and among parameters
     * none; so it is told unless both have one type.
     * Digits of products and quotients are counted by the types. A remainder has the type of the divisor, so
     * {@code 7.5 % 2} would be 2.
     */
    @Override
    protected void visitArithmetic(Arithmetic<?> e) {
        if (e.operator() == Arithmetic.Operator.DIVIDE
                && !isInteger(e)
                && !isParameter(e.left())
                && !isParameter(e.right())) {
            super.visitArithmetic(e);
        } else if (e.operator() != Arithmetic.Operator.MODULO || isInteger(e)) {
            Precedence around = e.operator().isMultiplicative() ? Precedence.MULTIPLICATION : Precedence.ADDITION;
            visitOperand(e.left(), e, e.right(), () -> visit(e.left(), around));
            append(" " + e.operator().sql() + " ");
            visitOperand(e.right(), e, e.left(), () -> visitRight(e.right(), around));
        } else {
            visit(e.left(), Precedence.MULTIPLICATION);
            append(" % ");
            visitCast(e.right(), types.castType(unbounded(e.left().type())));
        }
    }

    /** The sum of integers is BIGINT (html/functions-aggregate.html#sum), and division of integers cuts. */
    @Override
    protected String decimalQuotient() {
        return DECIMAL;
    }

    private void visitOperand(Expression<?> operand, Arithmetic<?> around, Expression<?> beside, Runnable otherwise) {
        boolean keepsScale = !around.operator().isMultiplicative() && isFraction(beside);
        boolean told = !isParameter(beside)
                && beside.type().name() == operand.type().name()
                && (operand.type().name() != TypeName.DECIMAL || keepsScale);
        if (isParameter(operand) && !told) {
            if (operand.type().name() == TypeName.DECIMAL) {
                visitCast(operand, DECIMAL);
            } else {
                visitUntyped(operand);
            }
        } else {
            otherwise.run();
        }
    }

    private static boolean isParameter(Expression<?> expression) {
        return expression instanceof Literal<?> || expression instanceof Parameter<?>;
    }

    @Override
    protected void visitNegation(Negation<?> e) {
        if (isParameter(e.operand())) {
            append("-");
            visitUntyped(e.operand());
        } else {
            super.visitNegation(e);
        }
    }

    @Override
    protected void visitBetweenSymmetric(Between e) {
        visitBetween(e.operand(), "SYMMETRIC ", e.low(), e.high(), e.negated());
    }

    /** Functions in place of operators (html/functions.html#bitand). */
    @Override
    protected void visitBitwise(BitwiseOperation<?> e) {
        String name = switch (e.operator()) {
            case AND -> "bitand";
            case OR -> "bitor";
            case XOR -> "bitxor";
            case SHIFT_LEFT -> "lshift";
            case SHIFT_RIGHT -> "rshift";
        };
        visitCall(name, List.of(e.left(), e.right()));
    }

    @Override
    protected void visitBitwiseNot(BitwiseNot<?> e) {
        visitCall("bitnot", List.of(e.operand()));
    }

    /** A date stays one, unlike the sum of a date and an interval (html/functions.html#dateadd). */
    @Override
    protected void visitDateAddition(DateAddition<?> e) {
        append("dateadd(" + e.unit().name() + ", ");
        visitUntyped(e.amount());
        append(", ");
        visitUntyped(e.operand());
        append(")");
    }

    /** What moves and what is moved has to be told. */
    @Override
    protected void visitIntervalAddition(IntervalAddition<?> e) {
        visitAdded(e.operand());
        append(e.negated() ? " - " : " + ");
        visitAdded(e.interval());
    }

    @Override
    protected void visitIntervalBetween(IntervalBetween e) {
        visitAdded(e.later());
        append(" - ");
        visitAdded(e.earlier());
    }

    private void visitAdded(Expression<?> e) {
        if (isParameter(e)) {
            visitUntyped(e);
        } else {
            visit(e, Precedence.MULTIPLICATION);
        }
    }

    @Override
    protected String fieldName(Extract.Field field) {
        return switch (field) {
            case WEEK -> "ISO_WEEK";
            case DAY_OF_WEEK -> "ISO_DAY_OF_WEEK";
            case DAY_OF_YEAR -> "DAY_OF_YEAR";
            default -> super.fieldName(field);
        };
    }

    @Override
    protected void visitBuiltIn(BuiltInFunction<?> e) {
        switch (e.name()) {
            case RANDOM -> append("rand()");
            case NEW_UUID -> append("random_uuid()");
            default -> super.visitBuiltIn(e);
        }
    }
}
