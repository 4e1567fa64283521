package org.alkahest.dialect.sqlserver;

import java.util.Locale;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.sql.BitwiseOperation;
import org.alkahest.sql.BuiltInFunction;
import org.alkahest.sql.DateAddition;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Extract;
import org.alkahest.sql.StringAggregate;
import org.alkahest.type.Codecs;

/** SQL Server's words for the functions and operators that every database has ("Functions (Transact-SQL)", version 16). */
abstract class SqlServerFunctions extends SqlServerExpressions {
    SqlServerFunctions(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** The number of a weekday depends on a setting of the session, the week of the standard does not ("DATEPART"). */
    @Override
    protected void visitExtract(Extract e) {
        switch (e.field()) {
            case WEEK -> visitDatePart("iso_week", e);
            case DAY_OF_YEAR -> visitDatePart("dayofyear", e);
            case DAY_OF_WEEK -> {
                append("((");
                visitDatePart("weekday", e);
                append(" + @@DATEFIRST - 2) % 7 + 1)");
            }
            default -> visitDatePart(e.field().name().toLowerCase(Locale.ROOT), e);
        }
    }

    private void visitDatePart(String part, Extract e) {
        append("DATEPART(" + part + ", ");
        visit(e.operand());
        append(")");
    }

    /** Shifts came with 2022; before, they are products and quotients of powers of two. */
    @Override
    protected void visitBitwise(BitwiseOperation<?> e) {
        switch (e.operator()) {
            case AND, OR, XOR -> super.visitBitwise(e);
            case SHIFT_LEFT -> visitShift(e, "(", " * ", ")");
            case SHIFT_RIGHT -> visitShift(e, "FLOOR(", " / ", ")");
        }
    }

    private void visitShift(BitwiseOperation<?> e, String before, String operator, String after) {
        append(before);
        visit(e.left(), Precedence.MULTIPLICATION);
        append(operator + "POWER(CAST(2 AS FLOAT), ");
        visit(e.right());
        append(")" + after);
    }

    @Override
    protected void visitDateAddition(DateAddition<?> e) {
        append("DATEADD(" + e.unit().name().toLowerCase(Locale.ROOT) + ", ");
        visit(e.amount());
        append(", ");
        visit(e.operand());
        append(")");
    }

    @Override
    protected void visitStringAggregate(StringAggregate e) {
        if (e.distinct()) {
            throw new UnsupportedFeatureException(
                    "aggregation of distinct strings", traits, "Aggregate the rows of a subquery with DISTINCT.");
        }
        append("STRING_AGG(");
        visit(e.operand());
        append(", " + literal(e.separator()) + ")");
        if (!e.orderBy().isEmpty()) {
            visitAggregateOrder(" WITHIN GROUP (ORDER BY ", e.orderBy());
            append(")");
        }
        visitFilter(e.filter());
    }

    @Override
    protected void visitBuiltIn(BuiltInFunction<?> e) {
        switch (e.name()) {
            case ROUND -> visitRound(e);
            case LN -> visitCall("LOG", e.arguments());
            case SIGN -> visitAround("CAST(SIGN(", e.argument(0), ") AS INTEGER)"); // of the argument's type there
            case RANDOM -> append("RAND(CHECKSUM(NEWID()))");
            case NEW_UUID -> append("NEWID()");
            case CHAR_LENGTH -> visitLength(e.argument(0));
            case SUBSTRING -> visitSubstring(e);
            case POSITION -> visitCall("CHARINDEX", e.arguments());
            case LPAD, RPAD -> visitPadded(e);
            case CURRENT_DATE -> append("CAST(SYSDATETIME() AS DATE)");
            case CURRENT_TIMESTAMP -> append("SYSDATETIMEOFFSET()");
            case LOCAL_TIME -> append("CAST(SYSDATETIME() AS TIME)");
            case LOCAL_TIMESTAMP -> append("SYSDATETIME()");
            case EPOCH_SECONDS -> visitAround("DATEDIFF_BIG(second, '1970-01-01', ", e.argument(0), ")");
            default -> super.visitBuiltIn(e);
        }
    }

    /** LEN leaves out blanks at the end ("LEN"). */
    private void visitLength(Expression<?> text) {
        append("(LEN(");
        visit(text, Precedence.ADDITION);
        append(" + 'x') - 1)");
    }

    private void visitAround(String before, Expression<?> argument, String after) {
        append(before);
        visit(argument);
        append(after);
    }

    /** The number of digits has to be given ("ROUND"). */
    private void visitRound(BuiltInFunction<?> e) {
        if (e.arguments().size() == 1) {
            visitAround("ROUND(", e.argument(0), ", 0)");
        } else {
            super.visitBuiltIn(e);
        }
    }

    /** The length has to be given ("SUBSTRING"). */
    private void visitSubstring(BuiltInFunction<?> e) {
        if (e.arguments().size() == 2) {
            append("SUBSTRING(");
            visitAll(e.arguments());
            append(", 2147483647)");
        } else {
            super.visitBuiltIn(e);
        }
    }

    /** There is no padding; REPLICATE gives NULL for a text that is too long, which is cut at its end. */
    private void visitPadded(BuiltInFunction<?> e) {
        boolean atEnd = e.name() == BuiltInFunction.Name.RPAD;
        append("LEFT(");
        if (atEnd) {
            visit(e.argument(0), Precedence.ADDITION);
            append(" + ");
        }
        append("COALESCE(REPLICATE(");
        visit(e.argument(2));
        append(", ");
        visit(e.argument(1), Precedence.ADDITION);
        append(" - ");
        visitLength(e.argument(0));
        append("), '')");
        if (!atEnd) {
            append(" + ");
            visit(e.argument(0), Precedence.ADDITION);
        }
        visitAround(", ", e.argument(1), ")");
    }
}
