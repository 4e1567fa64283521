package org.alkahest.dialect.oracle;

import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions.Computed;

/** Oracle's column definitions (19c SQL Language Reference, "CREATE TABLE", column_definition and virtual_column_definition). */
final class OracleColumns extends ColumnDefinitions {
    OracleColumns(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types) {
        super(traits, identifiers, types);
    }

    @Override
    protected String computed(Computed computed) {
        if (computed.stored()) {
            throw new UnsupportedFeatureException(
                    "stored computed columns", traits, "Declare it as virtual, or fill the column by a trigger.");
        }
        return super.computed(computed);
    }

    /** An identity column is ("identity_clause"). */
    @Override
    protected boolean isNotNullAnyway(Column<?> column) {
        return column.isGenerated();
    }
}
