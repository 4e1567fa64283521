package org.alkahest.sql;

import java.util.Objects;
import java.util.Set;

/**
 * The query whose rows stand in FROM for a table that the database does not have by itself: its columns are called what
 * that table's are. Made of columns and of {@link Inlined} values alone. Two are equal only if they are the same, so that
 * compiled statements are told apart by it. Immutable.
 */
public final class RowSource {
    private final QueryExpression<?> query;
    private final Set<TableName> tables;

    /** @param tables the tables that the query reads */
    public RowSource(QueryExpression<?> query, Set<TableName> tables) {
        this.query = Objects.requireNonNull(query, "query is null");
        this.tables = Set.copyOf(tables);
    }

    public QueryExpression<?> query() {
        return query;
    }

    /** The tables that the query reads. */
    public Set<TableName> tables() {
        return tables;
    }
}
