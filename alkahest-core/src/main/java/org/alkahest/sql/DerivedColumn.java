package org.alkahest.sql;

import java.util.List;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;

/** A column of a query in FROM, by the label that it has there. */
record DerivedColumn<T>(FromItem owner, String ownerName, String name, SqlType<T> type) implements ColumnRef<T> {
    /** The column that carries a column or labelled expression of the query; errors with ALK-1105 if none does. */
    static <T> DerivedColumn<T> of(FromItem owner, String ownerName, RowStatement<?> query, Expression<T> source) {
        String name = source.label()
                .orElseThrow(() -> new AlkahestArgumentException(
                        "ALK-1105",
                        "Cannot take a column of '" + ownerName
                                + "': the expression has no name. Label it with as(\"…\") in the query and here."));
        return of(owner, ownerName, query, name, source.type());
    }

    static <T> DerivedColumn<T> of(
            FromItem owner, String ownerName, RowStatement<?> query, String name, SqlType<T> type) {
        List<String> labels = query.selection().expressions().stream()
                .flatMap(e -> e.label().stream())
                .toList();
        if (!labels.contains(name)) {
            throw new AlkahestArgumentException(
                    "ALK-1105",
                    "Cannot take column '" + name + "' of '" + ownerName + "': its query has only " + labels
                            + ". Add the column to the query's SELECT list.");
        }
        if (labels.indexOf(name) != labels.lastIndexOf(name)) {
            throw new AlkahestArgumentException(
                    "ALK-1128",
                    "Cannot take column '" + name + "' of '" + ownerName + "': its query selects more than one of that"
                            + " name, " + labels + ". Label all but one of them: as(\"…\").");
        }
        return new DerivedColumn<>(owner, ownerName, name, type);
    }

    @Override
    public void describe(Description description) {
        description.add(DerivedColumn.class).add(ownerName).add(name).add(type).child(owner);
    }

    /** By name, because an item of FROM that is rewritten may have another correlation name. */
    @Override
    public ColumnRef<T> mapChildren(NodeMapper mapper) {
        return mapper.map(owner).correspondingColumn(this);
    }

    @Override
    public String toString() {
        return ownerName + "." + name;
    }
}
