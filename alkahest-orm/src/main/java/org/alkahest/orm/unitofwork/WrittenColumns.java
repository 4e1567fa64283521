package org.alkahest.orm.unitofwork;

import java.util.List;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;
import org.jspecify.annotations.Nullable;

/** Which columns the statements of a flush leave out because the mapping says so: what they would have written is not lost silently. */
final class WrittenColumns {
    private WrittenColumns() {}

    /** Errors with ALK-2062 if a new object has a value for a column that no INSERT writes. */
    static <E> void requireUnset(EntityEntry<E> entry, Column<?> column) {
        Object value = value(entry, column);
        boolean isUnset = value == null
                || (value instanceof Number number && number.doubleValue() == 0)
                || Boolean.FALSE.equals(value);
        if (!isUnset) {
            throw refused("insert", entry, column, value);
        }
    }

    /** Errors with ALK-2062 if the user changed a column that no UPDATE writes. */
    static void requireUpdated(EntityEntry<?> entry, List<Column<?>> changed) {
        for (Column<?> column : changed) {
            if (!EntityTable.use(column).updated()) {
                throw refused("update", entry, column, value(entry, column));
            }
        }
    }

    private static <E> @Nullable Object value(EntityEntry<E> entry, Column<?> column) {
        return Lazy.contentOf(entry.mapping().value(entry.entity(), EntityTable.position(column)));
    }

    private static MappingException refused(
            String verb, EntityEntry<?> entry, Column<?> column, @Nullable Object value) {
        String who = column.options().computed() == null ? "its mapping leaves it out" : "the database computes it";
        return new MappingException(
                "ALK-2062",
                "Cannot " + verb + " " + entry + ": its '" + column.name() + "' was set to " + value + ", and " + who
                        + " of each " + verb + ". Set it back, or change the mapping.");
    }
}
