package org.alkahest.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * {@code WITH name AS (query)}: a query with a name, written once at the head of the statement that has it in FROM, however
 * often it is there (SQL:2023 part 2, 7.17). Made by {@link Sql#with} and {@link Sql#withRecursive}. Immutable.
 *
 * @param alias the name of this occurrence, or null for the name itself
 * @param query a query, SQL text with columns, or a change that returns rows
 */
public record CommonTableExpression(
        String name, @Nullable String alias, RowStatement<?> query, Kind kind, CteClauses clauses) implements FromItem {
    public CommonTableExpression {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(query, "query is null");
        if (!query.selection().expressions().stream().allMatch(e -> e.label().isPresent())) {
            throw new AlkahestArgumentException(
                    "ALK-1119",
                    "Cannot name the query '" + name
                            + "': it selects an expression without a name. Label it with as(\"…\").");
        }
    }

    static CommonTableExpression recursive(
            String name,
            QueryExpression<?> base,
            boolean distinct,
            Function<CommonTableExpression, ? extends QueryExpression<?>> step) {
        QueryExpression<?> next = step.apply(new CommonTableExpression(name, null, base, Kind.SELF, CteClauses.NONE));
        SetOperation<?> all =
                SetOperation.of(distinct ? SetOperation.Operator.UNION : SetOperation.Operator.UNION_ALL, base, next);
        return new CommonTableExpression(name, null, all, Kind.RECURSIVE, CteClauses.NONE);
    }

    /** Another occurrence of the same query in one FROM. */
    public CommonTableExpression as(String newAlias) {
        return new CommonTableExpression(
                name, Objects.requireNonNull(newAlias, "newAlias is null"), query, kind, clauses);
    }

    /** The same, written at the query that has it in FROM, where its name hides a query of that name further out. */
    public CommonTableExpression nested() {
        return with(clauses.asNested());
    }

    /** The same, computed once and kept, however often it is in FROM; where the database lets one say so. */
    public CommonTableExpression materialized() {
        return with(clauses.withMaterialized(true));
    }

    /** The same, made a part of each query that has it in FROM; where the database lets one say so. */
    public CommonTableExpression notMaterialized() {
        return with(clauses.withMaterialized(false));
    }

    /**
     * A recursive query whose rows can be ordered as a tree is read: each row before the rows that follow from it.
     *
     * @param orderColumn a new column to order by, of a type of the database's own
     * @param by columns of the query, by which rows of one parent are ordered
     */
    public CommonTableExpression searchDepthFirst(String orderColumn, Expression<?>... by) {
        return with(clauses.withSearch(new CteClauses.Search(true, recursiveColumns("SEARCH", by), orderColumn)));
    }

    /** As {@link #searchDepthFirst}, but level by level. */
    public CommonTableExpression searchBreadthFirst(String orderColumn, Expression<?>... by) {
        return with(clauses.withSearch(new CteClauses.Search(false, recursiveColumns("SEARCH", by), orderColumn)));
    }

    /**
     * A recursive query that goes no further from a row that came before on its path.
     *
     * @param markColumn a new column of text: {@code Y} in such rows, {@code N} in others
     * @param pathColumn a new column of a type of the database's own
     * @param columns the columns of the query by which a row is known
     */
    public CommonTableExpression cycle(String markColumn, String pathColumn, Expression<?>... columns) {
        return with(
                clauses.withCycle(new CteClauses.Cycle(recursiveColumns("CYCLE", columns), markColumn, pathColumn)));
    }

    private List<String> recursiveColumns(String clause, Expression<?>... columns) {
        if (kind != Kind.RECURSIVE || columns.length == 0) {
            throw new AlkahestArgumentException(
                    "ALK-1126",
                    "Cannot add " + clause + " to the query '" + name + "': "
                            + (kind == Kind.RECURSIVE ? "no column is named." : "it is not recursive.")
                            + " Use withRecursive(…), and name at least one of its columns.");
        }
        return Arrays.stream(columns).map(column -> column(column).name()).toList();
    }

    private CommonTableExpression with(CteClauses newClauses) {
        return new CommonTableExpression(name, alias, query, kind, newClauses);
    }

    /** The column that carries a column or labelled expression of the query; errors with ALK-1105 if none does. */
    public <T> ColumnRef<T> column(Expression<T> source) {
        return DerivedColumn.of(this, correlationName(), query, source);
    }

    /** The column of a name; errors with ALK-1105 if the query has no such column. */
    public <T> ColumnRef<T> column(String columnName, SqlType<T> type) {
        if (clauses.columns().contains(columnName)) {
            return new DerivedColumn<>(this, correlationName(), columnName, type);
        }
        return DerivedColumn.of(this, correlationName(), query, columnName, type);
    }

    /** The name by which columns of this occurrence are qualified. */
    public String correlationName() {
        return alias == null ? name : alias;
    }

    /** The names of the query's columns, in order. */
    public List<String> columnNames() {
        return query.selection().expressions().stream()
                .flatMap(e -> e.label().stream())
                .toList();
    }

    @Override
    public void describe(Description description) {
        description.add(kind).add(name).add(alias).add(clauses);
        if (kind != Kind.SELF) {
            description.child(query);
        }
    }

    @Override
    public CommonTableExpression mapChildren(NodeMapper mapper) {
        return new CommonTableExpression(name, alias, mapper.map(query), kind, clauses);
    }

    @Override
    public <T> ColumnRef<T> correspondingColumn(ColumnRef<T> column) {
        return column(column.name(), column.type());
    }

    /** The query, even inside its own step, where describing it again would not end. */
    @Override
    public List<SqlNode> children() {
        return List.of(query);
    }

    /** What kind of query it is. */
    public enum Kind {
        PLAIN,
        RECURSIVE,
        /** A recursive query inside its own step. */
        SELF
    }
}
