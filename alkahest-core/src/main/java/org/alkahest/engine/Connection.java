package org.alkahest.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.IsolationLevel;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.SchemaTarget;
import org.alkahest.schema.Table;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Insert;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Selectable;
import org.alkahest.sql.TextStatement;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the database. Its first statement begins a transaction; {@link #commit} keeps it, {@link #rollback} and
 * {@link #close} undo it. One thread at a time.
 *
 * <p>Every method that sends something errors with ALK-1010 on a closed connection, with {@link PendingRollbackException}
 * (ALK-1014) after the database hung up inside the transaction, and with a
 * {@link org.alkahest.dialect.DatabaseException} (ALK-15xx) if the database refuses.
 */
public final class Connection implements AutoCloseable, SchemaTarget {
    private final Link link;
    private final TransactionState state;
    private final Executor executor;
    private final InsertExecutor inserts;

    Connection(Engine engine, Dialect dialect, java.sql.Connection jdbc, @Nullable IsolationLevel level) {
        this.link = new Link(engine, dialect, jdbc, new Isolation(dialect, level));
        this.state = new TransactionState(link);
        this.executor = new Executor(link, state);
        this.inserts = new InsertExecutor(link, executor);
    }

    public Engine engine() {
        return link.engine();
    }

    public Dialect dialect() {
        return link.dialect();
    }

    /** The rows of a query. Emits: the query. */
    public <R> Result<R> execute(RowStatement<R> statement) {
        return execute(statement, Map.of());
    }

    /** The rows of a query whose parameters are given by name; a null value is NULL. Emits: the query. */
    public <R> Result<R> execute(RowStatement<R> statement, Map<String, ?> parameters) {
        return execute(statement, parameters, DecodeScope.CONNECTION);
    }

    /** The rows of a query whose parameters are one row, read by position. Emits: the query. */
    public <R> Result<R> execute(RowStatement<R> statement, ParameterRows row) {
        return executor.query(statement, row, DecodeScope.CONNECTION, 0, "");
    }

    /** The rows of a query, decoded in a scope that may know more than this connection. Emits: the query. */
    public <R> Result<R> execute(RowStatement<R> statement, DecodeScope scope) {
        return execute(statement, Map.of(), scope);
    }

    /** As the others, with both. */
    public <R> Result<R> execute(RowStatement<R> statement, Map<String, ?> parameters, DecodeScope scope) {
        return executor.query(statement, parameters, scope, 0);
    }

    /**
     * The rows of a query that are too many for memory: the driver fetches so many at a time, as they are used, and the
     * server waits with the others. Read them by {@link Result#stream}, {@link Result#partitions} or iteration. Errors with
     * ALK-1605 unless the size is positive. Emits: the query.
     *
     * <p>SQLite gives rows one by one in any case; H2 and DuckDB have them in the program's memory already, where they run in
     * the program. MySQL's driver fetches them one by one, and sends nothing else on this connection before the last, unless
     * its URL has {@code useCursorFetch=true}.
     *
     * @param fetchSize how many rows the driver is to fetch at a time; at least 1
     */
    public <R> Result<R> executeStreaming(RowStatement<R> statement, int fetchSize) {
        return executeStreaming(statement, Map.of(), fetchSize);
    }

    /** As {@link #executeStreaming(RowStatement, int)}, with parameters by name; a null value is NULL. */
    public <R> Result<R> executeStreaming(RowStatement<R> statement, Map<String, ?> parameters, int fetchSize) {
        if (fetchSize < 1) {
            throw new AlkahestArgumentException(
                    "ALK-1605", "Cannot stream the rows: the fetch size is " + fetchSize + ". Give at least 1.");
        }
        return executor.query(statement, parameters, DecodeScope.CONNECTION, fetchSize);
    }

    /** Changes rows. Emits: the statement. */
    public UpdateResult execute(DmlStatement statement) {
        return execute(statement, Map.of());
    }

    /** Changes rows by a statement whose parameters are given by name; a null value is NULL. Emits: the statement. */
    public UpdateResult execute(DmlStatement statement, Map<String, ?> parameters) {
        return executor.update(statement, parameters);
    }

    /**
     * Runs SQL text of any kind. Rows that it may return are not read: for those say what they are, with
     * {@link TextStatement#returning}. Emits: the statement.
     */
    public UpdateResult execute(TextStatement statement) {
        return execute(statement, Map.of());
    }

    /** As {@link #execute(TextStatement)}, with parameters by name; a null value is NULL. Emits: the statement. */
    public UpdateResult execute(TextStatement statement, Map<String, ?> parameters) {
        return executor.run(statement, parameters);
    }

    /**
     * Changes rows by one statement for many sets of parameters, as one JDBC batch.
     *
     * @return how many rows each set changed, in order; -2 ({@link java.sql.Statement#SUCCESS_NO_INFO}) where the database
     *     does not tell
     */
    public long[] executeBatch(DmlStatement statement, List<? extends Map<String, ?>> parameters) {
        return executeBatch(statement, ParameterRows.of(parameters));
    }

    /** As {@link #executeBatch(DmlStatement, List)}, for rows that are read by position. */
    public long[] executeBatch(DmlStatement statement, ParameterRows rows) {
        return executor.batch(statement, rows);
    }

    /**
     * Inserts and gives what the database put into columns, one value per row: the keys that it generated, and defaults. They
     * come from the driver where it knows them, else by RETURNING. Where there is neither, as on MySQL, whose driver tells the
     * numbers of rows alone, each row is selected afterwards by its primary key, in the same transaction. Errors with ALK-1210
     * where the key cannot be known then: it has to be set to values (ALK-1038 if one is null) or numbered by the database,
     * in an INSERT … VALUES into a {@link Table} without {@code onConflict} or extensions. Emits: the statement, and a query
     * per row where they are selected afterwards.
     *
     * @param keys the columns that the database fills, or a row of them
     * @return in no certain order where one statement inserts several rows
     */
    public <K> List<K> executeInsert(Insert insert, Selectable<K> keys) {
        return inserts.insert(insert, ParameterRows.of(List.of(Map.of())), keys);
    }

    /**
     * As {@link #executeInsert(Insert, Selectable)}, for many sets of parameters: in statements of several rows where the
     * database tells these apart, as one JDBC batch where the driver knows the keys of one, else one by one;
     * {@link #insertMethod} tells which. Errors with ALK-1480 if the database gives other keys than it has to, of which it
     * cannot be told whose they are.
     *
     * @return in the order of the parameters
     */
    public <K> List<K> executeInsert(Insert insert, List<? extends Map<String, ?>> parameters, Selectable<K> keys) {
        return executeInsert(insert, ParameterRows.of(parameters), keys);
    }

    /** As {@link #executeInsert(Insert, List, Selectable)}, for rows that are read by position. */
    public <K> List<K> executeInsert(Insert insert, ParameterRows rows, Selectable<K> keys) {
        return rows.size() == 0 ? List.of() : inserts.insert(insert, rows, keys);
    }

    /** How {@link #executeInsert} sends many rows, and why not several in one statement. Sends nothing. */
    public InsertMethod insertMethod(Insert insert, Selectable<?> keys) {
        return inserts.method(insert, keys);
    }

    /** Runs DDL text, in order, inside the transaction where the database has that. Emits: the statements. */
    public void executeDdl(List<String> statements) {
        executor.ddl(statements);
    }

    /** Creates tables inside the transaction. Emits: look-ups if {@code checkFirst}, then DDL. */
    @Override
    public void createAll(MetaData metaData, boolean checkFirst) {
        executeDdl(dialect().ddlCompiler().create(metaData, checkFirst, this::hasTable));
    }

    /** Drops tables inside the transaction. Emits: look-ups if {@code checkFirst}, then DDL. */
    @Override
    public void dropAll(MetaData metaData, boolean checkFirst) {
        executeDdl(dialect().ddlCompiler().drop(metaData, checkFirst, this::hasTable));
    }

    private boolean hasTable(Table table) {
        return inspect().hasTable(table.schema(), table.name());
    }

    /** Looks up what exists in the database. Sends nothing itself. */
    public Inspection inspect() {
        return new Inspection(this, column -> column);
    }

    /**
     * Steps down to JDBC, inside the transaction. The connection is the pool's and must not be kept. An
     * {@link SQLException} becomes a {@link org.alkahest.dialect.DatabaseException}.
     */
    public <T> T withJdbc(JdbcFunction<T> work) {
        state.autobegin();
        try {
            return work.apply(link.jdbc());
        } catch (SQLException e) {
            throw state.failed("Cannot work with the JDBC connection", null, e);
        }
    }

    /**
     * Gives the transactions of this connection that follow a level of isolation; the next user of the JDBC connection finds
     * the level that it had. Errors with ALK-1025 inside a transaction, ALK-1210 if the database lacks the level. Emits:
     * nothing now; what the driver sends for it, before the next transaction.
     *
     * @param level null for the one that the database or the pool has anyway
     */
    public void setIsolation(@Nullable IsolationLevel level) {
        state.isolate(level);
    }

    /** The level that transactions of this connection were told to have, or null where they were told none. */
    public @Nullable IsolationLevel isolation() {
        return link.isolation().wanted();
    }

    /** Begins a transaction explicitly; errors with ALK-1011 if there is one. The database learns of it later. */
    public Transaction begin() {
        return state.begin();
    }

    /**
     * Begins a transaction that can be prepared before it is committed. Errors with ALK-1210 where the database has none,
     * ALK-1331 for a name that not all take, ALK-1011 if the connection is in a transaction. Emits: the database's command,
     * if it has one.
     *
     * @param name by which the database knows it when it is prepared, unlike any other there: 1 to 64 ASCII letters, digits
     *     and {@code . : _ -}
     */
    public TwoPhaseTransaction beginTwoPhase(String name) {
        return state.beginTwoPhase(name);
    }

    /**
     * The names of the transactions that are prepared and not ended, of this database or server. Errors with ALK-1334 inside
     * a transaction, ALK-1210 where there are none. Emits: one query.
     */
    public List<String> preparedTransactions() {
        return state.recover();
    }

    /** Commits a transaction that any connection has prepared and left. Errors as {@link #preparedTransactions}. */
    public void commitPrepared(String name) {
        state.endPrepared(name, true);
    }

    /** Rolls back a transaction that any connection has prepared and left. Errors as {@link #preparedTransactions}. */
    public void rollbackPrepared(String name) {
        state.endPrepared(name, false);
    }

    /** Makes a savepoint in the transaction, which it begins if need be; errors with ALK-1013 where there is none. */
    public Savepoint savepoint() {
        return state.savepoint();
    }

    /** Commits the transaction, its savepoints included, and closes open results; does nothing if there is none. */
    public void commit() {
        state.commit();
    }

    /** Rolls the transaction back and closes open results; does nothing if there is none. */
    public void rollback() {
        state.rollback();
    }

    /** Whether a transaction has begun and not ended. */
    public boolean isInTransaction() {
        return state.isActive();
    }

    /** The present transaction, one that a statement began included; empty if there is none. Emits: nothing. */
    public Optional<Transaction> transaction() {
        return Optional.ofNullable(state.present());
    }

    /** The innermost savepoint of the present transaction; empty if there is none. Emits: nothing. */
    public Optional<Savepoint> innermostSavepoint() {
        return Optional.ofNullable(state.innermost());
    }

    public boolean isClosed() {
        return link.isClosed();
    }

    /** Rolls back what was not committed and gives the connection back to the pool. Further calls do nothing. */
    @Override
    public void close() {
        if (!link.isClosed()) {
            try {
                state.close();
            } finally {
                link.close();
            }
        }
    }
}
