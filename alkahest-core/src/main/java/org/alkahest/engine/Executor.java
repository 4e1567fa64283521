package org.alkahest.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.alkahest.compile.Compiled;
import org.alkahest.compile.Compiled.OutputColumn;
import org.alkahest.compile.Styles.ReturningStyle;
import org.alkahest.dialect.Dialect;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Returning;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Selectable;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TextStatement;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.Codec;
import org.alkahest.type.Decoder;
import org.alkahest.type.RowReader;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The way of a statement: compile or find, prepare or find, bind, announce, send. One per connection. */
final class Executor {
    private static final Pattern DDL = Pattern.compile(
            "\\s*(?:create|alter|drop|truncate|rename)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String ATTEMPT = "Cannot execute the statement";

    private final Link link;
    private final TransactionState state;

    Executor(Link link, TransactionState state) {
        this.link = link;
        this.state = state;
    }

    /** @param fetchSize how many rows are fetched at a time; 0 for what the engine's options say */
    <R> Result<R> query(RowStatement<R> given, Map<String, ?> parameters, DecodeScope scope, int fetchSize) {
        RowStatement<R> statement = rewritten(given, RowStatement.class);
        BoundStatement bound = bound(statement);
        bound.requireNames(parameters);
        // Before anything is sent: a scope may be unable to give what the statement selects.
        Decoder<R> decoder = statement.selection().decoder(0, scope);
        return withPrepared(bound, List.of(), List.of(parameters), (prepared, home) -> {
            bound.bind(prepared, parameters);
            if (fetchSize > 0) {
                link.dialect().connectionSetup().fetchInParts(prepared, fetchSize);
            }
            ResultSet rows = observe(bound, List.of(parameters), () -> rows(statement, bound, prepared));
            // A statement that was told how to fetch is not kept: the next to use it has not asked for that.
            RowCursor<R> cursor =
                    new RowCursor<>(bound.compiled(), prepared, home, rows, state, decoder, fetchSize == 0);
            return state.opened(cursor);
        });
    }

    /** The rows of a query, or those that a statement changed. */
    private ResultSet rows(RowStatement<?> statement, BoundStatement bound, PreparedStatement prepared)
            throws SQLException {
        Dialect dialect = link.dialect();
        if (statement instanceof Returning<?> && dialect.traits().returning() == ReturningStyle.RETURNING_INTO) {
            Compiled compiled = bound.compiled();
            List<SqlType<?>> types = compiled.columns().stream()
                    .<SqlType<?>>map(OutputColumn::type)
                    .toList();
            return dialect.returnParameters().execute(prepared, compiled.binds().size() + 1, types);
        }
        return prepared.executeQuery();
    }

    UpdateResult update(DmlStatement statement, Map<String, ?> parameters) {
        BoundStatement bound = bound(rewritten(statement, DmlStatement.class));
        bound.requireNames(parameters);
        return withPrepared(bound, List.of(), List.of(parameters), (prepared, home) -> {
            bound.bind(prepared, parameters);
            int count = observe(bound, List.of(parameters), prepared::executeUpdate);
            home.giveBack(bound.sql(), List.of(), prepared);
            return new UpdateResult(count);
        });
    }

    UpdateResult run(TextStatement statement, Map<String, ?> parameters) {
        BoundStatement bound = bound(rewritten(statement, TextStatement.class));
        bound.requireNames(parameters);
        UpdateResult result = withPrepared(bound, List.of(), List.of(parameters), (prepared, home) -> {
            bound.bind(prepared, parameters);
            boolean rows = observe(bound, List.of(parameters), prepared::execute);
            long count = rows ? 0 : Math.max(0, prepared.getUpdateCount());
            prepared.close(); // it may be anything, and anything may be unfit to be kept
            return new UpdateResult(count);
        });
        if (DDL.matcher(bound.sql()).matches()) {
            link.engine().schemaChanged();
        }
        return result;
    }

    long[] batch(DmlStatement statement, List<? extends Map<String, ?>> rows) {
        if (rows.isEmpty()) {
            state.requireUsable();
            return new long[0];
        }
        BoundStatement bound = bound(rewritten(statement, DmlStatement.class));
        return withPrepared(bound, List.of(), rows, (prepared, home) -> {
            long[] counts = sendBatch(bound, prepared, rows);
            home.giveBack(bound.sql(), List.of(), prepared);
            return counts;
        });
    }

    <K> List<K> insert(Insert given, List<? extends Map<String, ?>> rows, Selectable<K> keys) {
        List<String> names = new ArrayList<>();
        for (Expression<?> key : keys.expressions()) {
            names.add(columnName(key));
        }
        GeneratedKeysOf wanted = GeneratedKeysOf.of(link.dialect().traits(), given, rows.size(), keys);
        if (!wanted.comeFromDriver() && wanted.comeFromReturning()) {
            return returned(given, rows, keys);
        }
        Optional<RowsByKey> byKey = wanted.comeFromDriver() ? Optional.empty() : RowsByKey.of(given, keys);
        if (byKey.isPresent()) {
            return selected(byKey.get(), rows, keys);
        }
        Insert insert = rewritten(given, Insert.class);
        GeneratedKeysOf.of(link.dialect().traits(), insert, rows.size(), keys).require(); // rewriters may add rows
        BoundStatement bound = bound(insert);
        Decoder<K> decoder = keys.decoder(0, DecodeScope.CONNECTION);
        return withPrepared(bound, names, rows, (prepared, home) -> {
            if (rows.size() == 1) {
                bound.requireNames(rows.get(0));
                bound.bind(prepared, rows.get(0));
                observe(bound, rows, prepared::executeUpdate);
            } else {
                sendBatch(bound, prepared, rows);
            }
            List<K> made = readKeys(prepared, names, keys, decoder);
            home.giveBack(bound.sql(), names, prepared);
            return made;
        });
    }

    void ddl(List<String> statements) {
        state.autobegin();
        for (String sql : statements) {
            ExecutionEvent event =
                    new ExecutionEvent(sql, CacheState.RAW, 1, () -> List.of(List.of()), Duration.ZERO, null);
            try (java.sql.Statement plain = link.physical().jdbc().createStatement()) {
                link.physical().statements().clear();
                link.observer().observe(event, () -> plain.execute(sql));
            } catch (SQLException e) {
                throw state.failed("Cannot execute the DDL statement", sql, e);
            } finally {
                link.engine().schemaChanged();
            }
        }
    }

    /** What the engine's rewriter makes of a statement; errors with ALK-1240 unless it is of the kind. */
    @SuppressWarnings("unchecked") // of the kind; that rows have the same type is the rewriter's promise
    private <S extends Statement> S rewritten(S statement, Class<? super S> kind) {
        Objects.requireNonNull(statement, "statement is null");
        state.requireUsable();
        Statement rewritten = link.engine().options().statementRewriter().apply(statement);
        if (!kind.isInstance(rewritten)) {
            throw new AlkahestArgumentException(
                    "ALK-1240",
                    "Cannot execute the statement: the engine's statement rewriter made "
                            + (rewritten == null
                                    ? "null"
                                    : "a " + rewritten.getClass().getSimpleName()) + " of a "
                            + statement.getClass().getSimpleName() + ". Return a " + kind.getSimpleName() + ".");
        }
        return (S) rewritten;
    }

    private BoundStatement bound(Statement statement) {
        return BoundStatement.of(statement, link.engine().cache(), link.dialect());
    }

    private long[] sendBatch(BoundStatement bound, PreparedStatement prepared, List<? extends Map<String, ?>> rows)
            throws SQLException {
        for (Map<String, ?> row : rows) {
            bound.requireNames(row);
            bound.bind(prepared, row);
            prepared.addBatch();
        }
        int[] counts = observe(bound, rows, prepared::executeBatch);
        long[] wide = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            wide[i] = counts[i];
        }
        return wide;
    }

