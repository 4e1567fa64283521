package org.alkahest.dialect.postgresql;

import java.util.function.Supplier;
import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.DdlCompiler;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;

/** PostgreSQL's DDL (https://www.postgresql.org/docs/18/ddl.html), which is the standard's. */
final class PostgresqlDdlCompiler extends DdlCompiler {
    PostgresqlDdlCompiler(
            DialectTraits traits,
            IdentifierRules identifiers,
            ColumnDefinitions columns,
            Supplier<? extends SqlCompiler> sqlCompiler) {
        super(traits, identifiers, columns, sqlCompiler);
    }
}
