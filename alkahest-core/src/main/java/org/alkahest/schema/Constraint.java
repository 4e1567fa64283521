package org.alkahest.schema;

import java.util.List;
import org.alkahest.sql.Expression;
import org.jspecify.annotations.Nullable;

/** A table constraint other than the primary key and foreign keys. Immutable. */
public sealed interface Constraint {
    /** The constraint's name, or null for the naming convention's. */
    @Nullable
    String name();

    /** What single databases are told of it. */
    Options<ConstraintOption> options();

    /** The same with an option of one database; errors with ALK-1320 if it conflicts with another. */
    Constraint option(ConstraintOption option);

    /** No two rows are equal in all of the columns. */
    record Unique(@Nullable String name, List<Column<?>> columns, Options<ConstraintOption> options)
            implements Constraint {
        public Unique {
            columns = List.copyOf(columns);
        }

        /** A constraint without options. */
        public Unique(@Nullable String name, List<Column<?>> columns) {
            this(name, columns, Options.none());
        }

        @Override
        public Unique option(ConstraintOption option) {
            return new Unique(name, columns, options.with(option));
        }
    }

    /** The condition is not false in any row. */
    record Check(@Nullable String name, Expression<Boolean> condition, Options<ConstraintOption> options)
            implements Constraint {
        /** A constraint without options. */
        public Check(@Nullable String name, Expression<Boolean> condition) {
            this(name, condition, Options.none());
        }

        @Override
        public Check option(ConstraintOption option) {
            return new Check(name, condition, options.with(option));
        }
    }
}
