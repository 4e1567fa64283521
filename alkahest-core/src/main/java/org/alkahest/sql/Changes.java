package org.alkahest.sql;

import java.util.List;

/** The factory of statements that change rows; use it through {@link Sql}. */
public sealed class Changes extends Windows permits Sql {
    Changes() {}

    public static Insert insert(TableRef table) {
        return Insert.into(table);
    }

    public static Update update(TableRef table) {
        return new Update(table, List.of(), OtherTables.NONE, null, OrderedRows.ALL, List.of());
    }

    public static Delete delete(TableRef table) {
        return new Delete(table, OtherTables.NONE, null, OrderedRows.ALL, List.of());
    }

    /** {@code mergeInto(target).using(source).on(condition).whenMatched().thenUpdate(…).whenNotMatched().thenInsert(…)}. */
    public static Merge.Into mergeInto(TableRef table) {
        return new Merge.Into(table);
    }

    /** In the update of an upsert: the value that was to be inserted into a column. */
    public static <T> RowImage<T> excluded(ColumnRef<T> column) {
        return new RowImage<>(RowImage.Kind.EXCLUDED, column);
    }

    /** In RETURNING: the value of a column before the change, NULL in an inserted row. */
    public static <T> RowImage<T> oldValue(ColumnRef<T> column) {
        return new RowImage<>(RowImage.Kind.OLD, column);
    }

    /** In RETURNING: the value of a column after the change, NULL in a deleted row. */
    public static <T> RowImage<T> newValue(ColumnRef<T> column) {
        return new RowImage<>(RowImage.Kind.NEW, column);
    }
}
