package org.alkahest.dialect.postgresql;

import java.util.Objects;
import java.util.Optional;
import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOption;
import org.alkahest.schema.ColumnOptions.Computed;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's column definitions (https://www.postgresql.org/docs/18/sql-createtable.html). */
final class PostgresqlColumns extends ColumnDefinitions {
    private final boolean virtualColumns;

    PostgresqlColumns(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, boolean virtualColumns) {
        super(traits, identifiers, types);
        this.virtualColumns = virtualColumns;
    }

    @Override
    protected String type(Column<?> column) {
        @SuppressWarnings("rawtypes") // a class literal has no parameter
        Optional<Domain> domain = column.options().options().find(Domain.class);
        return domain.isPresent()
                ? identifiers.qualified(domain.get().schema(), domain.get().name())
                : super.type(column);
    }

    @Override
    protected @Nullable String collation(Column<?> column) {
        Optional<Collation> own = column.options().options().find(Collation.class);
        return own.isPresent() ? own.get().name() : super.collation(column);
    }

    @Override
    protected String computed(Computed computed) {
        if (!computed.stored() && !virtualColumns) {
            throw new UnsupportedFeatureException(
                    "column computed at each read before 18", traits, "Declare it stored, or select the expression.");
        }
        return super.computed(computed);
    }

    /** A collation for this database alone. */
    record Collation(String name) implements ColumnOption {
        Collation {
            Objects.requireNonNull(name, "name is null");
        }
    }
}
