package org.alkahest.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.alkahest.dialect.ConnectionStep;
import org.alkahest.dialect.IsolationLevel;
import org.alkahest.sql.Statement;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * The options of an engine. Begin with {@link #defaults}, go on with the {@code with…} methods. Immutable.
 *
 * @param echo what is logged of each statement; nothing by default
 * @param poolSize the greatest number of physical connections; 10 by default
 * @param connectTimeout how long to wait for a free connection; 30 seconds by default
 * @param statementCacheSize how many compiled statements are kept; 500 by default, 0 for none
 * @param preparedStatementCacheSize how many prepared statements each physical connection keeps; 64 by default, 0 for none
 * @param defaultFetchSize how many rows the driver fetches at a time; 0, the default, leaves it to the driver
 * @param insertPageSize how many rows whose keys are wanted one INSERT has at most; 256 by default, 1 to insert them one by
 *     one or as a JDBC batch
 * @param listeners told of every statement and transaction
 * @param statementRewriter makes of each statement the one that is executed; by default the same
 * @param onConnect what is done with each new connection, in order
 * @param isolation the level of transactions, or null, the default, for the one that the database or the pool has anyway
 */
public record EngineOptions(
        Echo echo,
        int poolSize,
        Duration connectTimeout,
        int statementCacheSize,
        int preparedStatementCacheSize,
        int defaultFetchSize,
        int insertPageSize,
        List<EngineListener> listeners,
        UnaryOperator<Statement> statementRewriter,
        List<ConnectionStep> onConnect,
        @Nullable IsolationLevel isolation) {
    private static final EngineOptions DEFAULTS = new EngineOptions(
            Echo.NONE,
            10,
            Duration.ofSeconds(30),
            500,
            64,
            0,
            256,
            List.of(),
            UnaryOperator.identity(),
            List.of(),
            null);

    public EngineOptions {
        Objects.requireNonNull(echo, "echo is null");
        Objects.requireNonNull(connectTimeout, "connectTimeout is null");
        require("poolSize", poolSize, 1);
        require("statementCacheSize", statementCacheSize, 0);
        require("preparedStatementCacheSize", preparedStatementCacheSize, 0);
        require("defaultFetchSize", defaultFetchSize, 0);
        require("insertPageSize", insertPageSize, 1);
        if (connectTimeout.toMillis() < 1) {
            throw new AlkahestArgumentException(
                    "ALK-1007",
                    "Cannot make engine options: connectTimeout is " + connectTimeout
                            + ". Give at least one millisecond.");
        }
        listeners = List.copyOf(listeners);
        Objects.requireNonNull(statementRewriter, "statementRewriter is null");
        onConnect = List.copyOf(onConnect);
    }

    /** The defaults named above. */
    public static EngineOptions defaults() {
        return DEFAULTS;
    }

    public EngineOptions withEcho(Echo newEcho) {
        return with(copy -> copy.echo = newEcho);
    }

    public EngineOptions withPoolSize(int connections) {
        return with(copy -> copy.poolSize = connections);
    }

    public EngineOptions withConnectTimeout(Duration timeout) {
        return with(copy -> copy.connectTimeout = timeout);
    }

    public EngineOptions withStatementCacheSize(int statements) {
        return with(copy -> copy.statementCacheSize = statements);
    }

    public EngineOptions withPreparedStatementCacheSize(int statements) {
        return with(copy -> copy.preparedStatementCacheSize = statements);
    }

    public EngineOptions withDefaultFetchSize(int rows) {
        return with(copy -> copy.defaultFetchSize = rows);
    }

    public EngineOptions withInsertPageSize(int rows) {
        return with(copy -> copy.insertPageSize = rows);
    }

    /** Adds a listener after earlier ones. */
    public EngineOptions withListener(EngineListener listener) {
        List<EngineListener> all = new ArrayList<>(listeners);
        all.add(listener);
        return with(copy -> copy.listeners = all);
    }

    /**
     * Sends every statement but DDL through a function, after earlier ones: to add a tenant's condition, to replace a table,
     * to forbid something by throwing. It runs at each execution, before the statement is looked up or compiled, so what
     * it gives should depend on little else than the statement; {@code Rewrite.of(…)::apply} is such a function. It must give
     * a statement that is executed the same way, else ALK-1240, and rows of the same type. What it throws reaches the caller
     * as it is. What a session flushes before a query is decided by the query as it was.
     */
    public EngineOptions withStatementRewriter(UnaryOperator<Statement> rewriter) {
        Objects.requireNonNull(rewriter, "rewriter is null");
        return with(copy -> copy.statementRewriter = statement -> rewriter.apply(statementRewriter.apply(statement)));
    }

    /** Does something with each new connection, after what the dialect and earlier steps do. */
    public EngineOptions withOnConnect(ConnectionStep step) {
        List<ConnectionStep> all = new ArrayList<>(onConnect);
        all.add(step);
        return with(copy -> copy.onConnect = all);
    }

    /**
     * Gives every transaction that is not told another level of isolation this one. The connections of a database that lacks
     * it are refused (ALK-1210).
     */
    public EngineOptions withIsolation(IsolationLevel level) {
        return with(copy -> copy.isolation = Objects.requireNonNull(level, "level is null"));
    }

    private EngineOptions with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.toOptions();
    }

    /** The options while one of them is changed, so that each method names its own alone. */
    private static final class Copy {
        private Echo echo;
        private int poolSize;
        private Duration connectTimeout;
        private int statementCacheSize;
        private int preparedStatementCacheSize;
        private int defaultFetchSize;
        private int insertPageSize;
        private List<EngineListener> listeners;
        private UnaryOperator<Statement> statementRewriter;
        private List<ConnectionStep> onConnect;
        private @Nullable IsolationLevel isolation;

        private Copy(EngineOptions options) {
            echo = options.echo;
            poolSize = options.poolSize;
            connectTimeout = options.connectTimeout;
            statementCacheSize = options.statementCacheSize;
            preparedStatementCacheSize = options.preparedStatementCacheSize;
            defaultFetchSize = options.defaultFetchSize;
            insertPageSize = options.insertPageSize;
            listeners = options.listeners;
            statementRewriter = options.statementRewriter;
            onConnect = options.onConnect;
            isolation = options.isolation;
        }

        private EngineOptions toOptions() {
            return new EngineOptions(
                    echo,
                    poolSize,
                    connectTimeout,
                    statementCacheSize,
                    preparedStatementCacheSize,
                    defaultFetchSize,
                    insertPageSize,
                    listeners,
                    statementRewriter,
                    onConnect,
                    isolation);
        }
    }

    private static void require(String option, int value, int least) {
        if (value < least) {
            throw new AlkahestArgumentException(
                    "ALK-1007",
                    "Cannot make engine options: " + option + " is " + value + ". Give at least " + least + ".");
        }
    }

    /** What is logged of each statement, at level INFO of the logger {@code org.alkahest.sql}. */
    public enum Echo {
        /** Nothing at INFO; the SQL still goes to DEBUG. */
        NONE,
        /** SQL, time, cache state. */
        SQL,
        /** And the parameter values, which may be personal data. */
        SQL_AND_PARAMETERS
    }
}
