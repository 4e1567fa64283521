package org.alkahest.dialect.oracle;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
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
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.Styles.ValuesStyle;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.schema.Column;
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.Collate;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.DistinctFrom;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Extract;
import org.alkahest.sql.FunctionCall;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Select;
import org.alkahest.sql.SelectBody;
import org.alkahest.sql.SetOperation;
import org.alkahest.type.Codecs;
import org.alkahest.type.TypeName;

/** Oracle's SELECT, INSERT, UPDATE and DELETE (SQL Language Reference 19c and 23ai, "SQL Statements"). */
final class OracleSqlCompiler extends SqlCompiler {
    /** Functions that take no parentheses where they take no arguments. */
    private static final Set<String> NILADIC =
            Set.of("current_date", "current_timestamp", "localtimestamp", "sysdate", "systimestamp", "user");

    private static final Pattern COLLATION = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

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
        super.visitSelect(select);
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
    protected void visitInsert(Insert insert) {
        if (!insert.columns().isEmpty() || insert.rows().size() > 1) {
            super.visitInsert(insert);
            return;
        }
        append("INSERT INTO ");
        append(identifiers.qualified(insert.table().schema(), insert.table().name()));
        append(" (");
        appendIdentifier(firstWritable(insert.table().columns()).name());
        append(") VALUES (DEFAULT)");
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
        boolean ofTime = switch (e.field()) {
            case YEAR, MONTH, DAY -> false;
            case HOUR, MINUTE, SECOND -> true;
        };
        boolean seconds = e.field() == Extract.Field.SECOND;
        append(seconds ? "TRUNC(EXTRACT(" : "EXTRACT(");
        append(e.field().name() + " FROM ");
        if (ofTime && e.operand().type().name() == TypeName.DATE) {
            visitCast(e.operand(), "TIMESTAMP");
        } else {
            visit(e.operand());
        }
        append(seconds ? "))" : ")");
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
        if (e.arguments().isEmpty() && NILADIC.contains(e.name().toLowerCase(Locale.ROOT))) {
            append(e.name());
        } else {
            super.visitFunction(e);
        }
    }

    /** "Literals": a number without a suffix is a NUMBER, too small for large doubles. */
    @Override
    protected String literal(Object stored) {
        return switch (stored) {
            case byte[] bytes -> "HEXTORAW('" + HexFormat.of().formatHex(bytes) + "')";
            case UUID uuid -> literal(OracleCodecs.toBytes(uuid));
            case Double value -> super.literal(value) + "d";
            case Float value -> super.literal(value) + "f";
            case LocalTime value -> super.literal(value.atDate(OracleCodecs.TIME_DAY));
            case OffsetDateTime value -> {
                LocalDateTime utc = value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
                yield super.literal(utc).replaceFirst("'$", " +00:00'");
            }
            default -> super.literal(stored);
        };
    }
}
