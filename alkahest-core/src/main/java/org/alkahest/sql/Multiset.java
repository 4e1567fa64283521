package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.type.Decoder;
import org.alkahest.type.JsonRows;
import org.alkahest.type.RowReader;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query as one value per row of the query around it, whose columns the query may name; an empty list where
 * it has none. Decoded by the query's own constructors. Made by {@link Sql#multiset}. Immutable.
 *
 * @param query has the rows as JSON
 * @param selection what a row becomes
 */
public record Multiset<R>(MultisetQuery query, Selectable<R> selection) implements SelectableExtension<List<R>> {
    Multiset(QueryExpression<R> query) {
        this(new MultisetQuery(CombinedRows.select(query)), query.selection());
    }

    @Override
    public List<MultisetQuery> expressions() {
        return List.of(query);
    }

    @Override
    public Decoder<List<R>> decoder(int position, DecodeScope scope) {
        List<SqlType<?>> types = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Expression<?> column : selection.expressions()) {
            types.add(column.type());
            labels.add(column.label().orElse("column " + types.size()));
        }
        Decoder<R> decoder = selection.decoder(0, scope);
        return row -> decode(row.at(position), types, labels, decoder);
    }

    @SuppressWarnings("NullAway") // a row is null where its only column is
    private static <R> List<R> decode(
            @Nullable String json, List<SqlType<?>> types, List<String> labels, Decoder<R> decoder) {
        List<R> rows = new ArrayList<>();
        if (json != null) {
            for (RowReader row : JsonRows.read(json, types, labels)) {
                rows.add(decoder.decode(row));
            }
        }
        return rows;
    }

    @Override
    public Selectable<List<R>> mapParts(NodeMapper mapper) {
        return new Multiset<>(mapper.map(query), selection);
    }
}
