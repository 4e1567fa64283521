package org.alkahest.dialect.mysql;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.BitwiseNot;
import org.alkahest.sql.BitwiseOperation;
import org.alkahest.sql.BuiltInFunction;
import org.alkahest.sql.Concatenation;
import org.alkahest.sql.DateAddition;
import org.alkahest.sql.Delete;
import org.alkahest.sql.Extract;
import org.alkahest.sql.Interval;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.RegexpReplace;
import org.alkahest.sql.RowLimit;
import org.alkahest.sql.Select;
import org.alkahest.sql.SetOperation;
import org.alkahest.sql.StringAggregate;
import org.alkahest.sql.TableRef;
import org.alkahest.sql.Update;
import org.alkahest.sql.WindowFunction;
import org.alkahest.type.Codecs;
import org.jspecify.annotations.Nullable;

/** MySQL's SELECT, INSERT, UPDATE and DELETE (https://dev.mysql.com/doc/refman/9.7/en/sql-data-manipulation-statements.html). */
class MysqlSqlCompiler extends MysqlNestedCompiler {
    private static final String NO_LIMIT = " LIMIT 18446744073709551615";

    private static final Set<String> RANKS = Set.of("row_number", "rank", "dense_rank", "ntile");

    private @Nullable TableRef changed;
    private boolean changesWithOthers;
    private int depth;

    MysqlSqlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** A parameter is never the same as another one: "nonaggregated column" in mode ONLY_FULL_GROUP_BY (7.1.11). */
    @Override
    protected boolean distinguishesParameters() {
        return true;
    }

    /** {@code ||} means OR unless the session says otherwise (14.4.3). */
    @Override
    protected void visitConcatenation(Concatenation e) {
        append("concat(");
        visitAll(e.terms());
        append(")");
    }

    /** A slash divides integers into a decimal (14.6.1). */
    @Override
    protected void visitArithmetic(Arithmetic<?> e) {
        if (e.operator() == Arithmetic.Operator.DIVIDE && isInteger(e)) {
            visitBinary(e.left(), "DIV", e.right(), Precedence.MULTIPLICATION);
        } else {
            super.visitArithmetic(e);
        }
    }

    /** OFFSET is a part of LIMIT, and this is how the manual says that there is none (15.2.13). */
    @Override
    protected String noLimit() {
        return NO_LIMIT;
    }

    /** LIMIT stands in a subquery of IN only one level deeper (15.2.15.12). */
    @Override
    protected void visitInSubquery(QueryExpression<?> query) {
        RowLimit limit = switch (query) {
            case Select<?> select -> select.body().limit();
            case SetOperation<?> operation -> operation.limit();
        };
        boolean limited = !limit.isNone();
        append(limited ? "SELECT * FROM (" : "");
        super.visitInSubquery(query);
        append(limited ? ") AS limited" : "");
    }

    @Override
    protected String defaultValues(TableRef table) {
        return " () VALUES ()";
    }

    @Override
    protected void visitUpdate(Update update) {
        changed = update.table();
        changesWithOthers = !isAlone(update.table(), update.others());
        super.visitUpdate(update);
        changed = null;
    }

    @Override
    protected void visitDelete(Delete delete) {
        changed = delete.table();
        changesWithOthers = !isAlone(delete.table(), delete.others());
        super.visitDelete(delete);
        changed = null;
    }

    @Override
    protected void visitSelect(Select<?> select) {
        depth++;
        super.visitSelect(select);
        depth--;
    }

    /**
     * A statement may not change a table from which its subqueries read (15.2.15.12), but they may read a copy of it; the
     * limit keeps the copy from being merged away (10.2.2.4).
     */
    @Override
    protected void visitTable(TableRef table) {
        if (depth == 0 || !readsChangedTable(table)) {
            super.visitTable(table);
            return;
        }
        append("(SELECT * FROM " + identifiers.qualified(table.schema(), table.name()) + NO_LIMIT + ") AS ");
        appendIdentifier(table.correlationName());
    }

    /** Whether the statement that is compiled changes a table by the rows of others. */
    final boolean changesWithOthers() {
        return changesWithOthers;
    }

