package org.alkahest.dialect.sqlite;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.Extract;
import org.alkahest.sql.JoinClause;
import org.alkahest.type.Codecs;

/** SQLite's SELECT, INSERT, UPDATE and DELETE (https://www.sqlite.org/lang.html, 3.54). */
final class SqliteSqlCompiler extends SqlCompiler {
    private final boolean outerJoins;

    /** @param outerJoins whether there are RIGHT and FULL JOIN */
    SqliteSqlCompiler(
            DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs, boolean outerJoins) {
        super(traits, identifiers, types, codecs);
        this.outerJoins = outerJoins;
    }

    /** Terms of a compound SELECT take no parentheses, no order and no limit (lang_select.html, section 3). */
    @Override
    protected String termPrefix() {
        return "SELECT * FROM (";
    }

    /** A decimal may be kept as an integer, whose division and remainder are those of integers (lang_expr.html). */
    @Override
    protected void visitArithmetic(Arithmetic<?> e) {
        boolean divides = e.operator() == Arithmetic.Operator.DIVIDE || e.operator() == Arithmetic.Operator.MODULO;
        if (!divides || isInteger(e)) {
            super.visitArithmetic(e);
        } else if (e.operator() == Arithmetic.Operator.DIVIDE) {
            visitCast(e.left(), "REAL");
            append(" / ");
            visit(e.right(), Precedence.UNARY);
        } else {
            append("mod(");
            visit(e.left());
            append(", ");
            visit(e.right());
            append(")");
        }
    }

    @Override
    protected void visitJoinKind(JoinClause.Kind kind) {
        if (!outerJoins && (kind == JoinClause.Kind.RIGHT || kind == JoinClause.Kind.FULL)) {
            throw new UnsupportedFeatureException(
                    kind.sql() + " before 3.39", traits, "Write it as a LEFT JOIN from the other side.");
        }
        super.visitJoinKind(kind);
    }

    /** OFFSET is a part of LIMIT; a negative limit is none (lang_select.html, section 5). */
    @Override
    protected String noLimit() {
        return " LIMIT -1";
    }

    /** There is no EXTRACT; strftime reads the ISO text (lang_datefunc.html). */
    @Override
    protected void visitExtract(Extract e) {
        String format = switch (e.field()) {
            case YEAR -> "%Y";
            case MONTH -> "%m";
            case DAY -> "%d";
            case HOUR -> "%H";
            case MINUTE -> "%M";
            case SECOND -> "%S";
        };
        append("CAST(strftime('" + format + "', ");
        visit(e.operand());
        append(") AS INTEGER)");
    }

    /** Dates and times are text. */
    @Override
    protected String literal(Object stored) {
        return switch (stored) {
            case LocalDate value -> super.literal(SqliteTimes.write(value));
            case LocalTime value -> super.literal(SqliteTimes.write(value));
            case LocalDateTime value -> super.literal(SqliteTimes.write(value));
            case OffsetDateTime value -> super.literal(SqliteTimes.write(value));
            default -> super.literal(stored);
        };
    }
}
