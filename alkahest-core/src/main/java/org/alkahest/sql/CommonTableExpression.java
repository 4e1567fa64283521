package org.alkahest.sql;

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
 */
public record CommonTableExpression(String name, @Nullable String alias, QueryExpression<?> query, Kind kind)
        implements FromItem {
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
        QueryExpression<?> next = step.apply(new CommonTableExpression(name, null, base, Kind.SELF));
        SetOperation<?> all =
                SetOperation.of(distinct ? SetOperation.Operator.UNION : SetOperation.Operator.UNION_ALL, base, next);
        return new CommonTableExpression(name, null, all, Kind.RECURSIVE);
    }

    /** Another occurrence of the same query in one FROM. */
    public CommonTableExpression as(String newAlias) {
        return new CommonTableExpression(name, Objects.requireNonNull(newAlias, "newAlias is null"), query, kind);
    }

    /** The column that carries a column or labelled expression of the query; errors with ALK-1105 if none does. */
    public <T> ColumnRef<T> column(Expression<T> source) {
        return DerivedColumn.of(this, correlationName(), query, source);
    }

    /** The column of a name; errors with ALK-1105 if the query has no such column. */
    public <T> ColumnRef<T> column(String columnName, SqlType<T> type) {
        return DerivedColumn.of(this, correlationName(), query, columnName, type);
    }

    /** The name by which columns of this occurrence are qualified. */
    public String correlationName() {
        return alias == null ? name : alias;
    }

    /** The names of the columns, in order. */
    public List<String> columnNames() {
        return query.selection().expressions().stream()
                .flatMap(e -> e.label().stream())
                .toList();
    }

    @Override
    public void describe(Description description) {
        description.add(kind).add(name).add(alias);
        if (kind != Kind.SELF) {
            description.child(query);
        }
    }

    @Override
    public CommonTableExpression mapChildren(NodeMapper mapper) {
        return new CommonTableExpression(name, alias, mapper.map(query), kind);
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
