package org.alkahest.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.alkahest.compile.Compiled;
import org.alkahest.compile.StatementKey;
import org.alkahest.compile.StatementKey.NamedSlot;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.DialectFactory;
import org.alkahest.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Assertions of what a statement compiles to, in every dialect that is installed:
 *
 * <pre>{@code
 * assertSql(statement,
 *         on("sqlite", "SELECT name FROM students LIMIT ?", 5L),
 *         on("h2", "SELECT name FROM students FETCH FIRST ? ROWS ONLY", 5L),
 *         unsupportedOn("derby"));
 * }</pre>
 *
 * All expectations are arguments of one call, so that a dialect without one cannot be forgotten: it fails the test.
 */
public final class SqlAssertions {
    /** Later than any version that a dialect tells apart. */
    private static final int NEWEST = 999;

    private SqlAssertions() {}

    /** Fails unless the statement compiles in each installed dialect, at its newest version, as one of these says. */
    public static void assertSql(Statement statement, Expectation... expectations) {
        List<String> problems = new ArrayList<>();
        List<String> installed = new ArrayList<>();
        for (DialectFactory factory : ServiceLoader.load(DialectFactory.class)) {
            installed.add(factory.name());
            Expectation expectation = Arrays.stream(expectations)
                    .filter(each -> each.dialect.equals(factory.name()))
                    .findFirst()
                    .orElseGet(() -> everywhere(factory.name(), expectations));
            problems.addAll(expectation.problems(statement, factory));
        }
        for (Expectation each : expectations) {
            if (!each.dialect.isEmpty() && !installed.contains(each.dialect)) {
                problems.add(each.dialect + ": there is no such dialect, only " + installed);
            }
        }
        if (!problems.isEmpty()) {
            throw new AssertionError(String.join("\n", problems));
        }
    }

    /**
     * The statement's text in a dialect and its bind values in order. A value given at execution is a text with a colon,
     * {@code ":name"}.
     */
    public static Expectation on(String dialect, String sql, @Nullable Object... binds) {
        List<@Nullable Object> values = new ArrayList<>();
        Collections.addAll(values, binds);
        return new Expectation(dialect, sql, values, false);
    }

    /** The same for each dialect that has no expectation of its own. */
    public static Expectation everywhere(String sql, @Nullable Object... binds) {
        return on("", sql, binds);
    }

    /** The dialect has to refuse the statement with {@link UnsupportedFeatureException}. */
    public static Expectation unsupportedOn(String dialect) {
        return new Expectation(dialect, null, List.of(), true);
    }

    private static Expectation everywhere(String dialect, Expectation... expectations) {
        return Arrays.stream(expectations)
                .filter(each -> each.dialect.isEmpty())
                .findFirst()
                .orElse(new Expectation(dialect, null, List.of(), false));
    }

    /** What a statement becomes in one dialect. Immutable. */
    public static final class Expectation {
        private final String dialect;
        private final @Nullable String sql;
        private final List<@Nullable Object> binds;
        private final boolean unsupported;

        private Expectation(String dialect, @Nullable String sql, List<@Nullable Object> binds, boolean unsupported) {
            this.dialect = dialect;
            this.sql = sql;
            this.binds = binds;
            this.unsupported = unsupported;
        }

        private List<String> problems(Statement statement, DialectFactory factory) {
            Compiled compiled;
            try {
                compiled = factory.create(new DatabaseVersion(factory.name(), NEWEST, 0))
                        .sqlCompiler()
                        .compile(statement);
            } catch (UnsupportedFeatureException e) {
                return unsupported ? List.of() : List.of(factory.name() + ": " + e.getMessage());
            }
            String found = factory.name() + ": found\n  " + compiled.sql();
            if (unsupported) {
                return List.of(found + "\nwhere it should be refused");
            }
            if (sql == null) {
                return List.of(found + "\nand nothing is said of this dialect");
            }
            if (!compiled.sql().equals(sql)) {
                return List.of(found + "\nexpected\n  " + sql);
            }
            List<@Nullable Object> values = values(statement, compiled);
            return Objects.equals(values, binds)
                    ? List.of()
                    : List.of(factory.name() + ": found the binds " + values + ", expected " + binds);
        }

        private static List<@Nullable Object> values(Statement statement, Compiled compiled) {
            List<@Nullable Object> slots = StatementKey.walk(statement).values();
            List<@Nullable Object> values = new ArrayList<>();
            for (Compiled.Bind bind : compiled.binds()) {
                Object value = slots.get(bind.slot());
                values.add(value instanceof NamedSlot named ? ":" + named.name() : value);
            }
            return values;
        }
    }
}
