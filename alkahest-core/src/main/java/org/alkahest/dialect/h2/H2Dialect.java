package org.alkahest.dialect.h2;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.JDBCType;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Period;
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
import org.alkahest.type.Codec;
import org.alkahest.type.Codecs;
import org.alkahest.type.IntervalText;
import org.alkahest.type.TypeName;

/** H2 at one version. */
final class H2Dialect implements Dialect {
    static final String NAME = "h2";

    /** The driver follows JDBC 4.3 to the letter. Text would become a JSON string, bytes are JSON (html/datatypes.html). */
    private static final Codecs CODECS = Codecs.standard()
            .with(
                    TypeName.JSON,
                    Codec.of(
                            JDBCType.VARBINARY,
                            ResultSet::getString,
                            (statement, index, json) -> statement.setBytes(index, json.getBytes(UTF_8))))
            .with(
                    TypeName.INTERVAL_DAY_TIME,
                    Codec.of(
                            JDBCType.NULL,
                            (row, index) -> row.getObject(index, Duration.class),
                            (statement, index, value) ->
                                    statement.setObject(index, IntervalText.ofMicros(IntervalText.micros(value)))))
            .with(
                    TypeName.INTERVAL_YEAR_MONTH,
                    Codec.of(
                            JDBCType.NULL,
                            (row, index) -> row.getObject(index, Period.class),
                            (statement, index, value) ->
                                    statement.setObject(index, IntervalText.ofMonths(IntervalText.months(value)))));

    private static final ErrorTranslator ERRORS = new H2Errors();

    private final DialectTraits traits;
    private final IdentifierRules identifiers;
    private final TypeCompiler types = new H2TypeCompiler();
    private final DdlCompiler ddl;
    private final Inspector inspector;

    H2Dialect(DatabaseVersion version) {
        traits = H2Traits.at(version);
        identifiers = new IdentifierRules(
                traits.identifierQuote(), traits.maxIdentifierLength(), LengthUnit.CHARACTERS, H2Traits.RESERVED);
        ddl = new H2DdlCompiler(traits, identifiers, new H2Columns(traits, identifiers, types), this::sqlCompiler);
        inspector = new H2Inspector(identifiers);
    }

    @Override
    public DialectTraits traits() {
        return traits;
    }

    @Override
    public SqlCompiler sqlCompiler() {
        return new H2SqlCompiler(traits, identifiers, types, codecs());
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
        return H2ConnectionSetup.INSTANCE;
    }
}
