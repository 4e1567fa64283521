package org.alkahest.sql;

import java.util.List;
import org.alkahest.type.AlkahestArgumentException;
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

    /** How this occurrence comes into FROM by itself, or null if it has to be put there. */
    default @Nullable ImplicitJoin implicitJoin() {
        return null;
    }

    /**
     * What a row meets to be one of this occurrence's: added to WHERE, or to ON where it is joined. Null for all rows of the
     * table. Made of its columns and of {@link Inlined} values alone.
     */
    default @Nullable Expression<Boolean> restriction() {
        return null;
    }

    /** The query that stands in FROM for this occurrence; null for a table that the database has. */
    default @Nullable RowSource rowSource() {
        return null;
    }

    /** The name by which columns of this occurrence are qualified. */
    default String correlationName() {
        String alias = alias();
        return alias == null ? name() : alias;
    }

    /**
     * What the SQL of a change of this table depends on besides its names, such as which columns number themselves: an
     * immutable value of structure, compared by {@code equals}. Queries do not depend on it.
     */
    default Object changeStructure() {
        return columns().stream().map(ColumnRef::name).toList();
    }

    /** The same table under an alias. */
    TableRef as(String alias);

    @Override
    @SuppressWarnings("unchecked") // the Java type is checked
    default <T> ColumnRef<T> correspondingColumn(ColumnRef<T> column) {
        for (ColumnRef<?> candidate : columns()) {
            if (candidate.name().equals(column.name())
                    && candidate.type().javaType() == column.type().javaType()) {
                return (ColumnRef<T>) candidate;
            }
        }
        throw new AlkahestArgumentException(
                "ALK-1242",
                "Cannot put table '" + name() + "' in place of " + column.owner() + ": it has no column '"
                        + column.name() + "' of " + column.type().javaType().getSimpleName()
                        + ". Add the column, or replace by a table that has it.");
    }

    @Override
    default void describe(Description description) {
        description.add(TableRef.class).add(schema()).add(name()).add(alias()).add(implicitJoin() != null);
    }
}
