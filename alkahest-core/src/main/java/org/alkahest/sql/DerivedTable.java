package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;

/**
 * {@code [LATERAL] (query) AS alias}: a query in FROM (SQL:2023 part 2, 7.6).
 *
 * @param query a query, or text that is one
 * @param lateral whether the query may name what stands before it in FROM
 */
public record DerivedTable(RowStatement<?> query, String alias, boolean lateral) implements FromItem {
    public DerivedTable {
        Objects.requireNonNull(query, "query is null");
        Objects.requireNonNull(alias, "alias is null");
        if (query instanceof Returning<?>) {
            throw new AlkahestArgumentException(
                    "ALK-1127",
                    "Cannot have a change in FROM as '" + alias + "'. Name it with with(name, statement), or execute it"
                            + " first.");
        }
    }

    /** The derived column that carries a column or labelled expression of the query; errors with ALK-1105 if none does. */
    public <T> ColumnRef<T> column(Expression<T> source) {
        return DerivedColumn.of(this, alias, query, source);
    }

    /** The derived column of a name; errors with ALK-1105 if the query has no such column. */
    public <T> ColumnRef<T> column(String name, SqlType<T> type) {
        return DerivedColumn.of(this, alias, query, name, type);
    }

    @Override
    public void describe(Description description) {
        description.add(DerivedTable.class).add(alias).add(lateral).child(query);
    }

    @Override
    public DerivedTable mapChildren(NodeMapper mapper) {
        return new DerivedTable(mapper.map(query), alias, lateral);
    }

    @Override
    public <T> ColumnRef<T> correspondingColumn(ColumnRef<T> column) {
        return column(column.name(), column.type());
    }
}
