package org.alkahest.dialect.h2;

import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.schema.ColumnOptions.Computed;

/** H2's column definitions (https://h2database.com/html/grammar.html#column_definition, 2.5). */
final class H2Columns extends ColumnDefinitions {
    H2Columns(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types) {
        super(traits, identifiers, types);
    }

    /** They are computed when a row is written, and there is no word for it. */
    @Override
    protected String computed(Computed computed) {
        if (!computed.stored()) {
            throw new UnsupportedFeatureException(
                    "column computed at each read", traits, "Declare it stored, or select the expression.");
        }
        return "GENERATED ALWAYS AS (" + computed.sql() + ")";
    }
}
