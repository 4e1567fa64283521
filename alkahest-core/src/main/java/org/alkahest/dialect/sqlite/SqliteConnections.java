package org.alkahest.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import org.alkahest.dialect.ConnectionStep;
import org.alkahest.type.AlkahestArgumentException;

/** What connections to SQLite can be told: give it to {@code EngineOptions.withOnConnect}. */
public final class SqliteConnections {
    private SqliteConnections() {}

    /**
     * Attaches a database to each connection, as the schema of a name: tables of that schema are created, found and changed
     * in it (https://www.sqlite.org/lang_attach.html). A transaction over several files is atomic, but after a crash of the
     * machine only within each file. Foreign keys stay within a file. Emits: ATTACH, and a PRAGMA for the journal.
     *
     * @param schema the name, as in {@code Table.named(schema, table)}; the driver refuses {@code main} and {@code temp}
     * @param file a path or a {@code file:} URI; ALK-1039 unless the same for each connection
     */
    public static ConnectionStep attach(String schema, String file) {
        Objects.requireNonNull(schema, "schema is null");
        Objects.requireNonNull(file, "file is null");
        return connection -> {
            try (Statement statement = connection.createStatement()) {
                if (isAttached(statement, schema)) {
                    return;
                }
                if (isPrivate(file) && mainIsFile(statement)) {
                    throw new AlkahestArgumentException(
                            "ALK-1039",
                            "Cannot attach the database '" + file + "' as '" + schema
                                    + "': each connection of the pool would have one of its own. Name a file, or use"
                                    + " sqlite::memory: for the engine as well.");
                }
                attach(connection, schema, file);
                SqliteConnectionSetup.useWriteAheadLog(statement, quoted(schema) + ".");
            }
        };
    }

    private static void attach(Connection connection, String schema, String file) throws SQLException {
        try (var attach = connection.prepareStatement("ATTACH DATABASE ? AS " + quoted(schema))) {
            attach.setString(1, file);
            attach.execute();
        }
    }

    private static boolean isAttached(Statement statement, String schema) throws SQLException {
        try (ResultSet databases = statement.executeQuery("PRAGMA database_list")) {
            while (databases.next()) {
                if (databases.getString("name").equalsIgnoreCase(schema)) {
                    return !schema.equalsIgnoreCase("main") && !schema.equalsIgnoreCase("temp");
                }
            }
            return false;
        }
    }

    private static boolean isPrivate(String file) {
        String lower = file.strip().toLowerCase(Locale.ROOT);
        boolean memory = lower.startsWith(":memory:")
                || lower.startsWith("file::memory:")
                || (lower.startsWith("file:") && lower.contains("mode=memory"));
        return lower.isEmpty() || (memory && !lower.contains("cache=shared"));
    }

    private static boolean mainIsFile(Statement statement) throws SQLException {
        try (ResultSet databases = statement.executeQuery("PRAGMA database_list")) {
            while (databases.next()) {
                if (databases.getString("name").equals("main")) {
                    String file = databases.getString("file");
                    return file != null && !file.isEmpty();
                }
            }
            return false;
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
