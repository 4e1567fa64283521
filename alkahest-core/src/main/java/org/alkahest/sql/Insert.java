package org.alkahest.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * {@code INSERT INTO table (columns) VALUES rows | query}. The first row fixes the columns; later rows, begun with
 * {@link #nextRow}, set the same ones. With no column at all it is {@code DEFAULT VALUES}. With {@link #onConflict} it is an
 * upsert. Immutable.
 *
 * @param rows values in the order of {@code columns}; the last row may be incomplete while it is being built
 * @param conflicts what is done where a row with the same key is there already; empty for an error
 */
public record Insert(
        TableRef table,
        List<ColumnRef<?>> columns,
        List<List<Expression<?>>> rows,
        @Nullable QueryExpression<?> query,
        List<OnConflict> conflicts,
        List<SyntaxExtension> extensions)
        implements DmlStatement, AssignsColumns<Insert> {
    public Insert {
        Objects.requireNonNull(table, "table is null");
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        conflicts = List.copyOf(conflicts);
        extensions = List.copyOf(extensions);
    }

    static Insert into(TableRef table) {
        return new Insert(table, List.of(), List.of(), null, List.of(), List.of());
    }

    /** Begins another row; its columns are set in the order of the first row's. */
    public Insert nextRow() {
        requireComplete();
        List<List<Expression<?>>> more = new ArrayList<>(rows);
        more.add(List.of());
        return new Insert(table, columns, more, query, conflicts, extensions);
    }

    /**
     * Adds a row for each item: {@code rows(people, (row, p) -> row.set(T.name, p.name()).setNullable(T.age, p.age()))}. All
     * set the same columns, in any order (ALK-1116). Errors with ALK-1124 if there is no item, because an INSERT without a
     * row inserts one of defaults.
     */
    public <T> Insert rows(Collection<? extends T> items, BiFunction<Insert, ? super T, Insert> row) {
        requireComplete();
        if (items.isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1124",
                    "Cannot insert into '" + table.name()
                            + "': the collection of rows is empty. Execute the statement only where there are rows.");
        }
        List<ColumnRef<?>> allColumns = columns;
        List<List<Expression<?>>> allRows = new ArrayList<>(rows);
        for (T item : items) {
            Insert one = row.apply(into(table), item);
            allColumns = allColumns.isEmpty() ? one.columns : allColumns;
            allRows.add(one.onlyRow(allColumns));
        }
        return new Insert(table, allColumns, allRows, query, conflicts, extensions);
    }

    private List<Expression<?>> onlyRow(List<ColumnRef<?>> order) {
        List<Expression<?>> values = new ArrayList<>();
        for (ColumnRef<?> column : order) {
            int index = columns.indexOf(column);
            if (index >= 0) {
                values.add(rows.get(0).get(index));
            }
        }
        if (values.size() != columns.size() || values.size() != order.size() || rows.size() > 1) {
            throw new AlkahestArgumentException(
                    "ALK-1116",
                    "Cannot insert into '" + table.name() + "': one row sets " + names(columns) + ", another "
                            + names(order) + ". Set the same columns in each, with setNullable or setDefault.");
        }
        return values;
    }

    private static List<String> names(List<ColumnRef<?>> columns) {
        return columns.stream().map(ColumnRef::name).toList();
    }

    /**
     * An upsert: what to do where a row is there already that is equal in the columns of a unique key, and where no column
     * is named, in any unique key. Where the database knows no conflict target, every unique key counts.
     */
    public ConflictTarget onConflict(ColumnRef<?>... columns) {
        return new ConflictTarget(this, List.of(columns), null, null);
    }

    /** As {@link #onConflict}, naming the key by its constraint. */
    public ConflictTarget onConflictConstraint(String name) {
        return new ConflictTarget(this, List.of(), Objects.requireNonNull(name, "name is null"), null);
    }

    Insert with(OnConflict conflict) {
        return new Insert(table, columns, rows, query, ConflictTarget.with(conflicts, conflict), extensions);
    }

    /** SQL of one's own at a seam of the statement: after INSERT, after VALUES, or at the end. */
    public Insert with(SyntaxExtension extension) {
        return new Insert(table, columns, rows, query, conflicts, Lists.concat(extensions, List.of(extension)));
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
        return new Insert(table, List.of(into), List.of(), source, conflicts, extensions);
    }

    @Override
    public Insert assign(ColumnRef<?> column, Expression<?> value) {
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
                            + names(columns)
                            + ". Set the same columns in the same order.");
        }
        row.add(value);
        newRows.set(newRows.size() - 1, row);
        return new Insert(table, newColumns, newRows, query, conflicts, extensions);
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
        description
                .add(Insert.class)
                .add(table.changeStructure())
                .child(table)
                .children(columns)
                .add(rows.size());
        for (List<Expression<?>> row : rows) {
            description.children(row);
        }
        description.child(query).add(conflicts.size());
        conflicts.forEach(conflict -> conflict.describe(description));
        description.children(extensions);
    }

    @Override
    public Insert mapChildren(NodeMapper mapper) {
        return new Insert(
                mapper.map(table),
                mapper.mapColumns(columns),
                rows.stream().map(mapper::mapAll).toList(),
                mapper.mapNullable(query),
                conflicts.stream().map(conflict -> conflict.mapChildren(mapper)).toList(),
                mapper.mapAll(extensions));
    }

    @Override
    public List<ColumnRef<?>> assignedColumns() {
        List<ColumnRef<?>> all = new ArrayList<>(columns);
        for (OnConflict conflict : conflicts) {
            if (conflict.update() != null) {
                all.addAll(Assignments.columns(conflict.update().assignments()));
            }
        }
        return all;
    }
}
