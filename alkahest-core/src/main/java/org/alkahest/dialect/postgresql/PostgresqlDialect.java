package org.alkahest.dialect.postgresql;

import java.util.List;
import java.util.Optional;
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
import org.alkahest.dialect.IntervalCodecs;
import org.alkahest.dialect.TwoPhaseCommands;
import org.alkahest.reflect.Inspector;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.TypeName;
import org.alkahest.type.Vendor;
import org.alkahest.type.YearRange;

/** PostgreSQL at one version. */
final class PostgresqlDialect implements Dialect {
    /** PREPARE TRANSACTION, PostgreSQL 18; the driver begins no transaction while it commits by itself. */
    private static final TwoPhaseCommands TWO_PHASE = new TwoPhaseCommands(
            List.of(),
            List.of("PREPARE TRANSACTION %s"),
            List.of(),
            List.of(),
            "COMMIT PREPARED %s",
            "ROLLBACK PREPARED %s",
            "SELECT gid FROM pg_prepared_xacts WHERE database = current_database() ORDER BY gid",
            1,
            true);

    static final String NAME = "postgresql";
    static final Vendor VENDOR = Vendor.of(NAME);

    /** "Date/Time Types", table 8.9. The driver takes what is earlier for minus infinity. */
    private static final YearRange YEARS = new YearRange("PostgreSQL", -4712, 294_276).withInfinities();

    private static final YearRange DATE_YEARS = new YearRange("PostgreSQL", -4712, 5_874_897).withInfinities();

    private static final Codecs CODECS = YEARS.in(IntervalCodecs.in(Codecs.standard()))
            .with(TypeName.DATE, DATE_YEARS.checking(Codecs.standard().codec(SqlTypes.DATE)))
            .with(TypeName.ARRAY, PostgresqlArrays::codec);
    private static final ErrorTranslator ERRORS = new PostgresqlErrors();

    private final DialectTraits traits;
    private final IdentifierRules identifiers;
    private final TypeCompiler types;
    private final DdlCompiler ddl;

    PostgresqlDialect(DatabaseVersion version) {
        traits = PostgresqlTraits.at(version);
        identifiers = new IdentifierRules(
                traits.identifierQuote(), traits.maxIdentifierLength(), LengthUnit.BYTES, PostgresqlTraits.RESERVED);
        types = new PostgresqlTypeCompiler(identifiers);
        boolean virtualColumns = version.isAtLeast(18, 0);
        ddl = new PostgresqlDdlCompiler(
                traits,
                identifiers,
                new PostgresqlColumns(traits, identifiers, types, virtualColumns),
                this::sqlCompiler,
                types,
                version.isAtLeast(15, 0));
    }

    @Override
    public DialectTraits traits() {
        return traits;
    }

    @Override
    public SqlCompiler sqlCompiler() {
        return new PostgresqlSqlCompiler(traits, identifiers, types, codecs());
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

    /** The driver follows JDBC 4.3 to the letter; arrays it sends as objects of few classes, and JDBC has no intervals. */
    @Override
    public Codecs codecs() {
        return CODECS;
    }

    @Override
    public Inspector inspector() {
        return PostgresqlInspector.INSTANCE;
    }

    @Override
    public ErrorTranslator errors() {
        return ERRORS;
    }

    @Override
    public Optional<TwoPhaseCommands> twoPhase() {
        return Optional.of(TWO_PHASE);
    }

    @Override
    public ConnectionSetup connectionSetup() {
        return ConnectionSetup.NONE;
    }
}
