package org.alkahest.dialect.postgresql;

import java.util.List;
import org.alkahest.schema.Column;
import org.alkahest.schema.ConstraintOption;

/** Options of constraints. */
sealed interface PostgresqlConstraints extends ConstraintOption {
    record Included(List<Column<?>> columns) implements PostgresqlConstraints {
        public Included {
            columns = List.copyOf(columns);
        }
    }

    enum NotValid implements PostgresqlConstraints {
        NOT_VALID
    }

    record SetNull(List<Column<?>> columns) implements PostgresqlConstraints {
        public SetNull {
            columns = List.copyOf(columns);
        }
    }

    /** Also of indexes. */
    enum NullsNotDistinct implements PostgresqlConstraints, PostgresqlOptions.KeyOption {
        NULLS_NOT_DISTINCT
    }
}
