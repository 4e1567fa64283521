package org.alkahest.schema;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.alkahest.sql.ForeignKeyRef;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key. Its target is a supplier, resolved at first use, so that tables may refer to each other in a circle.
 *
 * @param name the constraint's name, or null for the naming convention's
 * @param reference gives the columns referred to, in the order of {@code columns}
 * @param options what single databases are told of it
 */
public record ForeignKey(
        @Nullable String name,
        List<Column<?>> columns,
        Supplier<? extends List<? extends Column<?>>> reference,
        Action onDelete,
        Action onUpdate,
        Options<ConstraintOption> options)
        implements ForeignKeyRef {
    public ForeignKey {
        columns = List.copyOf(columns);
        Objects.requireNonNull(reference, "target is null");
    }

    /** A foreign key without options. */
    public ForeignKey(
            @Nullable String name,
            List<Column<?>> columns,
            Supplier<? extends List<? extends Column<?>>> reference,
            Action onDelete,
            Action onUpdate) {
        this(name, columns, reference, onDelete, onUpdate, Options.none());
    }

    /** The same with an option of one database; errors with ALK-1320 if it conflicts with another. */
    public ForeignKey option(ConstraintOption option) {
        return new ForeignKey(name, columns, reference, onDelete, onUpdate, options.with(option));
    }

    @Override
    public List<? extends Column<?>> targetColumns() {
        List<? extends Column<?>> targets = reference.get();
        if (targets.size() != columns.size()) {
            throw new AlkahestArgumentException(
                    "ALK-1301",
                    "Cannot resolve the foreign key of '"
                            + columns.get(0).owner().name() + "' on " + columns
                            + ": it refers to " + targets.size() + " columns " + targets
                            + ". Refer to as many columns as it has.");
        }
        return targets;
    }

    @Override
    public Table target() {
        return targetColumns().get(0).owner();
    }

    /** What the database does to referring rows (SQL:2023 part 2, 11.8). */
    public enum Action {
        NO_ACTION("NO ACTION"),
        RESTRICT("RESTRICT"),
        CASCADE("CASCADE"),
        SET_NULL("SET NULL"),
        SET_DEFAULT("SET DEFAULT");

        private final String sql;

        Action(String sql) {
            this.sql = sql;
        }

        /** The action in SQL. */
        public String sql() {
            return sql;
        }
    }
}
