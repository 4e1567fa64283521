package org.alkahest.dialect;

import java.util.Optional;
import org.alkahest.compile.DdlCompiler;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.reflect.Inspector;
import org.alkahest.sql.Statement;
import org.alkahest.type.Codecs;

/** Everything that Alkahest knows of one database at one version, in one object. Immutable and thread-safe. */
public interface Dialect {
    DialectTraits traits();

    /** A new compiler for one compilation. */
    SqlCompiler sqlCompiler();

    /**
     * A statement as SQL text with its values written into it: for people to read, never to send. A parameter without a
     * value keeps its name: {@code :name}. Errors with ALK-1210 for what the database cannot do, as executing it would.
     */
    default String print(Statement statement) {
        return sqlCompiler().compileForDisplay(statement);
    }

    /** A compiler of DDL elements; stateless. */
    DdlCompiler ddlCompiler();

    TypeCompiler types();

    IdentifierRules identifiers();

    Codecs codecs();

    /** Looks up what exists in the database. */
    Inspector inspector();

    ErrorTranslator errors();

    /** What is done on each new physical connection, and how savepoints and transactions begin. */
    ConnectionSetup connectionSetup();

    /** What commits a transaction in two phases; asked only where the traits say {@code TWO_PHASE}. */
    default Optional<TwoPhaseCommands> twoPhase() {
        return Optional.empty();
    }

    /** How statements with {@code RETURNING … INTO ?} are executed; asked only where the traits say so. */
    default ReturnParameters returnParameters() {
        return ReturnParameters.NONE;
    }
}
