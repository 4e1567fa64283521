package org.alkahest.dialect.sqlite;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.Feature;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.BitwiseOperation;
import org.alkahest.sql.BuiltInFunction;
import org.alkahest.sql.DateAddition;
import org.alkahest.sql.Extract;
import org.alkahest.sql.IntervalUnit;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.StringAggregate;
import org.alkahest.sql.ValuesTable;
import org.alkahest.type.Codecs;
import org.alkahest.type.TypeName;

/** SQLite's SELECT, INSERT, UPDATE and DELETE (https://www.sqlite.org/lang.html, 3.54). */
final class SqliteSqlCompiler extends SqliteNestedCompiler {
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
        switch (e.field()) {
            case YEAR -> visitPart("%Y", e, "");
            case QUARTER -> {
                append("((");
                visitPart("%m", e, "");
                append(" + 2) / 3)");
            }
            case MONTH -> visitPart("%m", e, "");
            case WEEK -> { // of the Thursday that is nearest; %V came with 3.46
                append("((");
                visitPart("%j", e, ", '-3 days', 'weekday 4'");
                append(" + 6) / 7)");
            }
            case DAY -> visitPart("%d", e, "");
            case DAY_OF_YEAR -> visitPart("%j", e, "");
            case DAY_OF_WEEK -> {
                append("((");
                visitPart("%w", e, "");
                append(" + 6) % 7 + 1)");
            }
            case HOUR -> visitPart("%H", e, "");
            case MINUTE -> visitPart("%M", e, "");
            case SECOND -> visitPart("%S", e, "");
        }
    }

    private void visitPart(String format, Extract e, String modifiers) {
        append("CAST(strftime('" + format + "', ");
        visit(e.operand());
        append(modifiers + ") AS INTEGER)");
    }

    /** There is no exclusive or. */
    @Override
    protected void visitBitwise(BitwiseOperation<?> e) {
        if (e.operator() != BitwiseOperation.Operator.XOR) {
            super.visitBitwise(e);
            return;
        }
        append("(");
        visitBitwise(e, "|");
        append(") - (");
        visitBitwise(e, "&");
        append(")");
    }

    /** The text beyond the seconds, a fraction and an offset, stays as it is. */
    @Override
    protected void visitDateAddition(DateAddition<?> e) {
        boolean date = e.type().name() == TypeName.DATE;
        append(date ? "date(" : "(strftime('%Y-%m-%d %H:%M:%S', substr(");
        visit(e.operand());
        append(date ? ", (" : ", 1, 19), (");
        visit(e.amount(), Precedence.MULTIPLICATION);
        boolean weeks = e.unit() == IntervalUnit.WEEK;
        append(weeks ? " * 7) || ' DAY'" : ") || ' " + e.unit().name() + "'");
        if (e.unit() == IntervalUnit.MONTH || e.unit() == IntervalUnit.YEAR) {
            traits.require(Feature.MONTH_ADDITION); // without floor the 31st of January plus a month is in March
            append(", 'floor'");
        }
        append(")");
        if (!date) {
            append(" || substr(");
            visit(e.operand());
            append(", 20))");
        }
    }

    /** DISTINCT takes one argument; a comma is the separator then (lang_aggfunc.html). */
    @Override
    protected void visitStringAggregate(StringAggregate e) {
        if (!e.distinct()) {
            visitStringAggregate("group_concat", e);
            return;
        }
        if (!e.separator().equals(",")) {
            throw new UnsupportedFeatureException(
                    "separator of distinct strings other than a comma",
                    traits,
                    "Aggregate the rows of a subquery with DISTINCT.");
        }
        append("group_concat(DISTINCT ");
        visit(e.operand());
        if (!e.orderBy().isEmpty()) {
            traits.require(Feature.AGGREGATE_ORDER_BY);
            visitAggregateOrder(" ORDER BY ", e.orderBy());
        }
        append(")");
        visitFilter(e.filter());
    }

    @Override
    protected void visitBuiltIn(BuiltInFunction<?> e) {
        SqliteFunctions.Form form = SqliteFunctions.of(e);
        if (form.equals(SqliteFunctions.STANDARD)) {
            super.visitBuiltIn(e);
        } else if (form.equals(SqliteFunctions.NONE)) {
            traits.require(Feature.SESSION_USERS);
        } else {
            List<String> texts = form.texts();
            for (int i = 0; i < texts.size(); i++) {
                append(texts.get(i));
                if (i < form.arguments().size()) {
                    visit(e.argument(form.arguments().get(i)));
                }
            }
        }
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
