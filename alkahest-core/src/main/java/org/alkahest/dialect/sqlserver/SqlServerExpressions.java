package org.alkahest.dialect.sqlserver;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.Feature;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.Styles.DistinctFromStyle;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.Cast;
import org.alkahest.sql.Collate;
import org.alkahest.sql.Concatenation;
import org.alkahest.sql.DistinctFrom;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FunctionCall;
import org.alkahest.sql.Like;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Parameter;
import org.alkahest.sql.Sql;
import org.alkahest.sql.WindowFunction;
import org.alkahest.sql.WindowSpecification;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.TypeName;
import org.jspecify.annotations.Nullable;

/** SQL Server's expressions ("Language elements" and "Functions (Transact-SQL)", version 16). */
abstract class SqlServerExpressions extends SqlServerNestedCompiler {
    private boolean overWindow;

    /** "nvarchar": more characters than this take MAX. */
    private static final int MAX_CHARACTERS = 4_000;

    /** The result of COUNT is an INT. */
    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("count", "COUNT_BIG"),
            Map.entry("length", "LEN"),
            Map.entry("char_length", "LEN"),
            Map.entry("character_length", "LEN"),
            Map.entry("octet_length", "DATALENGTH"),
            Map.entry("substr", "SUBSTRING"),
            Map.entry("ceil", "CEILING"),
            Map.entry("pow", "POWER"),
            Map.entry("ln", "LOG"),
            Map.entry("random", "RAND"));

    /** "OVER clause": these want an order, even if it is none. */
    private static final Set<String> ORDERED = Set.of(
            "row_number",
            "rank",
            "dense_rank",
            "percent_rank",
            "cume_dist",
            "ntile",
            "lag",
            "lead",
            "first_value",
            "last_value");

    SqlServerExpressions(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    @Override
    protected String literal(Object stored) {
        return switch (stored) {
            case byte[] value -> SqlServerLiterals.bytes(value);
            case LocalDate value -> SqlServerLiterals.date(value);
            case LocalTime value -> SqlServerLiterals.time(value);
            case LocalDateTime value -> SqlServerLiterals.timestamp(value);
            case OffsetDateTime value -> SqlServerLiterals.instant(value);
            case String value when value.indexOf('\0') < 0 -> SqlServerLiterals.text(value);
            default -> super.literal(stored);
        };
    }

    /** Before 2022 only set operations take two NULLs for the same ("Set operators - EXCEPT and INTERSECT"). */
    @Override
    protected void visitDistinctFrom(DistinctFrom e) {
        if (traits.distinctFrom() != DistinctFromStyle.INTERSECT) {
            super.visitDistinctFrom(e);
            return;
        }
        append(e.negated() ? "EXISTS (SELECT " : "NOT EXISTS (SELECT ");
        visit(e.left());
        append(" INTERSECT SELECT ");
        visit(e.right());
        append(")");
    }

    /** A bracket in the pattern begins a set of characters there, which no other database knows ("LIKE"). */
    @Override
    protected void visitLike(Like e) {
        String end = e.ignoreCase() ? ")" : "";
        append(e.ignoreCase() ? "lower(" : "");
        visit(e.operand(), Precedence.ADDITION);
        append(end + (e.negated() ? " NOT LIKE " : " LIKE ") + (e.ignoreCase() ? "lower(" : ""));
        visitPattern(e.pattern(), e.escape());
        append(end);
        if (e.escape() != null) {
            String escape = e.escape().toString();
            append(" ESCAPE " + literal(e.ignoreCase() ? escape.toLowerCase(Locale.ROOT) : escape));
        }
    }

    private void visitPattern(Expression<String> pattern, @Nullable Character escape) {
        SqlType<String> type = SqlTypes.TEXT.as(String.class, text -> withoutSets(text, escape), text -> text);
        switch (pattern) {
            case Literal<String> value -> addParameter(value, type, value.value());
            case Parameter<String> parameter -> addParameter(parameter, type, null);
            default -> {
                append("REPLACE(");
                visit(pattern);
                append(", N'[', N'[[]')");
            }
        }
    }

    /** A bracket that is taken literally stands in a set of its own; an escaped one is literal already. */
    static String withoutSets(String pattern, @Nullable Character escape) {
        StringBuilder literal = new StringBuilder();
        boolean escaped = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            literal.append(c == '[' && !escaped ? "[[]" : String.valueOf(c));
            escaped = !escaped && escape != null && c == escape;
        }
        return literal.toString();
    }

    /** {@code +} adds where a term is a number, and cuts what is longer than its terms' types ("String concatenation"). */
    @Override
    protected void visitConcatenation(Concatenation e) {
        boolean fits = length(e) <= MAX_CHARACTERS;
        for (int i = 0; i < e.terms().size(); i++) {
            Expression<?> term = e.terms().get(i);
            append(i == 0 ? "" : " + ");
            if ((i == 0 && !fits) || !isText(term.type())) {
                visitCast(term, types.castType(SqlTypes.TEXT));
            } else {
                visit(term, Precedence.UNARY);
            }
        }
    }

    /** The greatest length of the result; a value may be as long as the widest type. */
    private static long length(Concatenation e) {
        long length = 0;
        for (Expression<?> term : e.terms()) {
            boolean known = term.type().length() != SqlType.UNSET
                    && !(term instanceof Literal<?>)
                    && !(term instanceof Parameter<?>);
            length += known ? term.type().length() : MAX_CHARACTERS;
        }
        return length;
    }

    private static boolean isText(SqlType<?> type) {
        return switch (type.name()) {
            case CHAR, VARCHAR, TEXT, OTHER -> true;
            default -> false;
        };
    }

    /** There is no remainder of floating-point numbers ("% (Modulus)"). */
    @Override
    protected void visitArithmetic(Arithmetic<?> e) {
        boolean floating = isFloating(e.left()) || isFloating(e.right());
        if (e.operator() != Arithmetic.Operator.MODULO || !floating) {
            super.visitArithmetic(e);
            return;
        }
        visitCast(e.left(), types.castType(SqlTypes.DECIMAL));
        append(" % ");
        visitCast(e.right(), types.castType(SqlTypes.DECIMAL));
    }

    /** The sum of integers is one ("SUM"), and division of integers cuts ("/ (Division)"). */
    @Override
    protected String decimalQuotient() {
        return types.castType(SqlTypes.DECIMAL);
    }

    private static boolean isFloating(Expression<?> e) {
        return e.type().name() == TypeName.REAL || e.type().name() == TypeName.DOUBLE;
    }

    @Override
    protected void visitCollate(Collate e) {
        String collation = SqlServerLiterals.collation(e.collation());
        visit(e.operand(), Precedence.ATOM);
        append(" COLLATE " + collation);
    }

    @Override
    protected String functionName(String name) {
        return FUNCTIONS.getOrDefault(name, name);
    }

    @Override
    protected void visitFunction(FunctionCall<?> e) {
        requireOrderedSet(e, overWindow);
        overWindow = false; // what it takes as arguments stands over no window
        FunctionCall<?> call = e;
        if (e.name().equals("sum") || e.name().equals("avg")) {
            call = widened(e);
        }
        if (!e.orderBy().isEmpty()) {
            call = orderedWithinGroup(call);
        }
        super.visitFunction(call);
    }

    /** Percentiles stand over a window only, and there is no mode ("PERCENTILE_CONT", "Aggregate Functions"). */
    private void requireOrderedSet(FunctionCall<?> e, boolean windowed) {
        boolean percentile = e.name().startsWith("percentile_") && !windowed;
        if (!e.withinGroup().isEmpty() && (percentile || e.name().equals("mode"))) {
            throw new UnsupportedFeatureException(
                    percentile ? "WITHIN GROUP of a percentile without OVER" : "WITHIN GROUP of " + e.name() + "()",
                    traits,
                    percentile
                            ? "Give it a window: over(partitionBy(…)), and select distinct rows."
                            : "Group by the value, count, and take the first row of that order.");
        }
    }

    /** A sum of integers has their type and overflows, and their average is cut to an integer ("SUM", "AVG"). */
    private static FunctionCall<?> widened(FunctionCall<?> e) {
        Expression<?> argument = e.arguments().get(0);
        boolean floating = e.type().name() == TypeName.DOUBLE;
        SqlType<?> wide = switch (argument.type().name()) {
            case SMALLINT, INTEGER ->
                floating ? SqlTypes.DOUBLE : e.name().equals("sum") ? SqlTypes.BIGINT : SqlTypes.decimal(19, 0);
            case BIGINT ->
                floating ? SqlTypes.DOUBLE : SqlTypes.decimal(e.name().equals("sum") ? 38 : 19, 0);
            default -> argument.type();
        };
        return wide.equals(argument.type()) ? e : withArguments(e, List.of(new Cast<>(argument, wide)));
    }

    private static <T> FunctionCall<T> withArguments(FunctionCall<T> e, List<Expression<?>> arguments) {
        return new FunctionCall<>(
                e.name(), arguments, e.type(), e.distinct(), e.filter(), e.orderBy(), e.withinGroup());
    }

    /** STRING_AGG has its order in WITHIN GROUP; no other aggregate has one. */
    private <T> FunctionCall<T> orderedWithinGroup(FunctionCall<T> e) {
        if (!e.name().equalsIgnoreCase("string_agg")) {
            traits.require(Feature.AGGREGATE_ORDER_BY);
        }
        return new FunctionCall<>(e.name(), e.arguments(), e.type(), e.distinct(), e.filter(), List.of(), e.orderBy());
    }

    @Override
    protected void visitWindowFunction(WindowFunction<?> e) {
        WindowSpecification window = traits.has(Feature.NAMED_WINDOWS) ? e.window() : unnamed(e.window());
        boolean unordered = window.name() == null
                && window.base() == null
                && window.orderBy().isEmpty();
        if (unordered && ORDERED.contains(e.function().name())) {
            window = window.orderBy(Sql.raw("(SELECT NULL)", SqlTypes.INTEGER));
        }
        overWindow = true;
        super.visitWindowFunction(new WindowFunction<>(e.function(), e.ignoreNulls(), window));
    }

    /** A frame takes whole numbers, but no parameters ("OVER clause", unsigned_value_specification). */
    @Override
    protected void visitDistance(Expression<?> distance) {
        withValuesInText(() -> visit(distance));
    }

    private static WindowSpecification unnamed(WindowSpecification window) {
        return new WindowSpecification(null, window.base(), window.partitionBy(), window.orderBy(), window.frame());
    }
}
