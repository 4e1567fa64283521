package org.alkahest.dialect.sqlserver;

import org.alkahest.compile.DdlCompiler;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.IdentifierRules.LengthUnit;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.dialect.ConnectionSetup;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.ErrorTranslator;
import org.alkahest.reflect.Inspector;
import org.alkahest.type.Codecs;

/** SQL Server at one version. */
final class SqlServerDialect implements Dialect {
    static final String NAME = "sqlserver";

    private static final Codecs CODECS = SqlServerCodecs.all();
    private static final ErrorTranslator ERRORS = new SqlServerErrors();

    private final DialectTraits traits;
    private final IdentifierRules identifiers;
    private final TypeCompiler types = new SqlServerTypeCompiler();
    private final DdlCompiler ddl;
    private final Inspector inspector;

    SqlServerDialect(DatabaseVersion version) {
        traits = SqlServerTraits.at(version);
        identifiers = new IdentifierRules(
                        traits.identifierQuote(),
                        traits.maxIdentifierLength(),
                        LengthUnit.CHARACTERS,
                        SqlServerTraits.RESERVED)
                .withSchemaParts(schema -> SchemaName.of(schema).parts());
        inspector = new SqlServerInspector(identifiers);
        ddl = new SqlServerDdlCompiler(
                traits, identifiers, new SqlServerColumns(traits, identifiers, types), this::sqlCompiler);
    }

    @Override
    public DialectTraits traits() {
        return traits;
    }

    @Override
    public SqlCompiler sqlCompiler() {
        return new SqlServerSqlCompiler(traits, identifiers, types, CODECS);
    }

    @Override
    public DdlCompiler ddlCompiler() {
        return ddl;
    }

    @Override
    public TypeCompiler types() {
        return types;
    }

    @Override
    public IdentifierRules identifiers() {
        return identifiers;
    }

    @Override
    public Codecs codecs() {
        return CODECS;
    }

    @Override
    public Inspector inspector() {
        return inspector;
    }

    @Override
    public ErrorTranslator errors() {
        return ERRORS;
    }

    @Override
    public ConnectionSetup connectionSetup() {
        return SqlServerConnectionSetup.INSTANCE;
    }
}
