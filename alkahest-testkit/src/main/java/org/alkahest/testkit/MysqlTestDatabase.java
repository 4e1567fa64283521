package org.alkahest.testkit;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database of its own in a MySQL or MariaDB server. Text in it compares exactly, as in the other databases: the servers'
 * own default takes upper and lower case for equal.
 */
final class MysqlTestDatabase extends ServerTestDatabase {
    /** The server, the database that the URL may name, and the parameters. */
    private static final Pattern URL = Pattern.compile("(jdbc:[^/?]+//[^/?]+)(?:/[^?]*)?(\\?.*)?");

    private final String collation;

    private MysqlTestDatabase(String name, String dialect, Server server, String collation) {
        super(name, dialect, server, true);
        this.collation = collation;
    }

    /** The server that {@code ALKAHEST_TEST_MYSQL} names, as {@code .ci/mysql} does for what it runs. */
    static TestDatabase mysql() {
        return new MysqlTestDatabase(
                "mysql-local",
                "mysql",
                () -> {
                    throw new SQLException("ALKAHEST_TEST_MYSQL is not set; .ci/mysql COMMAND starts a server for it");
                },
                "utf8mb4_0900_bin");
    }

    /** One that already runs here, as on a developer's machine. */
    static TestDatabase mariadb() {
        return new MysqlTestDatabase(
                "mariadb-local",
                "mariadb",
                () -> "jdbc:mariadb://127.0.0.1:3306/?user=root&sslMode=disable&connectTimeout=5000",
                "utf8mb4_nopad_bin");
    }

    @Override
    ScratchDatabase open(String base, String database) throws SQLException {
        Matcher url = URL.matcher(base);
        if (!url.matches()) {
            throw new SQLException("its URL is not of the form jdbc:…://host:port/database?parameters");
        }
        execute(base, "CREATE DATABASE " + database + " CHARACTER SET utf8mb4 COLLATE " + collation);
        String parameters = url.group(2) == null ? "" : url.group(2);
        // A forgotten transaction would hold the drop up for a year.
        return new ScratchDatabase(
                url.group(1) + "/" + database + parameters,
                () -> execute(base, "SET lock_wait_timeout = 10", "DROP DATABASE " + database));
    }
}
