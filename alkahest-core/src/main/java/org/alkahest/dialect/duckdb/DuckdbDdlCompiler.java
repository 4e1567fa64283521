package org.alkahest.dialect.duckdb;

import java.util.function.Supplier;
import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.DdlCompiler;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;

/** DuckDB's DDL (https://duckdb.org/docs/stable/sql/statements/overview, 2.0). */
final class DuckdbDdlCompiler extends DdlCompiler {
    DuckdbDdlCompiler(
            DialectTraits traits,
            IdentifierRules identifiers,
            ColumnDefinitions columns,
            Supplier<? extends SqlCompiler> sqlCompiler) {
        super(traits, identifiers, columns, sqlCompiler);
    }

    /** Sequences have no CACHE. */
    @Override
    protected String sequenceCache(int numbers) {
        return "";
    }
}
