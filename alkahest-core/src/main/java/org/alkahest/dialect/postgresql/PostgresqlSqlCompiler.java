package org.alkahest.dialect.postgresql;

import java.time.Duration;
import java.time.Period;
import java.util.HexFormat;
import java.util.UUID;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.dialect.IntervalCodecs;
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.Between;
import org.alkahest.sql.BitwiseOperation;
import org.alkahest.sql.BuiltInFunction;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Extract;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Parameter;
import org.alkahest.sql.RegexpLike;
import org.alkahest.sql.RegexpReplace;
import org.alkahest.sql.StringAggregate;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;

/** PostgreSQL's SELECT, INSERT, UPDATE and DELETE (https://www.postgresql.org/docs/18/sql-commands.html). */
final class PostgresqlSqlCompiler extends PostgresqlArrayCompiler {
    PostgresqlSqlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** Seconds come with their fraction (PostgreSQL 18, 9.9.1). */
    @Override
    protected void visitExtract(Extract e) {
        boolean fraction = e.field() == Extract.Field.SECOND;
        append(fraction ? "CAST(floor(" : "CAST(");
        super.visitExtract(e);
        append(fraction ? ") AS INTEGER)" : " AS INTEGER)");
    }

    /** Each placeholder is a parameter of its own: "must appear in the GROUP BY clause". */
    @Override
    protected boolean distinguishesParameters() {
        return true;
    }

    /** There is no remainder of floating-point numbers (docs/18/functions-math.html). */
    @Override
    protected void visitArithmetic(Arithmetic<?> e) {
        boolean floating = isFloating(e.left()) || isFloating(e.right());
        if (e.operator() == Arithmetic.Operator.MODULO && floating) {
            visitCast(e.left(), "NUMERIC");
            append(" % ");
            visitCast(e.right(), "NUMERIC");
        } else {
            super.visitArithmetic(e);
        }
    }

    private static boolean isFloating(Expression<?> e) {
        return e.type().name() == TypeName.REAL || e.type().name() == TypeName.DOUBLE;
    }

    /** The driver sends text, which is no JSON, and beside which CHAR loses its padding and the parameter does not (docs/18/typeconv-oper.html). */
    @Override
    protected String placeholder(SqlType<?> type) {
        return switch (type.name()) {
            case CHAR -> "CAST(? AS BPCHAR)";
            case VARCHAR -> type.enumeration() == null ? "?" : "CAST(? AS " + types.castType(type) + ")";
            case JSON -> "CAST(? AS JSONB)";
            case INTERVAL_DAY_TIME, INTERVAL_YEAR_MONTH -> "CAST(? AS INTERVAL)";
            case ARRAY -> "CAST(? AS " + castName(type) + ")";
            default -> "?";
        };
    }

    /** The driver sends NULL of many types without one, and then the server takes it for text. */
    @Override
    protected void visitUntyped(Expression<?> expression) {
        boolean unknown =
                expression instanceof Parameter<?> || (expression instanceof Literal<?> e && e.value() == null);
        TypeName type = expression.type().name();
        boolean told = !placeholder(expression.type()).equals("?");
        if (unknown && !told && type != TypeName.OTHER && expression.type().vendor() == null) {
            visitCast(expression, castName(expression.type()));
        } else {
            visit(expression);
        }
    }

    /** X'…' is a bit string (docs/18/sql-syntax-lexical.html); bytes are text in hex format (datatype-binary.html). */
    @Override
    protected String literal(Object stored) {
        return switch (stored) {
            case byte[] bytes -> "'\\x" + HexFormat.of().formatHex(bytes) + "'::bytea";
            case UUID uuid -> "CAST('" + uuid + "' AS UUID)"; // in a SELECT list it would be text
            case Duration duration -> "CAST('" + IntervalCodecs.text(duration) + "' AS INTERVAL)";
            case Period period -> "CAST('" + IntervalCodecs.text(period) + "' AS INTERVAL)";
            default -> super.literal(stored);
        };
    }

    @Override
    protected void visitBetweenSymmetric(Between e) {
        visitBetween(e.operand(), "SYMMETRIC ", e.low(), e.high(), e.negated());
    }

    /**
     * Flags other than {@code i} stand at the beginning of the pattern, as in {@code (?n)} (docs/18/functions-matching.html,
     * 9.7.3.4). The question mark is written as an escape, so that nobody takes it for a parameter.
     */
    @Override
    protected void visitRegexpLike(RegexpLike e) {
        boolean ignoreCase = e.flags().equals("i");
        visit(e.operand(), Precedence.ADDITION);
        append((e.negated() ? " !~" : " ~") + (ignoreCase ? "* " : " "));
        if (ignoreCase || e.flags().isEmpty()) {
            visit(e.pattern(), Precedence.ADDITION);
        } else {
            append("(E'(\\x3f" + e.flags() + ")' || ");
            visit(e.pattern(), Precedence.UNARY);
            append(")");
        }
    }

    /** Flag {@code g} replaces all matches and not the first alone (docs/18/functions-matching.html, 9.7.3). */
    @Override
    protected void visitRegexpReplace(RegexpReplace e) {
        visitRegexpReplace(e, "g" + e.flags());
    }

    /** {@code ^} is the power there (docs/18/functions-math.html). */
    @Override
    protected void visitBitwise(BitwiseOperation<?> e) {
        visitBitwise(
                e,
                e.operator() == BitwiseOperation.Operator.XOR
                        ? "#"
                        : e.operator().sql());
    }

    @Override
    protected void visitStringAggregate(StringAggregate e) {
        visitStringAggregate("string_agg", e);
    }

    /** The driver takes two question marks for one. */
    @Override
    protected String customOperator(String operator) {
        return operator.replace("?", "??");
    }

    @Override
    protected void visitBuiltIn(BuiltInFunction<?> e) {
        switch (e.name()) {
            case ROUND -> visitRound(e);
            case DAYS_BETWEEN -> {
                append("(");
                visitCast(e.argument(1), "DATE");
                append(" - ");
                visitCast(e.argument(0), "DATE");
                append(")");
            }
            case SIGN -> {
                // Of the argument's type there, whose quotients are no integers (docs/18/functions-math.html).
                append("CAST(");
                super.visitBuiltIn(e);
                append(" AS INTEGER)");
            }
            default -> super.visitBuiltIn(e);
        }
    }

    /** The sum of INTEGER is BIGINT (docs/18/functions-aggregate.html), and division cuts (functions-math.html). */
    @Override
    protected String decimalQuotient() {
        return "NUMERIC";
    }

    /** Only NUMERIC is rounded to digits (docs/18/functions-math.html). */
    private void visitRound(BuiltInFunction<?> e) {
        if (e.arguments().size() == 1 || !isFloating(e.argument(0))) {
            super.visitBuiltIn(e);
            return;
        }
        append("round(");
        visitCast(e.argument(0), "NUMERIC");
        append(", ");
        visit(e.argument(1));
        append(")");
    }

    /** The sequence's name is a text that holds an identifier (docs/18/functions-sequence.html). */
    @Override
    protected void visitNextValue(String sequence) {
        append("nextval('" + sequence.replace("'", "''") + "')");
    }
}
