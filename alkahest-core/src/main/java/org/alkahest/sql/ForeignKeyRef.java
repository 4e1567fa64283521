package org.alkahest.sql;

import java.util.List;

/** What the expression language needs of a foreign key. */
public interface ForeignKeyRef {
    /** The referring columns. */
    List<? extends ColumnRef<?>> columns();

    /** The table referred to, without an alias. */
    TableRef target();

    /** The columns referred to, in the order of {@link #columns}. */
    List<? extends ColumnRef<?>> targetColumns();
}
