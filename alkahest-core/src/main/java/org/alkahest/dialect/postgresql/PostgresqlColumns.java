package org.alkahest.dialect.postgresql;

import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.schema.ColumnOptions.Computed;

/** PostgreSQL's column definitions (https://www.postgresql.org/docs/18/sql-createtable.html). */
final class PostgresqlColumns extends ColumnDefinitions {
    private final boolean virtualColumns;

    PostgresqlColumns(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, boolean virtualColumns) {
        super(traits, identifiers, types);
        this.virtualColumns = virtualColumns;
    }

    @Override
    protected String computed(Computed computed) {
        if (!computed.stored() && !virtualColumns) {
            throw new UnsupportedFeatureException(
                    "column computed at each read before 18", traits, "Declare it stored, or select the expression.");
        }
        return super.computed(computed);
    }
}
