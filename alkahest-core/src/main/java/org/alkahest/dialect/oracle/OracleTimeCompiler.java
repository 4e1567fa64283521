package org.alkahest.dialect.oracle;

import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.sql.DateAddition;
import org.alkahest.sql.IntervalUnit;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;

/** Oracle's dates and intervals (19c SQL Language Reference, "Datetime/Interval Arithmetic"). */
abstract class OracleTimeCompiler extends OracleNestedCompiler {
    OracleTimeCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** The text of an interval ("TO_DSINTERVAL", "TO_YMINTERVAL"); the driver has types of its own for it. */
    @Override
    protected String placeholder(SqlType<?> type) {
        return switch (type.name()) {
            case INTERVAL_DAY_TIME -> "TO_DSINTERVAL(?)";
            case INTERVAL_YEAR_MONTH -> "TO_YMINTERVAL(?)";
            default -> super.placeholder(type);
        };
    }

    /**
     * Adding months keeps to the end of a month ("ADD_MONTHS"), and gives a DATE. A timestamp keeps its fraction where the
     * days between are added as an interval; a number would make a DATE of it ("Datetime/Interval Arithmetic").
     */
    @Override
    protected void visitDateAddition(DateAddition<?> e) {
        boolean date = e.type().name() == TypeName.DATE;
        boolean months = e.unit() == IntervalUnit.MONTH || e.unit() == IntervalUnit.YEAR;
        if (months) {
            append(date ? "ADD_MONTHS(" : "(");
            visit(e.operand(), Precedence.ADDITION);
            append(date ? ", " : " + NUMTODSINTERVAL(ADD_MONTHS(");
            if (!date) {
                visitCast(e.operand(), "DATE");
                append(", ");
            }
            visit(e.amount(), Precedence.MULTIPLICATION);
            append(e.unit() == IntervalUnit.YEAR ? " * 12)" : ")");
            if (!date) {
                append(" - ");
                visitCast(e.operand(), "DATE");
                append(", 'DAY'))");
            }
        } else if (date) {
            visit(e.operand(), Precedence.ADDITION);
            append(" + ");
            visit(e.amount(), Precedence.MULTIPLICATION);
            append(e.unit() == IntervalUnit.WEEK ? " * 7" : "");
        } else {
            boolean weeks = e.unit() == IntervalUnit.WEEK;
            visit(e.operand(), Precedence.ADDITION);
            append(" + NUMTODSINTERVAL(");
            visit(e.amount(), Precedence.MULTIPLICATION);
            append(weeks ? " * 7, 'DAY')" : ", '" + e.unit() + "')");
        }
    }
}
