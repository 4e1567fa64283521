package org.alkahest.dialect.oracle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.Feature;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.Styles.ValuesStyle;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.schema.Column;
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.BitwiseNot;
import org.alkahest.sql.BitwiseOperation;
import org.alkahest.sql.BuiltInFunction;
import org.alkahest.sql.Cast;
import org.alkahest.sql.Collate;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.CteClauses;
import org.alkahest.sql.DistinctFrom;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Extract;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.FunctionCall;
import org.alkahest.sql.Insert;
import org.alkahest.sql.RegexpReplace;
import org.alkahest.sql.Returning;
import org.alkahest.sql.Select;
import org.alkahest.sql.SelectBody;
import org.alkahest.sql.SetOperation;
import org.alkahest.sql.TableFunction;
import org.alkahest.sql.TableRef;
import org.alkahest.sql.TableSample;
import org.alkahest.sql.TryCast;
import org.alkahest.sql.Tuple;
import org.alkahest.type.Codecs;
import org.alkahest.type.IntervalText;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;

/** Oracle's SELECT, INSERT, UPDATE and DELETE (SQL Language Reference 19c and 23ai, "SQL Statements"). */
final class OracleSqlCompiler extends OracleTimeCompiler {
    /** Functions that take no parentheses where they take no arguments. */
    private static final Set<String> NILADIC =
            Set.of("current_date", "current_timestamp", "localtimestamp", "sysdate", "systimestamp", "user");

    /** Names of collations that need no quotes. */
    static final Pattern COLLATION = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    OracleSqlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** Whether this is 23ai or later, where VALUES has several rows and FROM may be missing. */
    private boolean hasRowLists() {
        return traits.values() == ValuesStyle.VALUES;
    }

    @Override
    protected String withRecursive() {
        return "WITH ";
    }

    @Override
    protected String tableAliasKeyword() {
        return " ";
    }

    /** The one-row table; FROM became optional with 23ai. */
    @Override
    protected String withoutFrom() {
        return hasRowLists() ? "" : " FROM DUAL";
    }

    /** ORA-02014: rows are not locked where only some of them are taken ("row_limiting_clause", restrictions). */
    @Override
    protected void visitSelect(Select<?> select) {
        SelectBody body = select.body();
        if (!body.locks().isEmpty() && !body.limit().isNone()) {
            throw new UnsupportedFeatureException(
                    "FOR UPDATE together with a limit or an offset",
                    traits,
                    "Take the limited keys in a subquery and lock those rows: where(key.in(query)).");
        }
        if (body.locks().size() > 1) {
            throw new UnsupportedFeatureException(
                    "several locks on one query", traits, "Name all tables in one: forUpdate().of(a, b).");
        }
        super.visitSelect(select);
    }

    /** OF names columns, and means their tables ("for_update_clause"). */
    @Override
    protected String lockTarget(FromItem item) {
        return item instanceof TableRef table
                ? super.lockTarget(table) + "."
                        + identifiers.write(table.columns().get(0).name())
                : super.lockTarget(item);
    }

    /** SAMPLE stands before the alias; SYSTEM is BLOCK ("sample_clause"). */
    @Override
    protected void visitTableSample(TableSample sample) {
        TableRef table = sample.table();
        append(identifiers.qualified(table.schema(), table.name()));
        append(sample.method() == TableSample.Method.SYSTEM ? " SAMPLE BLOCK (" : " SAMPLE (");
        append(BigDecimal.valueOf(sample.percent()).toPlainString() + ")");
        append(sample.seed() == null ? "" : " SEED (" + sample.seed() + ")");
        if (table.alias() != null) {
            append(tableAliasKeyword());
            appendIdentifier(table.alias());
        }
    }

    /** The columns are the attributes of the function's type, or COLUMN_VALUE ("table_collection_expression"). */
    @Override
    protected void visitTableFunction(TableFunction function) {
        if (function.ordinality() != null) {
            traits.require(Feature.WITH_ORDINALITY);
        }
        if (function.columns() == TableFunction.Columns.TYPED) {
            traits.require(Feature.TYPED_TABLE_FUNCTIONS);
        }
        if (function.columns() == TableFunction.Columns.RENAMED) {
            throw new UnsupportedFeatureException(
                    "new names for the columns of a table-valued function",
                    traits,
                    "Name the columns as the function's type does, or COLUMN_VALUE.");
        }
        append("TABLE(");
        visit(function.call());
        append(")" + tableAliasKeyword());
        appendIdentifier(function.alias());
    }

