package org.alkahest.sql;

import java.util.List;

/** A statement that changes rows: INSERT, UPDATE, DELETE or MERGE. */
public sealed interface DmlStatement extends Statement permits Insert, Update, Delete, Merge {
    /** The table whose rows change. */
    TableRef table();

    /** The columns that the statement writes and does not read, one for each assignment. */
    List<ColumnRef<?>> assignedColumns();

    @Override
    DmlStatement mapChildren(NodeMapper mapper);

    /** The same statement, returning values of each changed row, where the database can (else ALK-1210 at compile). */
    default <R> Returning<R> returning(Selectable<R> selection) {
        return new Returning<>(this, selection);
    }

    /** The same of two values; of more by {@code row(a, b, c …).as(Row3::new)} or a constructor of one's own. */
    default <A, B> Returning<Row2<A, B>> returning(Selectable<A> a, Selectable<B> b) {
        return returning(Sql.row(a, b).as(Row2::new));
    }

    /** The same of three values. */
    default <A, B, C> Returning<Row3<A, B, C>> returning(Selectable<A> a, Selectable<B> b, Selectable<C> c) {
        return returning(Sql.row(a, b, c).as(Row3::new));
    }
}
