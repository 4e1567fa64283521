package org.alkahest.dialect.duckdb;

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

/** DuckDB at one version. */
final class DuckdbDialect implements Dialect {
    static final String NAME = "duckdb";

    private static final ErrorTranslator ERRORS = new DuckdbErrors();

    private final DialectTraits traits;
    private final IdentifierRules identifiers;
    private final TypeCompiler types = new DuckdbTypeCompiler();
    private final Codecs codecs = DuckdbCodecs.all();
    private final DdlCompiler ddl;

    DuckdbDialect(DatabaseVersion version) {
        traits = DuckdbTraits.at(version);
        identifiers = new IdentifierRules(
                traits.identifierQuote(), traits.maxIdentifierLength(), LengthUnit.CHARACTERS, DuckdbTraits.RESERVED);
        ddl = new DuckdbDdlCompiler(
                traits, identifiers, new DuckdbColumns(traits, identifiers, types), this::sqlCompiler);
    }

    @Override
    public DialectTraits traits() {
        return traits;
    }

    @Override
    public SqlCompiler sqlCompiler() {
        return new DuckdbSqlCompiler(traits, identifiers, types, codecs);
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
        return codecs;
    }

    @Override
    public Inspector inspector() {
        return DuckdbInspector.INSTANCE;
    }

    @Override
    public ErrorTranslator errors() {
        return ERRORS;
    }

    @Override
    public ConnectionSetup connectionSetup() {
        return DuckdbConnectionSetup.INSTANCE;
    }
}
