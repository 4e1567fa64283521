package org.alkahest.recording;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Savepoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;

/**
 * A JDBC driver that sends nothing: it records statements and what is bound to them, and gives the answers that a test has
 * put into it, in order. For databases of which no server can be had, and for nothing else. One thread at a time.
 *
 * <p>What it is not made to answer, it refuses, so that no test passes by accident.
 */
public final class JdbcRecorder {
    private final String product;
    private final int major;
    private final int minor;
    private final Class<?> statementType;
    private final List<RecordedCall> calls = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private boolean autoCommit = true;

    /**
     * @param product what the database calls itself
     * @param statementType the interface that statements have, PreparedStatement or a driver's own below it
     */
    public JdbcRecorder(String product, int major, int minor, Class<?> statementType) {
        this.product = product;
        this.major = major;
        this.minor = minor;
        this.statementType = statementType;
    }

    /** Rows for the next execution that has no answer yet, each with its values by position. */
    public JdbcRecorder answerRows(List<?>... rows) {
        answers.add(new Answer(Arrays.asList(rows), rows.length));
        return this;
    }

    /** A number of changed rows for the next execution that has no answer yet. */
    public JdbcRecorder answerCount(int count) {
        answers.add(new Answer(List.of(), count));
        return this;
    }

    /** Everything that was sent so far. */
    public List<RecordedCall> calls() {
        return List.copyOf(calls);
    }

    /** The statements that were executed so far, without what was bound. */
    public List<String> statements() {
        return calls.stream()
                .filter(call -> call.method().startsWith("execute"))
                .map(RecordedCall::sql)
                .toList();
    }

    /** Connections to nowhere. */
    public DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getConnection" -> connection();
            default -> throw refused(method.getName());
        });
    }

    private Connection connection() {
        return proxy(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> RecordedStatements.prepared(this, (String) arguments[0]);
            case "createStatement" -> RecordedStatements.plain(this);
            case "getMetaData" -> metaData();
            case "getAutoCommit" -> autoCommit;
            case "setAutoCommit" -> {
                autoCommit = (boolean) arguments[0];
                yield null;
            }
            case "setSavepoint" -> savepoint(arguments);
            case "commit", "rollback" -> {
                record(new RecordedCall(method.getName(), "", List.of()));
                yield null;
            }
            case "releaseSavepoint" -> throw refused("releaseSavepoint");
            case "close", "clearWarnings", "setReadOnly" -> null;
            case "setTransactionIsolation" -> {
                record(new RecordedCall(method.getName(), "", List.of(List.of(arguments[0]))));
                yield null;
            }
            case "isClosed", "isReadOnly", "isWrapperFor" -> false;
            case "isValid" -> true;
            case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
            default -> throw refused(method.getName());
        });
    }

    private Savepoint savepoint(Object[] arguments) {
        record(new RecordedCall("setSavepoint", (String) arguments[0], List.of()));
        return proxy(Savepoint.class, (proxy, method, none) -> arguments[0]);
    }

    private DatabaseMetaData metaData() {
        return proxy(DatabaseMetaData.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getDatabaseProductName" -> product;
            case "getDatabaseProductVersion" -> major + "." + minor;
            case "getDatabaseMajorVersion" -> major;
            case "getDatabaseMinorVersion" -> minor;
            default -> throw refused(method.getName());
        });
    }

    Class<?> statementType() {
        return statementType;
    }

    void record(RecordedCall call) {
        calls.add(call);
    }

    /** The answer to the execution at hand; without one, no rows. */
    Answer nextAnswer() {
        return answers.isEmpty() ? new Answer(List.of(), 0) : answers.remove();
    }

    static UnsupportedOperationException refused(String method) {
        return new UnsupportedOperationException("The recorder has no answer to " + method);
    }

    /** An object of an interface; what every object answers is answered here. */
    @SuppressWarnings("ReferenceEquality") // a proxy equals itself only
    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        InvocationHandler all = (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> "recorded " + type.getSimpleName();
                };
            }
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            try {
                return handler.invoke(proxy, method, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, all));
    }

    /** What the database says to one execution. */
    record Answer(List<? extends List<?>> rows, int count) {}
}