    private <K> List<K> readKeys(PreparedStatement prepared, List<String> names, Selectable<K> keys, Decoder<K> decoder)
            throws SQLException {
        Codec<?>[] codecs = keys.expressions().stream()
                .map(key -> link.dialect().codecs().codec(key.type()))
                .toArray(Codec<?>[]::new);
        List<K> made = new ArrayList<>();
        try (ResultSet rows = prepared.getGeneratedKeys()) {
            RowReader reader = new RowReader(rows, codecs, names);
            while (rows.next()) {
                made.add(decodeKey(decoder, reader));
            }
        }
        return made;
    }

    @SuppressWarnings("NullAway") // a generated column may be null, as any value of a row
    private static <K> K decodeKey(Decoder<K> decoder, RowReader reader) {
        return decoder.decode(reader);
    }

    /** Row by row, in the order of the parameters. */
    private <K> List<K> returned(Insert insert, List<? extends Map<String, ?>> rows, Selectable<K> keys) {
        Returning<K> statement = insert.returning(keys);
        List<K> made = new ArrayList<>();
        for (Map<String, ?> row : rows) {
            made.addAll(query(statement, row, DecodeScope.CONNECTION, 0).all());
        }
        return made;
    }

    /** Row by row, each selected by its key as soon as it is there. */
    private <K> List<K> selected(RowsByKey byKey, List<? extends Map<String, ?>> rows, Selectable<K> keys) {
        rows.forEach(byKey::requireKeys);
        List<K> made = new ArrayList<>();
        for (Map<String, ?> row : rows) {
            List<?> numbers = List.of();
            if (byKey.numbered() != null) {
                numbers = insert(byKey.insert(), List.of(row), byKey.numbered());
            } else {
                update(byKey.insert(), row);
            }
            for (RowsByKey.Lookup<K> lookup : byKey.lookups(keys, numbers, row)) {
                made.add(query(lookup.query(), lookup.parameters(), DecodeScope.CONNECTION, 0)
                        .one());
            }
        }
        return made;
    }