    /** ORA-32040: the parts of a recursive query are combined by UNION ALL only ("subquery_factoring_clause"). */
    @Override
    protected void visitSetOperation(SetOperation<?> operation) {
        if (operation.operator() == SetOperation.Operator.UNION && isRecursive(operation)) {
            throw new UnsupportedFeatureException(
                    "recursive query by UNION", traits, "Use withRecursive(…), and a condition that ends it.");
        }
        super.visitSetOperation(operation);
    }

    private static boolean isRecursive(SetOperation<?> operation) {
        List<CommonTableExpression.Kind> kinds = operation.descendants().stream()
                .filter(CommonTableExpression.class::isInstance)
                .map(node -> ((CommonTableExpression) node).kind())
                .toList();
        return kinds.contains(CommonTableExpression.Kind.SELF) && !kinds.contains(CommonTableExpression.Kind.RECURSIVE);
    }

    /** EXCEPT and ALL came with 21c ("The Set Operators"). */
    @Override
    protected String setOperator(SetOperation.Operator operator) {
        boolean minus = operator == SetOperation.Operator.EXCEPT && !traits.has(Feature.INTERSECT_ALL);
        return minus ? "MINUS" : super.setOperator(operator);
    }

    /** Terms of a set operation take no order ("The Set Operators", restrictions). */
    @Override
    protected String termPrefix() {
        return "SELECT * FROM (";
    }

    /** ORA-00979: each placeholder is a parameter of its own. */
    @Override
    protected boolean distinguishesParameters() {
        return true;
    }

    /** A number in GROUP BY is a constant. */
    @Override
    protected void visitGroupPosition(int position) {
        throw new UnsupportedFeatureException(
                "GROUP BY of an expression with a parameter",
                traits,
                "Select the expression in a subquery and group by its column.");
    }

    /** An INSERT that gives no value has to name a column. */
    @Override
    protected String defaultValues(TableRef table) {
        return " (" + identifiers.write(firstWritable(table.columns()).name()) + ") VALUES (DEFAULT)";
    }

    private static ColumnRef<?> firstWritable(List<? extends ColumnRef<?>> columns) {
        for (ColumnRef<?> candidate : columns) {
            if (!(candidate instanceof Column<?> column) || column.options().computed() == null) {
                return candidate;
            }
        }
        return columns.get(0);
    }

    /** VALUES has one row before 23ai ("values_clause"). INSERT ALL would number all rows alike. */
    @Override
    protected void visitRows(List<List<Expression<?>>> rows) {
        if (rows.size() == 1 || hasRowLists()) {
            super.visitRows(rows);
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            append(i == 0 ? "SELECT " : " UNION ALL SELECT ");
            visitAll(rows.get(i));
            append(" FROM DUAL");
        }
    }

    /** A query's rows cannot be returned, and several rows are a query before 23ai ("insert_into_clause", "values_clause"). */
    @Override
    protected void visitReturning(Returning<?> returning) {
        if (returning.statement() instanceof Insert insert
                && (insert.query() != null || insert.rows().size() > 1)) {
            throw new UnsupportedFeatureException(
                    "RETURNING on INSERT of several rows", traits, "Insert row by row, or select the rows afterwards.");
        }
        super.visitReturning(returning);
    }

    /** Two nulls are equivalent for DECODE. */
    @Override
    protected void visitDistinctFrom(DistinctFrom e) {
        append("DECODE(");
        visit(e.left());
        append(", ");
        visit(e.right());
        append(", 0, 1) = ");
        append(e.negated() ? "0" : "1");
    }

    /** All numbers divide exactly; there is no remainder operator. */
    @Override
    protected void visitArithmetic(Arithmetic<?> e) {
        boolean modulo = e.operator() == Arithmetic.Operator.MODULO;
        if (modulo) {
            append("MOD(");
            visit(e.left());
            append(", ");
            visit(e.right());
            append(")");
        } else if (e.operator() == Arithmetic.Operator.DIVIDE && isInteger(e)) {
            append("TRUNC(");
            super.visitArithmetic(e);
            append(")");
        } else {
            super.visitArithmetic(e);
        }
    }