    /** Whether a subquery reads the table that the statement changes; under its schema's name the copy would not be found. */
    boolean readsChangedTable(TableRef table) {
        TableRef target = changed;
        return target != null
                && target.name().equals(table.name())
                && Objects.equals(target.schema(), table.schema())
                && (table.schema() == null || table.alias() != null);
    }

    /** Backslashes escape in literals (11.1.1); a time zone in one would be turned into the session's (11.1.3). */
    @Override
    protected String literal(Object stored) {
        return stored instanceof OffsetDateTime instant
                ? super.literal(instant.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime())
                : super.literal(stored).replace("\\", "\\\\");
    }

    /** Flags stand after position and occurrence (14.8.2). */
    @Override
    protected void visitRegexpReplace(RegexpReplace e) {
        append("regexp_replace(");
        visitAll(List.of(e.operand(), e.pattern(), e.replacement()));
        append(e.flags().isEmpty() ? ")" : ", 1, 0, " + literal(e.flags()) + ")");
    }

    /** Bits are unsigned (14.12). */
    @Override
    protected void visitBitwise(BitwiseOperation<?> e) {
        append("CAST(");
        super.visitBitwise(e);
        append(" AS SIGNED)");
    }

    @Override
    protected void visitBitwiseNot(BitwiseNot<?> e) {
        append("CAST(");
        super.visitBitwiseNot(e);
        append(" AS SIGNED)");
    }

    /** Any number may stand in an interval, and weeks (11.1.3, "Temporal Intervals"). */
    @Override
    protected void visitDateAddition(DateAddition<?> e) {
        visit(e.operand(), Precedence.ADDITION);
        append(" + INTERVAL ");
        visit(e.amount(), Precedence.UNARY);
        append(" " + e.unit());
    }

    @Override
    protected void visitInterval(Interval e) {
        append("INTERVAL " + e.amount() + " " + e.unit());
    }

    @Override
    protected void visitExtract(Extract e) {
        switch (e.field()) {
            case WEEK -> visitDateFunction("week(", e, ", 3)");
            case DAY_OF_YEAR -> visitDateFunction("dayofyear(", e, ")");
            case DAY_OF_WEEK -> visitDateFunction("(weekday(", e, ") + 1)");
            default -> super.visitExtract(e);
        }
    }

    private void visitDateFunction(String before, Extract e, String after) {
        append(before);
        visit(e.operand());
        append(after);
    }

    /** Ranks are BIGINT UNSIGNED (14.20.1), which no negative number can be added to; a query around keeps the type. */
    @Override
    protected void visitWindowFunction(WindowFunction<?> e) {
        boolean cast = hasUnsignedRanks() && RANKS.contains(e.function().name().toLowerCase(Locale.ROOT));
        append(cast ? "CAST(" : "");
        super.visitWindowFunction(e);
        append(cast ? " AS SIGNED)" : "");
    }

    boolean hasUnsignedRanks() {
        return true;
    }

    @Override
    protected void visitStringAggregate(StringAggregate e) {
        append(e.distinct() ? "group_concat(DISTINCT " : "group_concat(");
        visit(e.operand());
        visitAggregateOrder(" ORDER BY ", e.orderBy());
        append(" SEPARATOR " + literal(e.separator()) + ")");
        visitFilter(e.filter());
    }

    @Override
    protected void visitBuiltIn(BuiltInFunction<?> e) {
        switch (e.name()) {
            case RANDOM -> append("rand()");
            case NEW_UUID -> append("uuid()");
            case CURRENT_TIMESTAMP -> append("utc_timestamp(6)"); // instants are kept in UTC
            case LOCAL_TIME -> append("curtime(6)");
            case LOCAL_TIMESTAMP -> append("localtimestamp(6)");
            case CURRENT_USER -> append("current_user()");
            case SESSION_USER -> append("session_user()");
            case EPOCH_SECONDS -> {
                append("timestampdiff(SECOND, TIMESTAMP '1970-01-01 00:00:00', ");
                visit(e.argument(0));
                append(")");
            }
            case DAYS_BETWEEN -> visitCall("datediff", List.of(e.argument(1), e.argument(0)));
            default -> super.visitBuiltIn(e);
        }
    }
}
