package org.alkahest.dialect.mysql;

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
import org.alkahest.dialect.TwoPhaseCommands;
import org.alkahest.reflect.Inspector;
import org.alkahest.type.Codecs;
import org.alkahest.type.Vendor;

/** MySQL or MariaDB at one version. */
final class MysqlDialect implements Dialect {
    /** XA transactions, MySQL 8.4 reference manual, 15.3.8. */
    private static final TwoPhaseCommands TWO_PHASE = new TwoPhaseCommands(
            List.of("XA START %s"),
            List.of("XA END %s", "XA PREPARE %s"),
            List.of("XA END %s", "XA COMMIT %s ONE PHASE"),
            List.of("XA END %s", "XA ROLLBACK %s"),
            "XA COMMIT %s",
            "XA ROLLBACK %s",
            "XA RECOVER",
            4,
            false);

    static final Vendor VENDOR = Vendor.of(MysqlDialectFactory.NAME, MariadbDialectFactory.NAME);
    private static final ErrorTranslator ERRORS = new MysqlErrors();

    private final DialectTraits traits;
    private final TypeCompiler types;
    private final ConnectionSetup setup;
    private final CompilerFactory compilers;
    private final IdentifierRules identifiers;
    private final Codecs codecs = MysqlCodecs.all();
    private final DdlCompiler ddl;

    private MysqlDialect(
            DialectTraits traits, MysqlTypeCompiler types, ConnectionSetup setup, CompilerFactory compilers) {
        this.traits = traits;
        this.types = types;
        this.setup = setup;
        this.compilers = compilers;
        this.identifiers = new IdentifierRules(
                traits.identifierQuote(), traits.maxIdentifierLength(), LengthUnit.CHARACTERS, MysqlWords.RESERVED);
        boolean mariadb = traits.dialect().equals(MariadbDialectFactory.NAME);
        MysqlColumns columns =
                mariadb ? new MariadbColumns(traits, identifiers, types) : new MysqlColumns(traits, identifiers, types);
        this.ddl = mariadb
                ? new MariadbDdlCompiler(traits, identifiers, columns, this::sqlCompiler)
                : new MysqlDdlCompiler(traits, identifiers, columns, this::sqlCompiler);
    }

    static Dialect mysql(DatabaseVersion version) {
        return new MysqlDialect(
                MysqlTraits.at(version),
                new MysqlTypeCompiler(false),
                MysqlConnectionSetup.MYSQL,
                MysqlSqlCompiler::new);
    }

    static Dialect mariadb(DatabaseVersion version) {
        return new MysqlDialect(
                MariadbTraits.at(version),
                new MysqlTypeCompiler(version.isAtLeast(10, 7)),
                MysqlConnectionSetup.MARIADB,
                MariadbSqlCompiler::new);
    }

    @Override
    public DialectTraits traits() {
        return traits;
    }

    @Override
    public SqlCompiler sqlCompiler() {
        return compilers.create(traits, identifiers, types, codecs);
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
        return traits.dialect().equals(MariadbDialectFactory.NAME) ? MysqlInspector.MARIADB : MysqlInspector.MYSQL;
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
        return setup;
    }

    /** Makes a compiler for one statement. */
    @FunctionalInterface
    private interface CompilerFactory {
        SqlCompiler create(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs);
    }
}
