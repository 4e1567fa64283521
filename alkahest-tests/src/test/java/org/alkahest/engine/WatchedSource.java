package org.alkahest.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.alkahest.testkit.DatabaseFixture;

/**
 * A real database's connections, of which a test sees what is open, and which fail where the test says so: everything else
 * is the driver's own. One thread at a time.
 */
public final class WatchedSource {
    private final DatabaseFixture database;
    private final List<Connection> connections = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<ResultSet> results = new ArrayList<>();
    private final List<Integer> fetchSizes = new ArrayList<>();
    private final Set<String> failing = new HashSet<>();
    private int rowsUntilFailure = Integer.MAX_VALUE;

    public WatchedSource(DatabaseFixture database) {
        this.database = database;
    }

    public DataSource dataSource() {
        return proxy(DataSource.class, database, (method, arguments, real) -> {
            Connection opened = database.connect();
            connections.add(opened);
            return proxy(Connection.class, opened, this::onConnection);
        });
    }

    /** From now on a method fails without being carried out: {@code "ResultSet.close"}. */
    public WatchedSource fail(String method) {
        failing.add(method);
        return this;
    }

    /** From now on nothing fails. */
    public void mend() {
        failing.clear();
        rowsUntilFailure = Integer.MAX_VALUE;
    }

    /** After so many more rows, of whichever result, moving on fails. */
    public WatchedSource failAfterRows(int rows) {
        rowsUntilFailure = rows;
        return this;
    }

    public long openConnections() {
        return connections.stream().filter(each -> isOpen(each::isClosed)).count();
    }

    public long openStatements() {
        return statements.stream().filter(each -> isOpen(each::isClosed)).count();
    }

    public long openResults() {
        return results.stream().filter(each -> isOpen(each::isClosed)).count();
    }

    /** The fetch sizes that drivers were given, in order. */
    public List<Integer> fetchSizes() {
        return List.copyOf(fetchSizes);
    }

    private static boolean isOpen(Closed closed) {
        try {
            return !closed.ask();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Object onConnection(String method, Object[] arguments, Call real) throws Throwable {
        Object answer = real.call();
        if (answer instanceof PreparedStatement prepared) {
            statements.add(prepared);
            return proxy(PreparedStatement.class, prepared, this::onStatement);
        }
        if (answer instanceof Statement plain) {
            statements.add(plain);
        }
        return answer;
    }

    private Object onStatement(String method, Object[] arguments, Call real) throws Throwable {
        if (method.equals("setFetchSize")) {
            fetchSizes.add((Integer) arguments[0]);
        }
        Object answer = real.call();
        if (answer instanceof ResultSet result) {
            results.add(result);
            return proxy(ResultSet.class, result, this::onResult);
        }
        return answer;
    }

    private Object onResult(String method, Object[] arguments, Call real) throws Throwable {
        if (method.equals("next") && rowsUntilFailure-- <= 0) {
            throw new SQLException("planted after some rows");
        }
        return real.call();
    }

    private <T> T proxy(Class<T> type, Object real, Watch watch) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (failing.contains(type.getSimpleName() + "." + method.getName())) {
                throw new SQLException("planted in " + method.getName());
            }
            Object[] arguments = given == null ? new Object[0] : given;
            return watch.on(method.getName(), arguments, () -> {
                try {
                    return method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        }));
    }

    @FunctionalInterface
    private interface Watch {
        Object on(String method, Object[] arguments, Call real) throws Throwable;
    }

    @FunctionalInterface
    private interface Call {
        Object call() throws Throwable;
    }

    @FunctionalInterface
    private interface Closed {
        boolean ask() throws SQLException;
    }
}
