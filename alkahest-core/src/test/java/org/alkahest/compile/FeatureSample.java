package org.alkahest.compile;

import java.util.Set;
import java.util.function.Function;
import org.alkahest.dialect.Dialect;
import org.alkahest.schema.DdlElement;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Locking;
import org.alkahest.sql.Select;
import org.alkahest.sql.Statement;

/** How {@link FeatureMatrixTest} shows that a dialect has a feature or lacks it. */
sealed interface FeatureSample {
    /**
     * Compiles where the database has the feature and the ones that come with it, and is refused otherwise.
     *
     * @param with other features that the sample cannot do without
     */
    record Needs(Function<Dialect, String> compile, Set<Feature> with) implements FeatureSample {}

    /**
     * Compiles everywhere, as something else is written where the database lacks the feature.
     *
     * @param words what is written where it has it
     */
    record Rewritten(Function<Dialect, String> compile, String words) implements FeatureSample {}

    /** A lock of rows: left out where each transaction locks the whole database. */
    record RowLock(Select<?> query, Locking lock) implements FeatureSample {}

    /** A statement that has to be refused without the feature, or without one that it needs besides. */
    static Needs needs(Statement statement, Feature... with) {
        return new Needs(dialect -> compile(dialect, statement), Set.of(with));
    }

    /** A statement that says the same with other words without the feature. */
    static FeatureSample rewritten(Statement statement, String words) {
        return new Rewritten(dialect -> compile(dialect, statement), words);
    }

    /** CREATE TABLE of several tables at once. */
    static FeatureSample needs(Table... tables) {
        return new Needs(
                dialect -> String.join("; ", dialect.ddlCompiler().create(MetaData.of(tables), false, table -> false)),
                Set.of());
    }

    static FeatureSample needs(DdlElement element) {
        return new Needs(dialect -> dialect.ddlCompiler().compile(element), Set.of());
    }

    /** DDL that leaves something out without the feature. */
    static FeatureSample rewritten(DdlElement element, String words) {
        return new Rewritten(dialect -> dialect.ddlCompiler().compile(element), words);
    }

    private static String compile(Dialect dialect, Statement statement) {
        return dialect.sqlCompiler().compile(statement).sql();
    }
}
