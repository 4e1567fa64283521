package org.alkahest.dialect.duckdb;

import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.NamingConvention;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;

/** DuckDB's column definitions (https://duckdb.org/docs/stable/sql/statements/create_table, 2.0). */
final class DuckdbColumns extends ColumnDefinitions {
    private final NamingConvention names;

    DuckdbColumns(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types) {
        super(traits, identifiers, types);
        this.names = new NamingConvention(identifiers);
    }

    /** There is no identity; the sequence's name is a text that holds an identifier. */
    @Override
    protected String identity(Column<?> column, Identity identity) {
        if (identity.always()) {
            throw new UnsupportedFeatureException(
                    "identity that refuses explicit values, for '" + column + "'",
                    traits,
                    "Use generated() without it.");
        }
        String sequence = identifiers.qualified(column.owner().schema(), names.identitySequence(column));
        return "DEFAULT nextval('" + sequence.replace("'", "''") + "')";
    }

    @Override
    protected String computed(Computed computed) {
        if (computed.stored()) {
            throw new UnsupportedFeatureException(
                    "stored computed column", traits, "Let it be computed at each read: Computed(sql, false).");
        }
        return super.computed(computed);
    }
}
