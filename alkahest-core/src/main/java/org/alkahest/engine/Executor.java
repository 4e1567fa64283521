package org.alkahest.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.alkahest.compile.Compiled;
import org.alkahest.compile.Compiled.OutputColumn;
import org.alkahest.compile.Styles.ReturningStyle;
import org.alkahest.dialect.Dialect;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Returning;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TextStatement;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.Decoder;
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
        return query(given, ParameterRows.of(List.of(parameters)), scope, fetchSize, "");
    }

    /** @param row of the parameters the only one */
    <R> Result<R> query(RowStatement<R> given, ParameterRows row, DecodeScope scope, int fetchSize, String note) {
        RowStatement<R> statement = rewritten(given, RowStatement.class);
        BoundStatement bound = bound(statement);
        int[] places = bound.places(row);
        // Before anything is sent: a scope may be unable to give what the statement selects.
        Decoder<R> decoder = statement.selection().decoder(0, scope);
        ExecutionEvent event = event(bound, row, places, note);
        return withPrepared(event, List.of(), (prepared, home) -> {
            bound.bind(prepared, row, 0, places);
            if (fetchSize > 0) {
                link.dialect().connectionSetup().fetchInParts(prepared, fetchSize);
            }
            ResultSet rows = observe(event, () -> rows(statement, bound, prepared));
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
        return update(statement, ParameterRows.of(List.of(parameters)));
    }

    /** @param row of the parameters the only one */
    UpdateResult update(DmlStatement statement, ParameterRows row) {
        BoundStatement bound = bound(rewritten(statement, DmlStatement.class));
        int[] places = bound.places(row);
        ExecutionEvent event = event(bound, row, places, "");
        return withPrepared(event, List.of(), (prepared, home) -> {
            bound.bind(prepared, row, 0, places);
            int count = observe(event, prepared::executeUpdate);
            home.giveBack(bound.sql(), List.of(), prepared);
            return new UpdateResult(count);
        });
    }

    UpdateResult run(TextStatement statement, Map<String, ?> parameters) {
        BoundStatement bound = bound(rewritten(statement, TextStatement.class));
        ParameterRows row = ParameterRows.of(List.of(parameters));
        int[] places = bound.places(row);
        ExecutionEvent event = event(bound, row, places, "");
        UpdateResult result = withPrepared(event, List.of(), (prepared, home) -> {
            bound.bind(prepared, row, 0, places);
            boolean rows = observe(event, prepared::execute);
            long count = rows ? 0 : Math.max(0, prepared.getUpdateCount());
            prepared.close(); // it may be anything, and anything may be unfit to be kept
            return new UpdateResult(count);
        });
        if (DDL.matcher(bound.sql()).matches()) {
            link.engine().schemaChanged();
        }
        return result;
    }

    long[] batch(DmlStatement statement, ParameterRows rows) {
        if (rows.size() == 0) {
            state.requireUsable();
            return new long[0];
        }
        BoundStatement bound = bound(rewritten(statement, DmlStatement.class));
        int[] places = bound.places(rows);
        ExecutionEvent event = event(bound, rows, places, "");
        return withPrepared(event, List.of(), (prepared, home) -> {
            long[] counts = sendBatch(bound, event, prepared, rows, places);
            home.giveBack(bound.sql(), List.of(), prepared);
            return counts;
        });
    }

    /**
     * Inserts rows, by one execution or one JDBC batch, whose generated columns the driver gives.
     *
     * @param names the generated columns
     * @param read reads what the driver gives of a statement
     */
    <K> List<K> insertWithDriver(Insert insert, ParameterRows rows, List<String> names, KeyReader<K> read) {
        BoundStatement bound = bound(insert);
        int[] places = bound.places(rows);
        ExecutionEvent event = event(bound, rows, places, "");
        return withPrepared(event, names, (prepared, home) -> {
            if (rows.size() == 1) {
                bound.bind(prepared, rows, 0, places);
                observe(event, prepared::executeUpdate);
            } else {
                sendBatch(bound, event, prepared, rows, places);
            }
            List<K> made = read.keys(prepared);
            home.giveBack(bound.sql(), names, prepared);
            return made;
        });
    }

    void ddl(List<String> statements) {
        state.autobegin();
        for (String sql : statements) {
            ExecutionEvent event =
                    new ExecutionEvent(sql, CacheState.RAW, 1, "", () -> List.of(List.of()), Duration.ZERO, null);
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
    <S extends Statement> S rewritten(S statement, Class<? super S> kind) {
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

    private long[] sendBatch(
            BoundStatement bound, ExecutionEvent event, PreparedStatement prepared, ParameterRows rows, int[] places)
            throws SQLException {
        int size = rows.size();
        for (int row = 0; row < size; row++) {
            bound.bind(prepared, rows, row, places);
            prepared.addBatch();
        }
        int[] counts = observe(event, prepared::executeBatch);
        long[] wide = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            wide[i] = counts[i];
        }
        return wide;
    }

    <T> T observe(ExecutionEvent event, Observer.Execution<T> execution) throws SQLException {
        return link.observer().observe(event, execution);
    }

    private static ExecutionEvent event(BoundStatement bound, ParameterRows rows, int[] places, String note) {
        return new ExecutionEvent(
                bound.sql(),
                bound.cacheState(),
                rows.size(),
                note,
                () -> bound.values(rows, places),
                Duration.ZERO,
                null);
    }

    /** Runs work on a prepared statement, which the work gives back; after a failure it is closed. */
    <T> T withPrepared(ExecutionEvent event, List<String> keyColumns, Work<T> work) {
        state.autobegin();
        PreparedStatement prepared = null;
        try {
            PreparedStatements home = link.physical().statements();
            prepared = prepare(home, event, keyColumns);
            int fetchSize = link.engine().options().defaultFetchSize();
            if (fetchSize > 0) {
                prepared.setFetchSize(fetchSize);
            }
            return work.apply(prepared, home);
        } catch (SQLException e) {
            closeQuietly(prepared);
            throw state.failed(ATTEMPT, event.sql(), e);
        } catch (RuntimeException | Error e) {
            closeQuietly(prepared);
            throw e;
        }
    }

    private PreparedStatement prepare(PreparedStatements home, ExecutionEvent event, List<String> keyColumns)
            throws SQLException {
        try {
            return home.take(event.sql(), keyColumns);
        } catch (SQLException e) {
            // Some databases look at a statement when it is prepared: their refusal is announced like any other.
            return observe(event, () -> {
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
    interface Work<T> {
        T apply(PreparedStatement prepared, PreparedStatements home) throws SQLException;
    }

    /** Reads the generated keys of an execution. */
    @FunctionalInterface
    interface KeyReader<K> {
        List<K> keys(PreparedStatement prepared) throws SQLException;
    }
}
