package org.alkahest.orm.load;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.state.Baseline;
import org.alkahest.schema.Column;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.Expression;
import org.alkahest.sql.SelectableExtension;
import org.alkahest.type.Decoder;
import org.alkahest.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * An element of a collection with the key of its owner, as the database has it: read from the element's own foreign key
 * where it has one, else from columns of the association table, which are selected as well; so is its place.
 */
record OwnedElement<T>(Object ownerKey, T element, @Nullable Object place) {
    /** Selects elements of a table with owner keys in columns. */
    static <T> SelectableExtension<OwnedElement<T>> selection(
            EntityTable<T> table, List<? extends Expression<?>> ownerColumns, @Nullable Column<?> place) {
        return new Selection<>(table, List.copyOf(ownerColumns), place);
    }

    /** The membership that rows tell. */
    static <T> Baseline<T> baseline(ToMany<?, T> association, List<OwnedElement<T>> rows) {
        List<T> elements = rows.stream().map(OwnedElement::element).toList();
        List<@Nullable Object> places = new ArrayList<>();
        if (association.placementInJoinTable() != null) {
            rows.forEach(row -> places.add(row.place()));
        }
        return new Baseline<>(elements, places);
    }

    private record Selection<T>(
            EntityTable<T> table,
            List<Expression<?>> ownerColumns,
            @Nullable Column<?> place) implements SelectableExtension<OwnedElement<T>> {
        @Override
        public List<Expression<?>> expressions() {
            List<Expression<?>> all = new ArrayList<>(table.expressions());
            for (Expression<?> column : ownerColumns) {
                if (!all.contains(column)) {
                    all.add(column);
                }
            }
            if (place != null) {
                all.add(place);
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
            int placed = place == null ? -1 : position + all.indexOf(place);
            return row -> {
                T element = elements.decode(row);
                return element == null
                        ? null
                        : new OwnedElement<>(key(row, positions), element, placed < 0 ? null : row.at(placed));
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
