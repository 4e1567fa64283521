package org.alkahest.dialect.sqlserver;

import java.util.Objects;
import org.alkahest.schema.ColumnOption;
import org.alkahest.schema.ConstraintOption;
import org.alkahest.schema.IndexOption;
import org.alkahest.schema.TableOption;

/**
 * What SQL Server can be told of a schema and other databases cannot ("CREATE TABLE (Transact-SQL)" and "CREATE INDEX
 * (Transact-SQL)", version 16). The other dialects ignore it. Immutable values.
 */
public final class SqlServerOptions {
    private SqlServerOptions() {}

    /**
     * {@code CLUSTERED}: the rows are kept in the order of this key or index. A table has one such; where no key and no index
     * says so, it is the primary key, which then has to be {@link #nonclustered} for an index to be.
     */
    public static KeyOption clustered() {
        return Clustering.CLUSTERED;
    }

    /** {@code NONCLUSTERED}: the key or index is kept besides the rows. */
    public static KeyOption nonclustered() {
        return Clustering.NONCLUSTERED;
    }

    /** {@code COLUMNSTORE INDEX}, for analysis; a clustered one holds all columns and names none. */
    public static IndexOption columnstore() {
        return Columnstore.COLUMNSTORE;
    }

    /**
     * Says that the table has triggers, which SQL Server wants to know where a change returns rows: they go through a table
     * variable then ({@code OUTPUT … INTO}), in one batch. Without this such a statement is refused by the server (error 334).
     */
    public static TableOption triggers() {
        return Triggers.TRIGGERS;
    }

    /** The column's collation on SQL Server, such as {@code Latin1_General_100_CI_AS}; goes before the portable one. */
    public static ColumnOption collate(String name) {
        return new Collation(name);
    }

    /** An option of indexes, primary keys and unique constraints. */
    public sealed interface KeyOption extends IndexOption, ConstraintOption permits Clustering {}

    enum Clustering implements KeyOption {
        CLUSTERED,
        NONCLUSTERED
    }

    enum Columnstore implements IndexOption {
        COLUMNSTORE
    }

    enum Triggers implements TableOption {
        TRIGGERS;

        @Override
        public boolean isAboutStatements() {
            return true;
        }
    }

    record Collation(String name) implements ColumnOption {
        Collation {
            Objects.requireNonNull(name, "name is null");
        }
    }
}