    /** Of a DATE there is only EXTRACT of date fields, although it has a time; seconds come with their fraction. */
    @Override
    protected void visitExtract(Extract e) {
        switch (e.field()) {
            case YEAR, MONTH, DAY -> super.visitExtract(e);
            case QUARTER -> visitFormatted("TO_NUMBER(TO_CHAR(", e, ", 'Q'))");
            case WEEK -> visitFormatted("TO_NUMBER(TO_CHAR(", e, ", 'IW'))");
            case DAY_OF_YEAR -> visitFormatted("TO_NUMBER(TO_CHAR(", e, ", 'DDD'))");
            case DAY_OF_WEEK -> {
                visitFormatted("(TRUNC(", e, ") - ");
                visitFormatted("TRUNC(", e, ", 'IW') + 1)");
            }
            case HOUR, MINUTE -> visitTimePart(e);
            case SECOND -> {
                append("TRUNC(");
                visitTimePart(e);
                append(")");
            }
        }
    }

    private void visitFormatted(String before, Extract e, String after) {
        append(before);
        visit(e.operand());
        append(after);
    }

    private void visitTimePart(Extract e) {
        append("EXTRACT(" + e.field().name() + " FROM ");
        if (e.operand().type().name() == TypeName.DATE) {
            visitCast(e.operand(), "TIMESTAMP");
        } else {
            visit(e.operand());
        }
        append(")");
    }

    /** Of the bitwise operators there is AND alone ("BITAND"); the others follow from it and from arithmetic. */
    @Override
    protected void visitBitwise(BitwiseOperation<?> e) {
        switch (e.operator()) {
            case AND -> visitCall("BITAND", List.of(e.left(), e.right()));
            case OR, XOR -> {
                append("(");
                visit(e.left(), Precedence.MULTIPLICATION);
                append(" + ");
                visit(e.right(), Precedence.MULTIPLICATION);
                append(e.operator() == BitwiseOperation.Operator.OR ? " - " : " - 2 * ");
                visitCall("BITAND", List.of(e.left(), e.right()));
                append(")");
            }
            case SHIFT_LEFT -> visitShift("(", e, " * ", ")");
            case SHIFT_RIGHT -> visitShift("FLOOR(", e, " / ", ")");
        }
    }

    private void visitShift(String before, BitwiseOperation<?> e, String operator, String after) {
        append(before);
        visit(e.left(), Precedence.MULTIPLICATION);
        append(operator + "POWER(2, ");
        visit(e.right());
        append(")" + after);
    }

    @Override
    protected void visitBitwiseNot(BitwiseNot<?> e) {
        append("(-1 - ");
        visit(e.operand(), Precedence.UNARY);
        append(")");
    }

    @Override
    protected void visitCast(Cast<?> e) {
        if (!Vectors.isVector(e.type())) {
            super.visitCast(e);
            return;
        }
        traits.require(e.type());
        String[] around = Vectors.construct("\n", e.type()).split("\n", -1);
        append(around[0]);
        visit(e.operand());
        append(around[1]);
    }

    @Override
    protected String cast(String value, SqlType<?> type) {
        return Vectors.isVector(type) ? Vectors.construct(value, type) : super.cast(value, type);
    }

    /** NULL where the conversion fails ("CAST", DEFAULT … ON CONVERSION ERROR). */
    @Override
    protected void visitTryCast(TryCast<?> e) {
        append("CAST(");
        visit(e.operand());
        append(" AS " + types.castType(e.type()) + " DEFAULT NULL ON CONVERSION ERROR)");
    }

    /** In another pair of parentheses ("Simple Comparison Conditions"). */
    @Override
    protected void visitRightTuple(Tuple<?> tuple) {
        append("(");
        super.visitRightTuple(tuple);
        append(")");
    }

    /** Flags stand after position and occurrence ("REGEXP_REPLACE"). */
    @Override
    protected void visitRegexpReplace(RegexpReplace e) {
        append("REGEXP_REPLACE(");
        visitAll(List.of(e.operand(), e.pattern(), e.replacement()));
        append(e.flags().isEmpty() ? ")" : ", 1, 0, " + literal(e.flags()) + ")");
    }

