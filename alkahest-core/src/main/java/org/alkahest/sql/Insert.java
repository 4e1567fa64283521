package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * {@code INSERT INTO table (columns) VALUES rows | query}. The first row fixes the columns; later rows, begun with
 * {@link #nextRow}, set the same ones. With no column at all it is {@code DEFAULT VALUES}. Immutable.
 *
 * @param rows values in the order of {@code columns}; the last row may be incomplete while it is being built
 */
public record Insert(
        TableRef table,
        List<ColumnRef<?>> columns,
        List<List<Expression<?>>> rows,
        @Nullable QueryExpression<?> query) implements DmlStatement {
    public Insert {
        Objects.requireNonNull(table, "table is null");
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Sets a column of the current row to a value, which is not null; see {@link #setNull}. */
    public <T> Insert set(ColumnRef<T> column, T value) {
        return assign(column, Operators.literal(column, value));
    }

    /** Sets a column of the current row to the value of an expression. */
    public <T> Insert setTo(ColumnRef<T> column, Expression<? extends T> value) {
        return assign(column, value);
    }

    /** Sets a column of the current row to NULL. */
    public Insert setNull(ColumnRef<?> column) {
        return assign(column, Update.nullOf(column));
    }

    /** Begins another row; its columns are set in the order of the first row's. */
    public Insert nextRow() {
        requireComplete();
        List<List<Expression<?>>> more = new ArrayList<>(rows);
        more.add(List.of());
        return new Insert(table, columns, more, query);
    }

    /** Inserts the rows of a query into columns, in order. */
    public Insert from(QueryExpression<?> source, ColumnRef<?>... into) {
        int width = source.selection().expressions().size();
        if (width != into.length || !columns.isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1115",
                    "Cannot insert from a query into '" + table.name() + "': it selects " + width + " columns for "
                            + into.length + ". Name as many columns as it selects, and set none by hand.");
        }
        return new Insert(table, List.of(into), List.of(), source);
    }

    private Insert assign(ColumnRef<?> column, Expression<?> value) {
        if (query != null) {
            throw new AlkahestArgumentException(
                    "ALK-1115",
                    "Cannot set '" + column.name()
                            + "': the INSERT takes its rows from a query. Select the value there.");
        }
        List<List<Expression<?>>> newRows = new ArrayList<>(rows.isEmpty() ? List.of(List.of()) : rows);
        List<Expression<?>> row = new ArrayList<>(newRows.get(newRows.size() - 1));
        List<ColumnRef<?>> newColumns = new ArrayList<>(columns);
        if (newRows.size() == 1) {
            if (newColumns.contains(column)) {
                throw new AlkahestArgumentException(
                        "ALK-1116",
                        "Cannot set '" + column.name() + "' of '" + table.name()
                                + "': this row has set it already. Begin another row with nextRow().");
            }
            newColumns.add(column);
        } else if (row.size() >= columns.size() || !columns.get(row.size()).equals(column)) {
            throw new AlkahestArgumentException(
                    "ALK-1116",
                    "Cannot set '" + column.name() + "' of '" + table.name() + "' as value " + (row.size() + 1)
                            + " of this row: the first row set "
                            + columns.stream().map(ColumnRef::name).toList()
                            + ". Set the same columns in the same order.");
        }
        row.add(value);
        newRows.set(newRows.size() - 1, row);
        return new Insert(table, newColumns, newRows, query);
    }

    /** Errors with ALK-1116 if the last row lacks values. */
    public void requireComplete() {
        if (!rows.isEmpty() && rows.get(rows.size() - 1).size() != columns.size()) {
            throw new AlkahestArgumentException(
                    "ALK-1116",
                    "Cannot insert into '" + table.name() + "': row " + rows.size() + " has "
                            + rows.get(rows.size() - 1).size() + " of " + columns.size()
                            + " values. Set every column of the first row.");
        }
    }

    @Override
    public void describe(Description description) {
        description.add(Insert.class).child(table).children(columns).add(rows.size());
        for (List<Expression<?>> row : rows) {
            description.children(row);
        }
        description.child(query);
    }

    @Override
    public Insert mapChildren(NodeMapper mapper) {
        return new Insert(
                mapper.map(table),
                mapper.mapColumns(columns),
                rows.stream().map(mapper::mapAll).toList(),
                mapper.mapNullable(query));
    }

    @Override
    public List<ColumnRef<?>> assignedColumns() {
        return columns;
    }
}
