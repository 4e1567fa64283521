package org.alkahest.orm.unitofwork;

import java.util.List;
import java.util.stream.Collectors;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Connection;
import org.alkahest.engine.InsertMethod;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.unitofwork.FlushAction.InsertRows;
import org.alkahest.schema.Column;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Parameter;
import org.alkahest.sql.Returning;
import org.alkahest.sql.Row;
import org.alkahest.sql.Selectable;
import org.alkahest.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Inserts the rows of objects, and gives each object what the database made for its row. */
final class RowInserter {
    private final Connection connection;

    RowInserter(Connection connection) {
        this.connection = connection;
    }

    /**
     * Inserts the rows. What the database makes for them comes back with them, unless that takes an execution per row where
     * the keys alone do not.
     *
     * @return the columns that came back; the others that the database fills are to be selected
     */
    List<Column<?>> insert(InsertRows action) {
        Insert insert = insert(action.table(), action.columns());
        EntityRows rows = new EntityRows(action.entries(), action.columns());
        List<Column<?>> made = returned(connection, action, insert);
        if (made.isEmpty()) {
            connection.executeBatch(insert, rows);
        } else if (made.size() == 1) {
            give(action.entries(), made.get(0), send(insert, rows, made.get(0)));
        } else {
            give(action.entries(), made, send(insert, rows, Sql.selectRow(made).selection()));
        }
        return made;
    }

    /** How rows like these are inserted, in words, where not several go in one statement; empty where they do. */
    static String reasonForSingleRows(Connection connection, InsertRows action) {
        if (action.generated().isEmpty() || action.size() == 1) {
            return "";
        }
        Insert insert = insert(action.table(), action.columns());
        List<Column<?>> made = returned(connection, action, insert);
        if (made.isEmpty()) {
            return "";
        }
        InsertMethod method =
                connection.insertMethod(insert, Sql.selectRow(made).selection());
        return method.form() == InsertMethod.Form.SINGLE_ROWS ? "row by row: " + method.reason() : "";
    }

    static Insert insert(EntityTable<?> table, List<Column<?>> columns) {
        Insert insert = Sql.insert(table);
        for (Column<?> column : columns) {
            insert = setParameter(insert, column);
        }
        return insert;
    }

    private static <T> Insert setParameter(Insert insert, Column<T> column) {
        return insert.setTo(column, new Parameter<>(column.name(), column.type()));
    }

    /** Where there is no RETURNING, the numbers of rows alone. */
    private static List<Column<?>> returned(Connection connection, InsertRows action, Insert insert) {
        List<Column<?>> all = action.generated();
        List<Column<?>> keys = all.stream().filter(Column::isGenerated).collect(Collectors.toList());
        if (!connection.dialect().traits().has(Feature.INSERT_RETURNING)) {
            return keys;
        }
        boolean one = action.size() == 1 || keys.size() == all.size();
        return one
                        || !goesRowByRow(connection, insert, all)
                        || (!keys.isEmpty() && goesRowByRow(connection, insert, keys))
                ? all
                : keys;
    }

    private static boolean goesRowByRow(Connection connection, Insert insert, List<Column<?>> columns) {
        InsertMethod method =
                connection.insertMethod(insert, Sql.selectRow(columns).selection());
        return method.form() == InsertMethod.Form.SINGLE_ROWS;
    }

    private <K> List<K> send(Insert insert, EntityRows rows, Selectable<K> made) {
        if (rows.size() == 1 && connection.dialect().traits().has(Feature.INSERT_RETURNING)) {
            Returning<K> returning = insert.returning(made);
            return connection.execute(returning, rows).all();
        }
        return connection.executeInsert(insert, rows, made);
    }

    private static <K> void give(List<EntityEntry<?>> entries, Column<K> column, List<?> values) {
        int position = EntityTable.position(column);
        for (int i = 0; i < entries.size(); i++) {
            set(entries.get(i), position, values.get(i));
        }
    }

    private static void give(List<EntityEntry<?>> entries, List<Column<?>> columns, List<Row> rows) {
        for (int i = 0; i < entries.size(); i++) {
            for (int column = 0; column < columns.size(); column++) {
                set(
                        entries.get(i),
                        EntityTable.position(columns.get(column)),
                        rows.get(i).value(column));
            }
        }
    }

    private static <E> void set(EntityEntry<E> entry, int position, @Nullable Object value) {
        entry.mapping().setValue(entry.entity(), position, value);
    }
}
