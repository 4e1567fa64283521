package org.alkahest.dialect.oracle;

import java.util.regex.Pattern;
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
import org.alkahest.dialect.ReturnParameters;
import org.alkahest.reflect.Inspector;
import org.alkahest.type.Codecs;
import org.alkahest.type.Vendor;

/** Oracle at one version. */
final class OracleDialect implements Dialect {
    static final String NAME = "oracle";
    static final Vendor VENDOR = Vendor.of(NAME);
    /** 23ai and later. */
    static final Vendor VENDOR_23 = VENDOR.since(23);

    private static final ErrorTranslator ERRORS = new OracleErrors();

    /** A name without quotes begins with a letter (19c SQL Language Reference, "Database Object Naming Rules"). */
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]*");

    private final DialectTraits traits;
    private final IdentifierRules identifiers;
    private final TypeCompiler types;
    private final DdlCompiler ddl;
    private final Codecs codecs;
    private final Inspector inspector;
    private final ReturnParameters returnParameters;

    OracleDialect(DatabaseVersion version) {
        boolean booleans = version.isAtLeast(23, 0);
        traits = OracleTraits.at(version);
        identifiers = new IdentifierRules(
                        traits.identifierQuote(), traits.maxIdentifierLength(), LengthUnit.BYTES, OracleTraits.RESERVED)
                .withPlain(PLAIN)
                .withoutQuoteCharacters();
        types = new OracleTypeCompiler(booleans);
        ddl = new OracleDdlCompiler(
                traits, identifiers, new OracleColumns(traits, identifiers, types), this::sqlCompiler);
        codecs = OracleCodecs.all(booleans);
        inspector = new OracleInspector(identifiers);
        returnParameters = new OracleReturnParameters(booleans);
    }

    @Override
    public DialectTraits traits() {
        return traits;
    }

    @Override
    public SqlCompiler sqlCompiler() {
        return new OracleSqlCompiler(traits, identifiers, types, codecs);
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
        return inspector;
    }

    @Override
    public ErrorTranslator errors() {
        return ERRORS;
    }

    @Override
    public ConnectionSetup connectionSetup() {
        return OracleConnectionSetup.INSTANCE;
    }

    @Override
    public ReturnParameters returnParameters() {
        return returnParameters;
    }
}