    @Override
    protected void visitBuiltIn(BuiltInFunction<?> e) {
        switch (e.name()) {
            case CEILING -> visitCall("CEIL", e.arguments());
            case RANDOM -> append("DBMS_RANDOM.VALUE");
            case NEW_UUID -> append("SYS_GUID()");
            case CHAR_LENGTH -> visitCall("LENGTH", e.arguments());
            case SUBSTRING -> visitCall("SUBSTR", e.arguments());
            case POSITION -> visitCall("INSTR", List.of(e.argument(1), e.argument(0)));
            case LEFT -> {
                append("SUBSTR(");
                visit(e.argument(0));
                append(", 1, ");
                visit(e.argument(1));
                append(")");
            }
            case RIGHT -> {
                append("SUBSTR("); // counted from the beginning, as -0 is 0, and that is the first character ("SUBSTR")
                visit(e.argument(0));
                append(", GREATEST(LENGTH(");
                visit(e.argument(0));
                append(") - ");
                visit(e.argument(1), Precedence.MULTIPLICATION);
                append(" + 1, 1))");
            }
            case CURRENT_USER -> append("USER");
            case SESSION_USER -> append("SYS_CONTEXT('USERENV', 'SESSION_USER')");
            case CURRENT_DATE -> append("TRUNC(CURRENT_DATE)"); // which has a time of day
            case LOCAL_TIME -> append("(TIMESTAMP '1970-01-01 00:00:00' + (LOCALTIMESTAMP - TRUNC(LOCALTIMESTAMP)))");
            case EPOCH_SECONDS -> visitEpochSeconds(e.argument(0));
            case DAYS_BETWEEN -> {
                append("(TRUNC(");
                visit(e.argument(1));
                append(") - TRUNC(");
                visit(e.argument(0));
                append("))");
            }
            default -> super.visitBuiltIn(e);
        }
    }

    /**
     * Days are numbers with a fraction, of which a second is none that ends. CAST drops the time zone, not the difference to
     * UTC ("CAST", "SYS_EXTRACT_UTC").
     */
    private void visitEpochSeconds(Expression<?> moment) {
        boolean zoned = moment.type().name() == TypeName.TIMESTAMP_WITH_TIME_ZONE;
        append(zoned ? "ROUND((CAST(SYS_EXTRACT_UTC(" : "ROUND((CAST(");
        visit(moment);
        append((zoned ? ")" : "") + " AS DATE) - DATE '1970-01-01') * 86400)");
    }

    /** Collations are no objects of a schema: in quotes, their case would count. */
    @Override
    protected void visitCollate(Collate e) {
        if (COLLATION.matcher(e.collation()).matches()) {
            visit(e.operand(), Precedence.ATOM);
            append(" COLLATE " + e.collation());
        } else {
            super.visitCollate(e);
        }
    }

    @Override
    protected void visitFunction(FunctionCall<?> e) {
        if (e.name().equals("mode") && !e.withinGroup().isEmpty()) {
            throw new UnsupportedFeatureException("mode", traits, "Use function(\"stats_mode\", type, expression).");
        }
        if (e.name().equals("sum") && e.type().name() == TypeName.INTERVAL_DAY_TIME) {
            throw new UnsupportedFeatureException(
                    "sum of intervals", traits, "Sum the seconds that extract(…) gives, or sum in Java.");
        }
        if (e.arguments().isEmpty() && NILADIC.contains(e.name().toLowerCase(Locale.ROOT))) {
            append(e.name());
        } else {
            super.visitFunction(e);
        }
    }

    /** The path is not kept ("cycle_clause"). */
    @Override
    protected void visitCycle(CteClauses.Cycle cycle) {
        append(" CYCLE ");
        visitNames(cycle.columns());
        append(" SET ");
        appendIdentifier(cycle.mark());
        append(" TO 'Y' DEFAULT 'N'");
    }

    /** "Literals": a number without a suffix is a NUMBER, too small for large doubles. */
    @Override
    protected String literal(Object stored) {
        return switch (stored) {
            case byte[] bytes -> "HEXTORAW('" + HexFormat.of().formatHex(bytes) + "')";
            case UUID uuid -> literal(OracleCodecs.toBytes(uuid));
            case Double value -> super.literal(value) + "d";
            case Float value -> super.literal(value) + "f";
            case Duration value -> "TO_DSINTERVAL('" + IntervalText.dayToSecond(value) + "')";
            case Period value -> "TO_YMINTERVAL('" + IntervalText.yearToMonth(value) + "')";
            case LocalTime value -> super.literal(value.atDate(OracleCodecs.TIME_DAY));
            case OffsetDateTime value -> {
                LocalDateTime utc = value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
                yield super.literal(utc).replaceFirst("'$", " +00:00'");
            }
            default -> super.literal(stored);
        };
    }

    @Override
    protected void visitNextValue(String sequence) {
        append(sequence + ".NEXTVAL");
    }
}
