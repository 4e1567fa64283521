package org.alkahest.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table in FROM, or the target of INSERT, UPDATE and DELETE. Two are equal if schema, name and alias are. */
public interface TableRef extends FromExtension {
    /** The schema, or null for the connection's own. */
    @Nullable
    String schema();

    /** The table's name in the database. */
    String name();

    /** The name that this occurrence has in a statement, or null for the table's own. */
    @Nullable
    String alias();

    /** Columns in the order of the table. */
    List<? extends ColumnRef<?>> columns();

    /** Foreign keys, from which ON conditions are inferred. */
    List<? extends ForeignKeyRef> foreignKeys();

    /** The name by which columns of this occurrence are qualified. */
    default String correlationName() {
        String alias = alias();
        return alias == null ? name() : alias;
    }

    @Override
    default void describe(Description description) {
        description.add(TableRef.class).add(schema()).add(name()).add(alias());
    }
}
