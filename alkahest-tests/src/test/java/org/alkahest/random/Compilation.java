package org.alkahest.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.alkahest.compile.Compiled;
import org.alkahest.compile.StatementKey;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.Dialect;
import org.alkahest.sql.Rewrite;
import org.alkahest.sql.Statement;

/** What must be true of every statement without a database. */
final class Compilation {
    /** SQL by dialect and key, of all statements so far. */
    private static final Map<String, Map<StatementKey, String>> SEEN = new ConcurrentHashMap<>();

    private Compilation() {}

    /**
     * Compiles for every dialect, or finds that it refuses; anything else is thrown. The same statement rebuilt, and one
     * that differs in values alone, compile to the very same, unless values are a part of the text.
     */
    static void check(Statement statement, Statement otherValues) {
        try {
            compileEverywhere(statement, otherValues);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(e + "\n" + describe(statement), e);
        }
    }

    private static void compileEverywhere(Statement statement, Statement otherValues) {
        StatementKey key = StatementKey.walk(statement).key();
        Statement rebuilt = Rewrite.identity().apply(statement);
        assertThat(StatementKey.isSame(rebuilt, statement))
                .as("the rebuilt statement is the same")
                .isTrue();
        assertThat(StatementKey.walk(otherValues).key())
                .as("values are no structure")
                .isEqualTo(key);
        for (Dialect dialect : Dialects.ALL) {
            String name = Dialects.name(dialect);
            Optional<Form> compiled = compile(dialect, statement);
            assertThat(compile(dialect, rebuilt)).as("rebuilt, on " + name).isEqualTo(compiled);
            Optional<Form> other = compile(dialect, otherValues);
            assertThat(other.map(Form::cacheable))
                    .as("cacheable with other values, on " + name)
                    .isEqualTo(compiled.map(Form::cacheable));
            // What is not cacheable has values in its text.
            if (compiled.isEmpty() || compiled.get().cacheable()) {
                assertThat(other).as("with other values, on " + name).isEqualTo(compiled);
            }
            compiled.filter(Form::cacheable).ifPresent(found -> {
                assertThat(found.sql().chars().filter(c -> c == '?').count())
                        .as("placeholders on " + name)
                        .isEqualTo(found.binds().size());
                String known = SEEN.computeIfAbsent(name, n -> new ConcurrentHashMap<>())
                        .putIfAbsent(key.trimmed(), found.sql());
                assertThat(known == null ? found.sql() : known)
                        .as("SQL of one key on " + name)
                        .isEqualTo(found.sql());
            });
        }
    }

    /** A compiled statement but for its codecs, which are found anew for each. */
    private record Form(String sql, List<String> binds, List<String> columns, boolean cacheable) {
        static Form of(Compiled compiled) {
            return new Form(
                    compiled.sql(),
                    compiled.binds().stream()
                            .map(bind -> bind.slot() + " " + bind.type())
                            .toList(),
                    compiled.columns().stream()
                            .map(column -> column.label() + " " + column.type())
                            .toList(),
                    compiled.cacheable());
        }
    }

    private static Optional<Form> compile(Dialect dialect, Statement statement) {
        try {
            return Optional.of(Form.of(dialect.sqlCompiler().compile(statement)));
        } catch (UnsupportedFeatureException e) {
            assertThat(e.getMessage()).contains(dialect.traits().dialect());
            return Optional.empty();
        }
    }

    /** The SQL of every dialect, and the values. */
    static String describe(Statement statement) {
        StringBuilder text = new StringBuilder();
        List<Object> values = StatementKey.walk(statement).values();
        for (Dialect dialect : Dialects.ALL) {
            text.append(Dialects.name(dialect)).append(": ");
            try {
                Compiled compiled = dialect.sqlCompiler().compile(statement);
                List<Object> binds = new ArrayList<>();
                compiled.binds().forEach(bind -> binds.add(values.get(bind.slot())));
                text.append(compiled.sql()).append("\n      ").append(binds);
            } catch (RuntimeException e) {
                text.append(e);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
