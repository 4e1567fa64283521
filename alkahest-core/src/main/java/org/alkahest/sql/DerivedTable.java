package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;

/** {@code (query) AS alias}: a query in FROM (SQL:2023 part 2, 7.6). */
public record DerivedTable(QueryExpression<?> query, String alias) implements FromItem {
    public DerivedTable {
        Objects.requireNonNull(query, "query is null");
        Objects.requireNonNull(alias, "alias is null");
    }

    /** The derived column that carries a column or labelled expression of the query; errors with ALK-1105 if none does. */
    public <T> ColumnRef<T> column(Expression<T> source) {
        String name = source.label()
                .orElseThrow(() -> new AlkahestArgumentException(
                        "ALK-1105",
                        "Cannot take a column of derived table '" + alias
                                + "': the expression has no name. Label it with as(\"…\") in the query and here."));
        return column(name, source.type());
    }

    /** The derived column of a name; errors with ALK-1105 if the query has no such column. */
    public <T> ColumnRef<T> column(String name, SqlType<T> type) {
        List<String> labels = query.selection().expressions().stream()
                .flatMap(e -> e.label().stream())
                .toList();
        if (!labels.contains(name)) {
            throw new AlkahestArgumentException(
                    "ALK-1105",
                    "Cannot take column '" + name + "' of derived table '" + alias + "': its query has only " + labels
                            + ". Add the column to the query's SELECT list.");
        }
        return new DerivedColumn<>(this, name, type);
    }

    @Override
    public void describe(Description description) {
        description.add(DerivedTable.class).add(alias).child(query);
    }

    record DerivedColumn<T>(DerivedTable owner, String name, SqlType<T> type) implements ColumnRef<T> {
        @Override
        public void describe(Description description) {
            description.add(DerivedColumn.class).add(owner.alias).add(name).add(type);
        }
    }
}
