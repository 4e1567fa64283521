package org.alkahest.engine;

import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Struct;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A driver's connection together with the prepared statements that it keeps. The pool sees it as a connection, and the
 * engine finds it again by {@code unwrap}. Everything but {@code close} and {@code unwrap} is handed on.
 */
final class PhysicalConnection implements Connection {
    private final Connection jdbc;
    private final PreparedStatements statements;

    PhysicalConnection(Connection jdbc, int preparedStatementCacheSize, AtomicLong schemaVersion) {
        this.jdbc = jdbc;
        this.statements = new PreparedStatements(jdbc, preparedStatementCacheSize, schemaVersion);
    }

    PreparedStatements statements() {
        return statements;
    }

    /** The driver's own connection. */
    Connection jdbc() {
        return jdbc;
    }

    @Override
    public void close() throws SQLException {
        try {
            statements.clear();
        } finally {
            jdbc.close();
        }
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : type.isInstance(jdbc) ? type.cast(jdbc) : jdbc.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || type.isInstance(jdbc) || jdbc.isWrapperFor(type);
    }

    @Override
    public java.sql.Statement createStatement() throws SQLException {
        return jdbc.createStatement();
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return jdbc.prepareStatement(sql);
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        return jdbc.prepareCall(sql);
    }

    @Override
    public String nativeSQL(String sql) throws SQLException {
        return jdbc.nativeSQL(sql);
    }

    @Override
    public void setAutoCommit(boolean autoCommit) throws SQLException {
        jdbc.setAutoCommit(autoCommit);
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        return jdbc.getAutoCommit();
    }

    @Override
    public void commit() throws SQLException {
        jdbc.commit();
    }

    @Override
    public void rollback() throws SQLException {
        jdbc.rollback();
    }

    @Override
    public boolean isClosed() throws SQLException {
        return jdbc.isClosed();
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
        return jdbc.getMetaData();
    }

    @Override
    public void setReadOnly(boolean readOnly) throws SQLException {
        jdbc.setReadOnly(readOnly);
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        return jdbc.isReadOnly();
    }

    @Override
    public void setCatalog(String catalog) throws SQLException {
        jdbc.setCatalog(catalog);
    }

    @Override
    public String getCatalog() throws SQLException {
        return jdbc.getCatalog();
    }

    @Override
    public void setTransactionIsolation(int level) throws SQLException {
        jdbc.setTransactionIsolation(level);
    }

    @Override
    public int getTransactionIsolation() throws SQLException {
        return jdbc.getTransactionIsolation();
    }

    @Override
    public @Nullable SQLWarning getWarnings() throws SQLException {
        return jdbc.getWarnings();
    }

    @Override
    public void clearWarnings() throws SQLException {
        jdbc.clearWarnings();
    }

    @Override
    public java.sql.Statement createStatement(int type, int concurrency) throws SQLException {
        return jdbc.createStatement(type, concurrency);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        return jdbc.prepareStatement(sql, type, concurrency);
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
        return jdbc.prepareCall(sql, type, concurrency);
    }

    @Override
    public Map<String, Class<?>> getTypeMap() throws SQLException {
        return jdbc.getTypeMap();
    }

    @Override
    public void setTypeMap(Map<String, Class<?>> map) throws SQLException {
        jdbc.setTypeMap(map);
    }

    @Override
    public void setHoldability(int holdability) throws SQLException {
        jdbc.setHoldability(holdability);
    }

    @Override
    public int getHoldability() throws SQLException {
        return jdbc.getHoldability();
    }

    @Override
    public java.sql.Savepoint setSavepoint() throws SQLException {
        return jdbc.setSavepoint();
    }

    @Override
    public java.sql.Savepoint setSavepoint(String name) throws SQLException {
        return jdbc.setSavepoint(name);
    }

    @Override
    public void rollback(java.sql.Savepoint savepoint) throws SQLException {
        jdbc.rollback(savepoint);
    }

    @Override
    public void releaseSavepoint(java.sql.Savepoint savepoint) throws SQLException {
        jdbc.releaseSavepoint(savepoint);
    }

    @Override
    public java.sql.Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        return jdbc.createStatement(type, concurrency, holdability);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        return jdbc.prepareStatement(sql, type, concurrency, holdability);
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability) throws SQLException {
        return jdbc.prepareCall(sql, type, concurrency, holdability);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int autoGeneratedKeys) throws SQLException {
        return jdbc.prepareStatement(sql, autoGeneratedKeys);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int[] columnIndexes) throws SQLException {
        return jdbc.prepareStatement(sql, columnIndexes);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, String[] columnNames) throws SQLException {
        return jdbc.prepareStatement(sql, columnNames);
    }

    @Override
    public Clob createClob() throws SQLException {
        return jdbc.createClob();
    }

    @Override
    public Blob createBlob() throws SQLException {
        return jdbc.createBlob();
    }

    @Override
    public NClob createNClob() throws SQLException {
        return jdbc.createNClob();
    }

    @Override
    public SQLXML createSQLXML() throws SQLException {
        return jdbc.createSQLXML();
    }

    @Override
    public boolean isValid(int timeoutSeconds) throws SQLException {
        return jdbc.isValid(timeoutSeconds);
    }

    @Override
    public void setClientInfo(String name, String value) throws SQLClientInfoException {
        jdbc.setClientInfo(name, value);
    }

    @Override
    public void setClientInfo(Properties properties) throws SQLClientInfoException {
        jdbc.setClientInfo(properties);
    }

    @Override
    public String getClientInfo(String name) throws SQLException {
        return jdbc.getClientInfo(name);
    }

    @Override
    public Properties getClientInfo() throws SQLException {
        return jdbc.getClientInfo();
    }

    @Override
    public Array createArrayOf(String typeName, Object[] elements) throws SQLException {
        return jdbc.createArrayOf(typeName, elements);
    }

    @Override
    public Struct createStruct(String typeName, Object[] attributes) throws SQLException {
        return jdbc.createStruct(typeName, attributes);
    }

    @Override
    public void setSchema(String schema) throws SQLException {
        jdbc.setSchema(schema);
    }

    @Override
    public String getSchema() throws SQLException {
        return jdbc.getSchema();
    }

    @Override
    public void abort(Executor executor) throws SQLException {
        jdbc.abort(executor);
    }

    @Override
    public void setNetworkTimeout(Executor executor, int milliseconds) throws SQLException {
        jdbc.setNetworkTimeout(executor, milliseconds);
    }

    @Override
    public int getNetworkTimeout() throws SQLException {
        return jdbc.getNetworkTimeout();
    }

    @Override
    public void beginRequest() throws SQLException {
        jdbc.beginRequest();
    }

    @Override
    public void endRequest() throws SQLException {
        jdbc.endRequest();
    }
}
