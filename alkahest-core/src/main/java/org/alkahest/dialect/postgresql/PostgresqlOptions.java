package org.alkahest.dialect.postgresql;

import java.util.Arrays;
import java.util.List;
import org.alkahest.dialect.postgresql.Placement.StorageParameter;
import org.alkahest.dialect.postgresql.Placement.Tablespace;
import org.alkahest.dialect.postgresql.PostgresqlConstraints.Included;
import org.alkahest.dialect.postgresql.PostgresqlConstraints.NotValid;
import org.alkahest.dialect.postgresql.PostgresqlConstraints.NullsNotDistinct;
import org.alkahest.dialect.postgresql.PostgresqlConstraints.SetNull;
import org.alkahest.dialect.postgresql.PostgresqlIndexes.Concurrently;
import org.alkahest.dialect.postgresql.PostgresqlIndexes.Method;
import org.alkahest.dialect.postgresql.PostgresqlIndexes.OperatorClass;
import org.alkahest.dialect.postgresql.PostgresqlTables.AccessMethod;
import org.alkahest.dialect.postgresql.PostgresqlTables.Inherits;
import org.alkahest.dialect.postgresql.PostgresqlTables.PartitionBy;
import org.alkahest.dialect.postgresql.PostgresqlTables.Persistence;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOption;
import org.alkahest.schema.ConstraintOption;
import org.alkahest.schema.IndexOption;
import org.alkahest.schema.Table;
import org.alkahest.schema.TableOption;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Sql;
import org.alkahest.type.SqlType;

/**
 * What PostgreSQL can be told of a schema and other databases cannot (https://www.postgresql.org/docs/18/sql-createtable.html
 * and sql-createindex.html). The other dialects ignore it. Immutable values.
 */
public final class PostgresqlOptions {
    private PostgresqlOptions() {}

    /** {@code USING method} of an index: {@code gin}, {@code gist}, {@code brin}, {@code hash} … */
    public static IndexOption using(String method) {
        return new Method(method);
    }

    /** The operator class of one key of an index, such as {@code text_pattern_ops}; with its schema before a dot if need be. */
    public static IndexOption operatorClass(Expression<?> key, String name) {
        return new OperatorClass(key, name);
    }

    /**
     * {@code CREATE INDEX CONCURRENTLY}: others go on writing to the table. It runs outside of transactions only, so it is
     * left out where the index is created with its table, which nobody else can see yet.
     */
    public static IndexOption concurrently() {
        return Concurrently.CONCURRENTLY;
    }

    /** {@code NULLS NOT DISTINCT} of a unique index or constraint: there is at most one null. Needs 15. */
    public static KeyOption nullsNotDistinct() {
        return NullsNotDistinct.NULLS_NOT_DISTINCT;
    }

    /**
     * {@code WITH (parameter = value)} of a table, an index or a key, such as {@code fillfactor}.
     *
     * @param parameter its name, after a word and a dot if it is the TOAST table's
     */
    public static <T> StorageOption with(String parameter, T value) {
        return new StorageParameter(parameter, Sql.value(value));
    }

    /** {@code TABLESPACE name} of a table or an index; of a key's index {@code USING INDEX TABLESPACE}. */
    public static StorageOption tablespace(String name) {
        return new Tablespace(name);
    }

    /** {@code PARTITION BY RANGE}; the partitions are created by themselves. */
    public static TableOption partitionByRange(Expression<?>... keys) {
        return new PartitionBy(PartitionBy.Kind.RANGE, Arrays.asList(keys));
    }

    /** {@code PARTITION BY LIST}; the partitions are created by themselves. */
    public static TableOption partitionByList(Expression<?>... keys) {
        return new PartitionBy(PartitionBy.Kind.LIST, Arrays.asList(keys));
    }

    /** {@code PARTITION BY HASH}; the partitions are created by themselves. */
    public static TableOption partitionByHash(Expression<?>... keys) {
        return new PartitionBy(PartitionBy.Kind.HASH, Arrays.asList(keys));
    }

    /** {@code INHERITS (parents)}: the table has their columns too, and they its rows. They are created before it. */
    public static TableOption inherits(Table... parents) {
        return new Inherits(Arrays.asList(parents));
    }

    /** {@code USING method} of a table, such as {@code heap}. */
    public static TableOption accessMethod(String name) {
        return new AccessMethod(name);
    }

    /** {@code UNLOGGED}: faster, and empty after a crash. */
    public static TableOption unlogged() {
        return new Persistence("UNLOGGED", "");
    }

    /** {@code TEMPORARY … ON COMMIT …}: the table is the connection's own. */
    public static TableOption temporary(OnCommit onCommit) {
        return new Persistence("TEMPORARY", " ON COMMIT " + onCommit.name().replace('_', ' '));
    }

    /**
     * {@code EXCLUDE USING method}: no two rows for which all elements compare true; add those by
     * {@link Exclusion#with}.
     */
    public static Exclusion exclude(String method) {
        return new Exclusion(null, method, List.of(), null);
    }

    /** {@code INCLUDE (columns)} of a primary key or a unique constraint: its index holds them too. */
    public static ConstraintOption include(Column<?>... columns) {
        return new Included(Arrays.asList(columns));
    }

    /**
     * {@code NOT VALID}: rows that are there already are not checked when a check or a foreign key is added. Without meaning
     * in CREATE TABLE, where it is left out.
     */
    public static ConstraintOption notValid() {
        return NotValid.NOT_VALID;
    }

    /** {@code ON DELETE SET NULL (columns)}: a foreign key of that action sets these of its columns only. Needs 15. */
    public static ConstraintOption setNull(Column<?>... columns) {
        return new SetNull(Arrays.asList(columns));
    }

    /** A domain that takes the place of a column's type on PostgreSQL. */
    public static <T> Domain<T> domain(String name, SqlType<T> base) {
        return new Domain<>(null, name, base, false, null);
    }

    /** The column's collation on PostgreSQL, such as {@code de-x-icu}; goes before the portable one. */
    public static ColumnOption collate(String name) {
        return new PostgresqlColumns.Collation(name);
    }

    /** What becomes of the rows of a temporary table at the end of a transaction. */
    public enum OnCommit {
        PRESERVE_ROWS,
        DELETE_ROWS,
        /** The table itself goes. */
        DROP
    }

    /** An option of tables, indexes and keys. */
    public sealed interface StorageOption extends TableOption, IndexOption, ConstraintOption permits Placement {}

    /** An option of unique indexes and unique constraints. */
    public sealed interface KeyOption extends IndexOption, ConstraintOption permits NullsNotDistinct {}
}
