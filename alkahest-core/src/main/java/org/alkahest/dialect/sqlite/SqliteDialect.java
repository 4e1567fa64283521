package org.alkahest.dialect.sqlite;

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

/** SQLite at one version. */
final class SqliteDialect implements Dialect {
    static final String NAME = "sqlite";

    private static final ErrorTranslator ERRORS = new SqliteErrors();

    private final DialectTraits traits;
    private final IdentifierRules identifiers;
    private final TypeCompiler types = new SqliteTypeCompiler();
    private final Codecs codecs = SqliteCodecs.all();
    private final DdlCompiler ddl;

    SqliteDialect(DatabaseVersion version) {
        traits = SqliteTraits.at(version);
        identifiers = new IdentifierRules(
                traits.identifierQuote(), traits.maxIdentifierLength(), LengthUnit.CHARACTERS, SqliteTraits.RESERVED);
        ddl = new SqliteDdlCompiler(
                traits,
                identifiers,
                new SqliteColumns(traits, identifiers, types),
                this::sqlCompiler,
                version.isAtLeast(3, 37));
    }

    @Override
    public DialectTraits traits() {
        return traits;
    }

    @Override
    public SqlCompiler sqlCompiler() {
        return new SqliteSqlCompiler(traits, identifiers, types, codecs);
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
        return SqliteInspector.INSTANCE;
    }

    @Override
    public ErrorTranslator errors() {
        return ERRORS;
    }

    @Override
    public ConnectionSetup connectionSetup() {
        return SqliteConnectionSetup.INSTANCE;
    }
}