    private static String columnName(Expression<?> key) {
        if (key instanceof ColumnRef<?> column) {
            return column.name();
        }
        throw new AlkahestArgumentException(
                "ALK-1019",
                "Cannot ask a generated key of " + key
                        + ": it is no column. Name the columns that the database fills.");
    }

    private <T> T observe(BoundStatement bound, List<? extends Map<String, ?>> rows, Observer.Execution<T> execution)
            throws SQLException {
        ExecutionEvent event = new ExecutionEvent(
                bound.sql(), bound.cacheState(), rows.size(), () -> values(bound, rows), Duration.ZERO, null);
        return link.observer().observe(event, execution);
    }

    private static List<List<@Nullable Object>> values(BoundStatement bound, List<? extends Map<String, ?>> rows) {
        List<List<@Nullable Object>> all = new ArrayList<>(rows.size());
        for (Map<String, ?> row : rows) {
            all.add(bound.values(row));
        }
        return Collections.unmodifiableList(all);
    }

    /** Runs work on a prepared statement, which the work gives back; after a failure it is closed. */
    private <T> T withPrepared(
            BoundStatement bound, List<String> keyColumns, List<? extends Map<String, ?>> rows, Work<T> work) {
        state.autobegin();
        PreparedStatement prepared = null;
        try {
            PreparedStatements home = link.physical().statements();
            prepared = prepare(home, bound, keyColumns, rows);
            int fetchSize = link.engine().options().defaultFetchSize();
            if (fetchSize > 0) {
                prepared.setFetchSize(fetchSize);
            }
            return work.apply(prepared, home);
        } catch (SQLException e) {
            closeQuietly(prepared);
            throw state.failed(ATTEMPT, bound.sql(), e);
        } catch (RuntimeException | Error e) {
            closeQuietly(prepared);
            throw e;
        }
    }

    private PreparedStatement prepare(
            PreparedStatements home, BoundStatement bound, List<String> keyColumns, List<? extends Map<String, ?>> rows)
            throws SQLException {
        try {
            return home.take(bound.sql(), keyColumns);
        } catch (SQLException e) {
            // Some databases look at a statement when it is prepared: their refusal is announced like any other.
            return observe(bound, rows, () -> {
                throw e;
            });
        }
    }

    private static void closeQuietly(@Nullable PreparedStatement prepared) {
        try {
            if (prepared != null) {
                prepared.close();
            }
        } catch (SQLException e) {
            LoggerFactory.getLogger(Executor.class).debug("Closing a statement failed", e);
        }
    }

    /** What is done with a prepared statement. */
    @FunctionalInterface
    private interface Work<T> {
        T apply(PreparedStatement prepared, PreparedStatements home) throws SQLException;
    }
}
