package org.alkahest.dialect.postgresql;

import java.util.List;
import java.util.Objects;
import org.alkahest.schema.Table;
import org.alkahest.schema.TableOption;
import org.alkahest.sql.Expression;

/** Options of tables alone, but for {@link Exclusion}. */
sealed interface PostgresqlTables extends TableOption {
    record PartitionBy(Kind kind, List<Expression<?>> keys) implements PostgresqlTables {
        public PartitionBy {
            keys = List.copyOf(keys);
        }

        enum Kind {
            RANGE,
            LIST,
            HASH
        }
    }

    record Inherits(List<Table> parents) implements PostgresqlTables {
        public Inherits {
            parents = List.copyOf(parents);
        }

        @Override
        public List<Table> requiredTables() {
            return parents;
        }
    }

    record AccessMethod(String name) implements PostgresqlTables {
        public AccessMethod {
            Objects.requireNonNull(name, "name is null");
        }
    }

    /**
     * Whether the rows outlive a crash or the connection.
     *
     * @param onCommit the clause with a blank before it, or an empty text
     */
    record Persistence(String word, String onCommit) implements PostgresqlTables {}
}
