package org.alkahest.schema;

import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Description;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, and an expression. Two are equal if their tables (schema, name, alias) and names are. Immutable.
 *
 * @param <T> the Java type of values
 */
public final class Column<T> implements ColumnRef<T> {
    private final Table owner;
    private final String name;
    private final SqlType<T> type;
    private final ColumnOptions options;
    private final int position;
    private final int hash;

    Column(Table owner, String name, SqlType<T> type, ColumnOptions options, int position) {
        this.owner = owner;
        this.name = name;
        this.type = type;
        this.options = options;
        this.position = position;
        this.hash = owner.hashCode() * 31 + name.hashCode();
    }

    @Override
    public Table owner() {
        return owner;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SqlType<T> type() {
        return type;
    }

    /** The 0-based position in the table. */
    public int position() {
        return position;
    }

    public ColumnOptions options() {
        return options;
    }

    public boolean isNullable() {
        return options.isNullable();
    }

    public boolean isPrimaryKey() {
        return options.isPrimaryKey();
    }

    /** Whether the database numbers rows in this column. */
    public boolean isGenerated() {
        return options.identity() != null;
    }

    @Override
    public void describe(Description description) {
        description.add(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Column<?> that
                        && name.equals(that.name)
                        && owner.equals(that.owner)
                        && type.equals(that.type));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return owner.correlationName() + "." + name;
    }
}
