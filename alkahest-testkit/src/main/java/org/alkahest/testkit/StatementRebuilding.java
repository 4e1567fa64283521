package org.alkahest.testkit;

import org.alkahest.engine.EngineOptions;
import org.alkahest.sql.Rewrite;

/**
 * Whether tests send every statement through {@link Rewrite#identity}, so that a node which forgets a part of itself fails
 * the test that needs the part: {@code ALKAHEST_TEST_REWRITE=true}. Engines of a {@link DatabaseFixture} do it by
 * themselves.
 */
public final class StatementRebuilding {
    private static final boolean ON = Boolean.parseBoolean(System.getenv("ALKAHEST_TEST_REWRITE"));

    private StatementRebuilding() {}

    public static boolean isOn() {
        return ON;
    }

    /** The options, rebuilding statements after whatever else is done to them if tests are to. */
    public static EngineOptions in(EngineOptions options) {
        return ON
                ? options.withStatementRewriter(statement -> Rewrite.identity().apply(statement))
                : options;
    }
}
