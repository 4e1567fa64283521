package org.alkahest.dialect.mysql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.alkahest.sql.CustomOperator.Binding;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Sql;
import org.alkahest.sql.VendorExpression;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/**
 * {@code MATCH (columns) AGAINST (query mode)} of MySQL and MariaDB: full-text search with its modes and the score of each
 * row (https://dev.mysql.com/doc/refman/9.7/en/fulltext-search.html). The columns are those of one FULLTEXT index, in any
 * order. Other databases refuse it (ALK-1210); {@link Expression#match(String)} is what databases share. Immutable.
 *
 * <pre>{@code
 * MatchAgainst rats = MatchAgainst.of("+rats -cats", NOTE.title, NOTE.body).inBooleanMode();
 * select(NOTE.id, rats.score()).where(rats.matches()).orderBy(rats.score().desc())
 * }</pre>
 */
public final class MatchAgainst {
    private final Expression<String> query;
    private final List<Expression<?>> columns;
    private final String mode;

    private MatchAgainst(Expression<String> query, List<Expression<?>> columns, String mode) {
        this.query = Objects.requireNonNull(query, "query is null");
        this.columns = columns;
        this.mode = mode;
    }

    /** In natural language mode: rows that have at least one of the words. */
    public static MatchAgainst of(String query, Expression<?> column, Expression<?>... more) {
        return of(Sql.value(query), column, more);
    }

    /** The same with a query that is constant for the whole statement, such as a parameter. */
    public static MatchAgainst of(Expression<String> query, Expression<?> column, Expression<?>... more) {
        List<Expression<?>> columns = new ArrayList<>();
        columns.add(Objects.requireNonNull(column, "column is null"));
        columns.addAll(Arrays.asList(more));
        return new MatchAgainst(query, List.copyOf(columns), "");
    }

    /** {@code IN BOOLEAN MODE}: with operators such as {@code +}, {@code -} and {@code *}. */
    public MatchAgainst inBooleanMode() {
        return new MatchAgainst(query, columns, " IN BOOLEAN MODE");
    }

    /** {@code IN NATURAL LANGUAGE MODE}, which is the mode without any other. */
    public MatchAgainst inNaturalLanguageMode() {
        return new MatchAgainst(query, columns, " IN NATURAL LANGUAGE MODE");
    }

    /** {@code WITH QUERY EXPANSION}: a second search for words of the rows that the first has found. */
    public MatchAgainst withQueryExpansion() {
        return new MatchAgainst(query, columns, " WITH QUERY EXPANSION");
    }

    /** Whether a row matches: a score above 0, as a fraction would be read as false. */
    public Expression<Boolean> matches() {
        return expression(SqlTypes.BOOLEAN, ") > 0", Binding.COMPARISON);
    }

    /** How well a row matches; 0 if it does not. */
    public Expression<Double> score() {
        return expression(SqlTypes.DOUBLE, ")", Binding.ATOM);
    }

    private <T> Expression<T> expression(SqlType<T> type, String end, Binding binding) {
        List<String> fragments = new ArrayList<>();
        fragments.add("MATCH (");
        for (int i = 1; i < columns.size(); i++) {
            fragments.add(", ");
        }
        fragments.add(") AGAINST (");
        fragments.add(mode + end);
        List<Expression<?>> operands = new ArrayList<>(columns);
        operands.add(query);
        return new VendorExpression<>(MysqlDialect.VENDOR, fragments, operands, type, binding);
    }
}
