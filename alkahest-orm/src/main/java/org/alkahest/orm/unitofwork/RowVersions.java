package org.alkahest.orm.unitofwork;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Versioning;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Parameter;
import org.jspecify.annotations.Nullable;

/** What the versions of rows add to the statements of a flush, and get from them. One thread at a time. */
final class RowVersions {
    private final Clock clock;

    RowVersions(Clock clock) {
        this.clock = clock;
    }

    /** Whether a column is the version of its table, which only the database writes. */
    static boolean isByDatabase(EntityTable<?> table, Column<?> column) {
        return of(table) instanceof Versioning.ByDatabase version
                && version.column().equals(column);
    }

    /** The version that a table itself has; one that a class has inherited may be in another table. */
    static @Nullable Versioning of(EntityTable<?> table) {
        Versioning versioning = table.versioning();
        return versioning != null && versioning.column().owner().equals(table) ? versioning : null;
    }

    /** Errors with ALK-2206 if the user changed a version that is not theirs to change. */
    static void requireUnchanged(EntityEntry<?> entry, List<Column<?>> changed) {
        Versioning versioning = entry.mapping().table().versioning();
        if (versioning != null && versioning.isWrittenByFlush() && changed.contains(versioning.column())) {
            throw new MappingException(
                    "ALK-2206",
                    "Cannot update " + entry + ": its version '"
                            + versioning.column().name() + "' was set to " + now(entry, versioning) + " from "
                            + before(entry, versioning)
                            + ", and only a flush changes it. Set it back, or map it with @VersionBy(MANUAL) to change"
                            + " it yourself.");
        }
    }

    /** The columns that an UPDATE sets: those that changed, and the version, which changes with a column of any table. */
    static List<Column<?>> withVersion(EntityTable<?> table, List<Column<?>> changed) {
        if (!(of(table) instanceof Versioning.Generated<?> generated)) {
            return changed;
        }
        List<Column<?>> columns = new ArrayList<>(changed);
        columns.add(generated.column());
        return columns;
    }

    /** Gives a new object its first version. */
    <E> void begin(EntityTable<?> table, EntityEntry<E> entry) {
        if (of(table) instanceof Versioning.Generated<?> generated) {
            Object first = next(entry, generated, null);
            entry.mapping().setValue(entry.entity(), EntityTable.position(generated.column()), first);
        }
    }

    /** Puts the version that a row is updated to among the statement's parameters. */
    void putNext(Map<String, Object> row, EntityTable<?> table, EntityEntry<?> entry) {
        if (of(table) instanceof Versioning.Generated<?> generated) {
            row.put(generated.column().name(), next(entry, generated, requireBefore(entry, generated)));
        }
    }

    /** Gives an object the version that its row was updated to. */
    <E> void take(EntityTable<?> table, EntityEntry<E> entry, Map<String, Object> row) {
        if (of(table) instanceof Versioning.Generated<?> generated) {
            entry.mapping()
                    .setValue(
                            entry.entity(),
                            EntityTable.position(generated.column()),
                            row.get(generated.column().name()));
        }
    }

    /** A new object that takes over a row as it is takes its version, too. */
    static <E> void takeBefore(EntityEntry<E> entry) {
        Versioning versioning = entry.mapping().table().versioning();
        if (versioning != null && versioning.isWrittenByFlush()) {
            ReadBack.set(entry, versioning.column(), before(entry, versioning));
        }
    }

    /** A condition on the key, and one on the version where the table has one. */
    static Expression<Boolean> and(Expression<Boolean> key, EntityTable<?> table) {
        Versioning versioning = of(table);
        return versioning == null ? key : key.and(isBefore(versioning.column()));
    }

    /** Puts the version that the row should still have among the statement's parameters. */
    static void putBefore(Map<String, Object> row, EntityTable<?> table, EntityEntry<?> entry) {
        Versioning versioning = of(table);
        if (versioning != null) {
            row.put(parameter(versioning.column()), requireBefore(entry, versioning));
        }
    }

    /** The version with which an object was last read or written. */
    static @Nullable Object before(EntityEntry<?> entry, Versioning versioning) {
        Object snapshot = entry.snapshot();
        return snapshot == null
                ? null
                : entry.mapping().snapshotValue(snapshot, EntityTable.position(versioning.column()));
    }

    private static Object requireBefore(EntityEntry<?> entry, Versioning versioning) {
        Object before = before(entry, versioning);
        if (before == null) {
            throw new MappingException(
                    "ALK-2207",
                    "Cannot write " + entry + ": the version '"
                            + versioning.column().name()
                            + "' of its row is NULL, which compares with nothing. Give old rows a version by an UPDATE,"
                            + " and make the column NOT NULL.");
        }
        return before;
    }

    private static <E> @Nullable Object now(EntityEntry<E> entry, Versioning versioning) {
        return entry.mapping().value(entry.entity(), EntityTable.position(versioning.column()));
    }

    @SuppressWarnings("unchecked") // an object's version is its column's
    private <T> Object next(EntityEntry<?> entry, Versioning.Generated<T> generated, @Nullable Object previous) {
        Object next = generated.generator().next((T) previous, clock);
        if (next == null) {
            throw new MappingException(
                    "ALK-2207",
                    "Cannot write " + entry + ": the generator of its version '"
                            + generated.column().name() + "' returned null. Let it return a value.");
        }
        return next;
    }

    private static <T> Expression<Boolean> isBefore(Column<T> column) {
        return column.eq(new Parameter<>(parameter(column), column.type()));
    }

    /** Named apart from the parameter of SET. */
    private static String parameter(Column<?> column) {
        return "old " + column.name();
    }
}
