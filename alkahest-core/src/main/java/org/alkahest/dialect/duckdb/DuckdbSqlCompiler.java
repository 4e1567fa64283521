package org.alkahest.dialect.duckdb;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.Feature;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.StatementKey;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.IntervalCodecs;
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.BitwiseOperation;
import org.alkahest.sql.BuiltInFunction;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FunctionCall;
import org.alkahest.sql.Literal;
import org.alkahest.sql.RegexpLike;
import org.alkahest.sql.RegexpReplace;
import org.alkahest.sql.Returning;
import org.alkahest.sql.RowLimit;
import org.alkahest.sql.StringAggregate;
import org.alkahest.sql.TableSample;
import org.alkahest.sql.WindowFunction;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;

/** DuckDB's SELECT, INSERT, UPDATE and DELETE (https://duckdb.org/docs/stable/sql/introduction, 2.0). */
final class DuckdbSqlCompiler extends DuckdbListCompiler {
    DuckdbSqlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** In a subquery that may be correlated a limit has to be a constant ("LIMIT and OFFSET Clauses"). */
    @Override
    protected void visitLimit(RowLimit limit, boolean ordered) {
        boolean constants = (limit.limit() == null || limit.limit() instanceof Literal<?>)
                && (limit.offset() == null || limit.offset() instanceof Literal<?>);
        if (isEnclosed() && constants && !limit.isNone()) {
            withValuesInText(() -> super.visitLimit(limit, ordered));
        } else {
            super.visitLimit(limit, ordered);
        }
    }

    /** {@code /} divides integers as floating-point numbers (docs/stable/sql/functions/numeric). */
    @Override
    protected void visitArithmetic(Arithmetic<?> e) {
        if (e.operator() == Arithmetic.Operator.DIVIDE && isInteger(e)) {
            visitBinary(e.left(), "//", e.right(), Precedence.MULTIPLICATION);
        } else {
            super.visitArithmetic(e);
        }
    }

    @Override
    protected void visitRegexpLike(RegexpLike e) {
        append(e.negated() ? "NOT regexp_matches(" : "regexp_matches(");
        visit(e.operand());
        append(", ");
        visit(e.pattern());
        append(e.flags().isEmpty() ? ")" : ", " + literal(e.flags()) + ")");
    }

    @Override
    protected void visitRegexpReplace(RegexpReplace e) {
        visitRegexpReplace(e, "g" + e.flags());
    }

    @Override
    protected void visitBitwise(BitwiseOperation<?> e) {
        if (e.operator() == BitwiseOperation.Operator.XOR) {
            visitCall("xor", List.of(e.left(), e.right()));
        } else {
            super.visitBitwise(e);
        }
    }

    /** Within the parentheses of the function (docs/stable/sql/functions/window_functions). */
    @Override
    protected void visitWindowedFunction(WindowFunction<?> e) {
        if (e.type().name() == TypeName.INTERVAL_DAY_TIME && e.function().name().equals("sum")) {
            throw new UnsupportedFeatureException(
                    "sum of intervals over a window", traits, "Sum in a subquery with GROUP BY, or in Java.");
        }
        if (e.ignoreNulls()) {
            append(e.function().name() + "(");
            visitAll(e.function().arguments());
            append(" IGNORE NULLS)");
        } else {
            super.visitWindowedFunction(e);
        }
    }

    @Override
    protected void visitStringAggregate(StringAggregate e) {
        visitStringAggregate("string_agg", e);
    }

    @Override
    protected void visitBuiltIn(BuiltInFunction<?> e) {
        switch (e.name()) {
            case LOCAL_TIME -> append("current_localtime()");
            case LOCAL_TIMESTAMP -> append("current_localtimestamp()");
            case DAYS_BETWEEN -> {
                append("date_diff('day', ");
                visitAll(e.arguments());
                append(")");
            }
            case EPOCH_SECONDS -> {
                append("CAST(floor(epoch(");
                visit(e.argument(0));
                append(")) AS BIGINT)");
            }
            default -> super.visitBuiltIn(e);
        }
    }

    /** A number alone would be a number of rows (docs/stable/sql/samples). */
    @Override
    protected void visitTableSample(TableSample sample) {
        traits.require(Feature.TABLESAMPLE);
        visitTable(sample.table());
        append(" TABLESAMPLE " + sample.method().name() + " (" + literal(sample.percent()) + " PERCENT)");
        Integer seed = sample.seed();
        append(seed == null ? "" : " REPEATABLE (" + literal(seed) + ")");
    }

    /** A date is sent as the beginning of its day: see {@link DuckdbCodecs}. Lists and intervals are text. */
    @Override
    protected String placeholder(SqlType<?> type) {
        return switch (type.name()) {
            case DATE -> "CAST(? AS DATE)";
            case INTERVAL_DAY_TIME, INTERVAL_YEAR_MONTH -> "CAST(? AS INTERVAL)";
            case ARRAY -> "CAST(? AS " + types.castType(type) + ")";
            default -> super.placeholder(type);
        };
    }

    @Override
    protected String literal(Object stored) {
        return switch (stored) {
            case Duration duration -> "CAST('" + IntervalCodecs.text(duration) + "' AS INTERVAL)";
            case Period period -> "CAST('" + IntervalCodecs.text(period) + "' AS INTERVAL)";
            default -> super.literal(stored);
        };
    }

    /** There is no sum of intervals: "No function matches sum(INTERVAL)". A duration has no months, so that its time is all. */
    @Override
    protected void visitFunction(FunctionCall<?> e) {
        if (!e.name().equals("sum") || e.type().name() != TypeName.INTERVAL_DAY_TIME) {
            super.visitFunction(e);
            return;
        }
        append("to_microseconds(CAST(sum(" + (e.distinct() ? "DISTINCT epoch_us(" : "epoch_us("));
        visit(e.arguments().get(0));
        append("))");
        visitFilter(e.filter());
        append(" AS BIGINT))");
    }

    /** Each placeholder is a parameter of its own: "must appear in the GROUP BY clause". */
    @Override
    protected boolean distinguishesParameters() {
        return true;
    }

    /** "Unexpected prepared parameter": RETURNING takes none. */
    @Override
    protected void visitReturning(Returning<?> returning) {
        for (Expression<?> expression : returning.selection().expressions()) {
            if (StatementKey.walk(expression).hasOwnValues()) {
                throw new UnsupportedFeatureException(
                        "parameters in RETURNING", traits, "Return the columns, and compute in Java.");
            }
        }
        super.visitReturning(returning);
    }

    /** The sequence's name is a text that holds an identifier. */
    @Override
    protected void visitNextValue(String sequence) {
        append("nextval('" + sequence.replace("'", "''") + "')");
    }
}
