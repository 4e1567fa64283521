package org.alkahest.dialect.postgresql;

import java.util.Objects;
import java.util.regex.Pattern;
import org.alkahest.schema.DialectOption;
import org.alkahest.sql.Expression;
import org.alkahest.type.AlkahestArgumentException;

/** Where and how the rows of a table or the entries of an index are kept. */
sealed interface Placement extends PostgresqlOptions.StorageOption {
    /** {@code name = value} in WITH. */
    record StorageParameter(String name, Expression<?> value) implements Placement {
        private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?");

        public StorageParameter {
            if (!NAME.matcher(name).matches()) {
                throw new AlkahestArgumentException(
                        "ALK-1321",
                        "Cannot make a storage parameter of '" + name + "': names are lower-case words, such as"
                                + " fillfactor or toast.autovacuum_enabled. Use one of those.");
            }
        }

        @Override
        public boolean conflictsWith(DialectOption other) {
            return other instanceof StorageParameter that && name.equals(that.name);
        }
    }

    record Tablespace(String name) implements Placement {
        public Tablespace {
            Objects.requireNonNull(name, "name is null");
        }
    }
}
