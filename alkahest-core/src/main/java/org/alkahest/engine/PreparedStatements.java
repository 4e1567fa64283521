package org.alkahest.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The prepared statements that one physical connection keeps, the least recently used closed first. A statement in use is
 * not among them, so two open results of the same SQL never share one. One thread at a time.
 */
final class PreparedStatements {
    private final Connection jdbc;
    private final int capacity;
    private final AtomicLong schemaVersion;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(16, 0.75f, true);
    private long seenSchemaVersion;

    /** @param schemaVersion grows with each DDL of the engine; older statements may have been planned for other tables */
    PreparedStatements(Connection jdbc, int capacity, AtomicLong schemaVersion) {
        this.jdbc = jdbc;
        this.capacity = capacity;
        this.schemaVersion = schemaVersion;
        this.seenSchemaVersion = schemaVersion.get();
    }

    /** @param keyColumns the generated columns that are asked back; empty for none */
    PreparedStatement take(String sql, List<String> keyColumns) throws SQLException {
        long version = schemaVersion.get();
        if (version != seenSchemaVersion) {
            clear();
            seenSchemaVersion = version;
        }
        PreparedStatement kept = idle.remove(key(sql, keyColumns));
        if (kept != null) {
            return kept;
        }
        return keyColumns.isEmpty()
                ? jdbc.prepareStatement(sql)
                : jdbc.prepareStatement(sql, keyColumns.toArray(String[]::new));
    }

    /** Takes a statement back whose results are closed and which did not fail. */
    void giveBack(String sql, List<String> keyColumns, PreparedStatement statement) throws SQLException {
        String key = key(sql, keyColumns);
        if (capacity == 0 || seenSchemaVersion != schemaVersion.get() || idle.containsKey(key)) {
            statement.close();
            return;
        }
        try {
            statement.clearParameters();
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
        idle.put(key, statement);
        if (idle.size() > capacity) {
            Iterator<PreparedStatement> eldest = idle.values().iterator();
            PreparedStatement dropped = eldest.next();
            eldest.remove();
            dropped.close();
        }
    }

    private static String key(String sql, List<String> keyColumns) {
        return keyColumns.isEmpty() ? sql : sql + '\0' + keyColumns;
    }

    void clear() throws SQLException {
        List<PreparedStatement> all = new ArrayList<>(idle.values());
        idle.clear();
        for (PreparedStatement statement : all) {
            statement.close();
        }
    }
}
