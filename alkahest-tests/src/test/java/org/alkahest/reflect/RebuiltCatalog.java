package org.alkahest.reflect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The catalogue of a database that cannot be had, as tables of H2 in memory with rows that its manual describes. */
final class RebuiltCatalog implements AutoCloseable {
    private final Connection h2;

    /** @param settings H2's, each after a semicolon */
    RebuiltCatalog(String settings) throws SQLException {
        h2 = DriverManager.getConnection("jdbc:h2:mem:" + settings);
    }

    Connection connection() {
        return h2;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = h2.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A view of the catalogue: {@code NAME(COLUMN, …)}, whose columns are all text. */
    void view(String definition) throws SQLException {
        run("CREATE TABLE "
                + definition.replaceAll("([,)])", " VARCHAR(200)$1").replace(" type VARCHAR(200)", " type CHAR(2)"));
    }

    void insert(String view, String... rows) throws SQLException {
        for (String row : rows) {
            run("INSERT INTO " + view + " VALUES (" + row + ")");
        }
    }

    @Override
    public void close() throws SQLException {
        h2.close();
    }
}
