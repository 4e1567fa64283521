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
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.Extract;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.ValuesTable;
import org.alkahest.type.Codecs;

/** SQLite's SELECT, INSERT, UPDATE and DELETE (https://www.sqlite.org/lang.html, 3.54). */
final class SqliteSqlCompiler extends SqlCompiler {
    SqliteSqlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** Terms of a compound SELECT take no parentheses, no order and no limit (lang_select.html, section 3). */
    @Override
    protected String termPrefix() {
        return "SELECT * FROM (";
    }

    /** After a SELECT without WHERE the parser takes ON for a join (lang_upsert.html, section 2.2). */
    @Override
    protected void visitUpsertQuery(QueryExpression<?> query) {
        append("SELECT * FROM (");
        visitQuery(query);
        append(") WHERE TRUE");
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

    /** A query in FROM takes no column names, and VALUES calls its columns column1, column2 … (lang_select.html). */
    @Override
    protected void visitValues(ValuesTable values) {
        append("(SELECT ");
        for (int i = 0; i < values.fields().size(); i++) {
            append((i == 0 ? "column" : ", column") + (i + 1) + " AS ");
            appendIdentifier(values.fields().get(i).name());
        }
        append(" FROM (");
        visitValueRows(values, "(");
        append(")) AS ");
        appendIdentifier(values.alias());
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

    /** A list of rows is a table (rowvalue.html, section 2.3). */
    @Override
    protected String rowListPrefix() {
        return "VALUES ";
    }
}
