package org.alkahest.dialect.postgresql;

import java.util.Objects;
import org.alkahest.schema.DialectOption;
import org.alkahest.schema.IndexOption;
import org.alkahest.sql.Expression;

/** Options of indexes alone. */
sealed interface PostgresqlIndexes extends IndexOption {
    record Method(String name) implements PostgresqlIndexes {
        public Method {
            Objects.requireNonNull(name, "name is null");
        }
    }

    record OperatorClass(Expression<?> key, String name) implements PostgresqlIndexes {
        public OperatorClass {
            Objects.requireNonNull(key, "key is null");
            Objects.requireNonNull(name, "name is null");
        }

        @Override
        public boolean conflictsWith(DialectOption other) {
            return other instanceof OperatorClass that && key.equals(that.key);
        }
    }

    enum Concurrently implements PostgresqlIndexes {
        CONCURRENTLY
    }
}
