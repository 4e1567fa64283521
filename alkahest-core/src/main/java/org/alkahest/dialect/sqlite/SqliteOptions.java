package org.alkahest.dialect.sqlite;

import java.util.Objects;
import org.alkahest.schema.ColumnOption;
import org.alkahest.schema.ConstraintOption;
import org.alkahest.schema.DialectOption;
import org.alkahest.schema.TableOption;

/**
 * What SQLite can be told of a schema and other databases cannot (https://www.sqlite.org/lang_createtable.html, 3.54). The
 * other dialects ignore it. Immutable values.
 */
public final class SqliteOptions {
    private SqliteOptions() {}

    /** {@code WITHOUT ROWID}: the rows are kept in the primary key, which then does not number itself. */
    public static TableOption withoutRowid() {
        return Flag.WITHOUT_ROWID;
    }

    /** {@code STRICT}: columns take values of their type only. Needs 3.37. */
    public static TableOption strict() {
        return Flag.STRICT;
    }

    /** {@code AUTOINCREMENT}: a column that numbers itself never uses a number again, not even after deletes. */
    public static ColumnOption autoincrement() {
        return ColumnFlag.AUTOINCREMENT;
    }

    /** {@code NOT NULL ON CONFLICT …}: what happens to a null that comes for the column. */
    public static ColumnOption notNullOnConflict(Conflict what) {
        return new NotNull(what);
    }

    /** The column's collation on SQLite, such as {@code NOCASE}; goes before the portable one. */
    public static ColumnOption collate(String name) {
        return new Collation(name);
    }

    /** {@code ON CONFLICT …} of a primary key or a unique constraint: what happens to a row that repeats one. */
    public static ConstraintOption onConflict(Conflict what) {
        return new OnConflict(what);
    }

    /** What is done about a row that breaks a constraint (https://www.sqlite.org/lang_conflict.html). */
    public enum Conflict {
        /** The whole transaction is undone. */
        ROLLBACK,
        /** The statement is undone; what happens anyway. */
        ABORT,
        /** The statement stops, and what it has done stays. */
        FAIL,
        /** The row is passed over. */
        IGNORE,
        /** The rows that are in the way are deleted first; for a null, the column's default is taken. */
        REPLACE
    }

    /** Options of tables without more to say. */
    enum Flag implements TableOption {
        WITHOUT_ROWID,
        STRICT;

        @Override
        public boolean conflictsWith(DialectOption other) {
            return this == other;
        }
    }

    /** Options of columns without more to say. */
    enum ColumnFlag implements ColumnOption {
        AUTOINCREMENT
    }

    record NotNull(Conflict conflict) implements ColumnOption {
        NotNull {
            Objects.requireNonNull(conflict, "conflict is null");
        }
    }

    record Collation(String name) implements ColumnOption {
        Collation {
            Objects.requireNonNull(name, "name is null");
        }
    }

    record OnConflict(Conflict conflict) implements ConstraintOption {
        OnConflict {
            Objects.requireNonNull(conflict, "conflict is null");
        }
    }
}
