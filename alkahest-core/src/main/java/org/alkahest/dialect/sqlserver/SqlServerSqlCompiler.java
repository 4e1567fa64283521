package org.alkahest.dialect.sqlserver;

import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.type.Codecs;

/** SQL Server's SELECT, INSERT, UPDATE, DELETE and MERGE ("Statements (Transact-SQL)", version 16). */
final class SqlServerSqlCompiler extends SqlServerQueries {
    SqlServerSqlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }
}
