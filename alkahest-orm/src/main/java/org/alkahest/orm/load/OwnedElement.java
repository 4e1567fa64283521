package org.alkahest.orm.load;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.schema.Column;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.Expression;
import org.alkahest.sql.SelectableExtension;
import org.alkahest.type.Decoder;
import org.alkahest.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * An element of a collection with the key of its owner, as the database has it: read from the element's own foreign key
 * where it has one, else from columns of the association table, which are selected as well.
 */
record OwnedElement<T>(Object ownerKey, T element) {
    /** Selects elements of a table with owner keys in columns. */
    static <T> SelectableExtension<OwnedElement<T>> selection(EntityTable<T> table, List<Column<?>> ownerColumns) {
        return new Selection<>(table, List.copyOf(ownerColumns));
    }

    private record Selection<T>(EntityTable<T> table, List<Column<?>> ownerColumns)
            implements SelectableExtension<OwnedElement<T>> {
        @Override
        public List<Expression<?>> expressions() {
            List<Expression<?>> all = new ArrayList<>(table.expressions());
            for (Column<?> column : ownerColumns) {
                if (!all.contains(column)) {
                    all.add(column);
                }
            }
            return all;
        }

        @Override
        public Decoder<OwnedElement<T>> decoder(int position, DecodeScope scope) {
            Decoder<T> elements = table.decoder(position, scope);
            List<Expression<?>> all = expressions();
            int[] positions = ownerColumns.stream()
                    .mapToInt(column -> position + all.indexOf(column))
                    .toArray();
            return row -> {
                T element = elements.decode(row);
                return element == null ? null : new OwnedElement<>(key(row, positions), element);
            };
        }

        private static Object key(RowReader row, int[] positions) {
            if (positions.length == 1) {
                return row.requiredAt(positions[0]);
            }
            List<@Nullable Object> parts = new ArrayList<>(positions.length);
            for (int each : positions) {
                parts.add(row.requiredAt(each));
            }
            return CompositeKey.of(parts.toArray());
        }
    }
}
