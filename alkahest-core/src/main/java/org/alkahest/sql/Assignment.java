package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;

/** One element of SET (SQL:2023 part 2, 14.15, {@code <set clause>}). */
public sealed interface Assignment {
    /** The columns that are set, in order. */
    List<ColumnRef<?>> columns();

    /** What they are set to: an expression, or a query of one row. */
    SqlNode source();

    /** The same with mapped parts. */
    Assignment mapChildren(NodeMapper mapper);

    /** Names its parts to a statement's description. */
    default void describe(Description description) {
        description.children(columns()).child(source());
    }

    /** {@code column = value}. */
    record OfColumn(ColumnRef<?> column, Expression<?> value) implements Assignment {
        public OfColumn {
            Objects.requireNonNull(column, "column is null");
            Objects.requireNonNull(value, "value is null");
        }

        @Override
        public List<ColumnRef<?>> columns() {
            return List.of(column);
        }

        @Override
        public SqlNode source() {
            return value;
        }

        @Override
        public Assignment mapChildren(NodeMapper mapper) {
            return new OfColumn(mapper.map(column), mapper.map(value));
        }
    }

    /** {@code (columns) = (query)}: the values of a row; NULL for each where the query has no row. */
    record OfRow(List<ColumnRef<?>> columns, QueryExpression<?> query) implements Assignment {
        public OfRow {
            columns = List.copyOf(columns);
            int width = query.selection().expressions().size();
            if (columns.isEmpty() || width != columns.size()) {
                throw new AlkahestArgumentException(
                        "ALK-1123",
                        "Cannot set " + columns.stream().map(ColumnRef::name).toList() + " from a query: it selects "
                                + width + " columns. Name as many columns as it selects.");
            }
        }

        @Override
        public SqlNode source() {
            return query;
        }

        @Override
        public Assignment mapChildren(NodeMapper mapper) {
            return new OfRow(mapper.mapColumns(columns), mapper.map(query));
        }
    }
}
