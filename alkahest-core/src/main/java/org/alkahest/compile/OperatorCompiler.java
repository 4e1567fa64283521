package org.alkahest.compile;

import java.util.List;
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.ArrayConcatenation;
import org.alkahest.sql.BitwiseNot;
import org.alkahest.sql.BitwiseOperation;
import org.alkahest.sql.Cast;
import org.alkahest.sql.Collate;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Concatenation;
import org.alkahest.sql.CustomOperator;
import org.alkahest.sql.DateAddition;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FunctionCall;
import org.alkahest.sql.Interval;
import org.alkahest.sql.IntervalAddition;
import org.alkahest.sql.IntervalBetween;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Negation;
import org.alkahest.sql.Operation;
import org.alkahest.sql.Parameter;
import org.alkahest.sql.TableRef;
import org.alkahest.sql.TypeCoercion;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;
import org.jspecify.annotations.Nullable;

/** Compiles operators that compute values. */
abstract class OperatorCompiler extends TupleCompiler {
    OperatorCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    @Override
    final void visitOperation(Operation<?> operation) {
        switch (operation) {
            case Arithmetic<?> e -> visitArithmetic(e);
            case Negation<?> e -> visitNegation(e);
            case BitwiseOperation<?> e -> {
                traits.require(Feature.BITWISE);
                visitBitwise(e);
            }
            case BitwiseNot<?> e -> {
                traits.require(Feature.BITWISE);
                visitBitwiseNot(e);
            }
            case DateAddition<?> e -> visitDateAddition(e);
            case IntervalAddition<?> e -> {
                traits.require(Feature.INTERVALS);
                visitIntervalAddition(e);
            }
            case IntervalBetween e -> {
                traits.require(Feature.INTERVALS);
                visitIntervalBetween(e);
            }
            case CustomOperator<?> e -> visitCustomOperator(e);
            case Concatenation e -> visitConcatenation(e);
            case ArrayConcatenation<?> e -> {
                traits.require(Feature.ARRAYS);
                visitTerms(e.terms());
            }
            case Collate e -> visitCollate(e);
        }
    }

    protected void visitArithmetic(Arithmetic<?> e) {
        String decimal = decimalQuotient();
        if (decimal != null && mayBeOfIntegers(e)) {
            visitCast(e.left(), decimal);
            append(" / ");
            visitRight(e.right(), Precedence.MULTIPLICATION);
        } else {
            visitBinary(e.left(), e.operator().sql(), e.right(), Precedence.of(e));
        }
    }

    /** The type to divide sums of integers in, where they are integers, which counts as decimals here; else null. */
    protected @Nullable String decimalQuotient() {
        return null;
    }

    private static boolean mayBeOfIntegers(Arithmetic<?> e) {
        return e.operator() == Arithmetic.Operator.DIVIDE
                && e.type().name() == TypeName.DECIMAL
                && !isFraction(e.left())
                && !isFraction(e.right());
    }

    /** Whether a value certainly has digits after the point in the database too, unlike a sum of integers. */
    protected static boolean isFraction(Expression<?> e) {
        return switch (e.type().name()) {
            case REAL, DOUBLE -> true;
            case DECIMAL ->
                switch (e) {
                    case Literal<?> literal -> true;
                    case Parameter<?> parameter -> true;
                    case Cast<?> cast -> true;
                    case ColumnRef<?> column -> column.owner() instanceof TableRef;
                    case Arithmetic<?> operation -> isFraction(operation.left()) || isFraction(operation.right());
                    case Negation<?> negation -> isFraction(negation.operand());
                    case TypeCoercion<?> coercion -> isFraction(coercion.operand());
                    case FunctionCall<?> call -> call.arguments().stream().anyMatch(OperatorCompiler::isFraction);
                    default -> false;
                };
            default -> false;
        };
    }

    /** Two minus signs in a row begin a comment, so whatever may begin with one is in parentheses. */
    protected void visitNegation(Negation<?> e) {
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
        visitTerms(e.terms());
    }

    private void visitTerms(List<? extends Expression<?>> terms) {
        for (int i = 0; i < terms.size(); i++) {
            append(i == 0 ? "" : " || ");
            // Databases disagree whether || binds tighter than arithmetic.
            visit(terms.get(i), Precedence.UNARY);
        }
    }

    protected void visitCollate(Collate e) {
        visit(e.operand(), Precedence.ATOM);
        append(" COLLATE ");
        appendIdentifier(e.collation());
    }

    protected void visitBitwise(BitwiseOperation<?> e) {
        visitBitwise(e, e.operator().sql());
    }

    protected final void visitBitwise(BitwiseOperation<?> e, String operator) {
        visit(e.left(), Precedence.UNARY);
        append(" ").append(operator).append(" ");
        visit(e.right(), Precedence.UNARY);
    }

    protected void visitBitwiseNot(BitwiseNot<?> e) {
        append("~");
        visit(e.operand(), Precedence.ATOM);
    }

    /** A date plus an interval is a timestamp in most databases. */
    protected void visitDateAddition(DateAddition<?> e) {
        boolean date = e.type().name() == TypeName.DATE;
        append(date ? "CAST(" : "");
        visit(e.operand(), Precedence.ADDITION);
        append(" + ");
        visit(e.amount(), Precedence.MULTIPLICATION);
        append(" * ");
        visitInterval(new Interval(1, e.unit()));
        append(date ? " AS DATE)" : "");
    }

    protected void visitIntervalAddition(IntervalAddition<?> e) {
        visitBinary(e.operand(), e.negated() ? "-" : "+", e.interval(), Precedence.ADDITION);
    }

    protected void visitIntervalBetween(IntervalBetween e) {
        visitBinary(e.later(), "-", e.earlier(), Precedence.ADDITION);
    }

    private void visitCustomOperator(CustomOperator<?> e) {
        boolean unknown = e.binding() == CustomOperator.Binding.UNKNOWN;
        Precedence around = unknown ? Precedence.UNARY : Precedence.of(e.binding());
        visitBinary(e.left(), customOperator(e.operator()), e.right(), around);
    }

    /** An operator as the driver wants it, which may take question marks for parameters. */
    protected String customOperator(String operator) {
        return operator;
    }
}
