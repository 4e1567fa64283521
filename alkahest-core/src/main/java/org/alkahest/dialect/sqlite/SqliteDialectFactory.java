package org.alkahest.dialect.sqlite;

import java.util.Locale;
import java.util.Optional;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.DialectFactory;
import org.alkahest.type.AlkahestArgumentException;

/**
 * SQLite: {@code sqlite:file.db}, {@code sqlite:/absolute/file.db}, {@code sqlite:///absolute/file.db},
 * {@code sqlite::memory:}. What follows a question mark goes to the driver: {@code sqlite:file.db?transaction_mode=IMMEDIATE}
 * takes the write lock where a transaction begins ({@code DEFERRED}, the default, with the first change; {@code EXCLUSIVE}
 * without write-ahead log keeps readers out, too), so that one which reads before it writes waits for others instead of
 * failing (https://www.sqlite.org/lang_transaction.html, 2.2).
 */
public final class SqliteDialectFactory implements DialectFactory {
    private static final String SHORT = "sqlite:";
    private static final String JDBC = "jdbc:sqlite:";

    /** For {@link java.util.ServiceLoader}. */
    public SqliteDialectFactory() {}

    @Override
    public String name() {
        return SqliteDialect.NAME;
    }

    @Override
    public Optional<JdbcUrl> fromShortUrl(String url) {
        if (!url.regionMatches(true, 0, SHORT, 0, SHORT.length())) {
            return Optional.empty();
        }
        return Optional.of(fromJdbcUrl(JDBC + file(url, url.substring(SHORT.length()))));
    }

    /** The file of a short URL: what follows the scheme, or the path of {@code //} and an empty host. */
    private static String file(String url, String rest) {
        String file = rest.startsWith("//") ? rest.substring(2) : rest;
        boolean hasHost = rest.startsWith("//") && !file.isEmpty() && !file.startsWith("/");
        if (rest.isBlank() || hasHost) {
            throw new AlkahestArgumentException(
                    "ALK-1004",
                    "Cannot read the URL '" + url + "': " + (hasHost ? "it names a host" : "it names no file")
                            + ", and SQLite is a file or memory. Write sqlite:file.db, sqlite:///absolute/file.db or"
                            + " sqlite::memory:.");
        }
        return file.isEmpty() ? ":memory:" : file;
    }

    @Override
    public JdbcUrl fromJdbcUrl(String jdbcUrl) {
        String file = jdbcUrl.substring(JDBC.length()).toLowerCase(Locale.ROOT);
        boolean memory = file.isEmpty()
                || file.startsWith("?")
                || file.startsWith(":memory:")
                || file.startsWith("file::memory:")
                || file.contains("mode=memory");
        return new JdbcUrl(jdbcUrl, null, null, memory);
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.regionMatches(true, 0, JDBC, 0, JDBC.length());
    }

    @Override
    public boolean acceptsProduct(String productName) {
        return productName.equalsIgnoreCase(SqliteDialect.NAME);
    }

    @Override
    public String driverClass() {
        return "org.sqlite.JDBC";
    }

    @Override
    public String driverArtifact() {
        return "org.xerial:sqlite-jdbc";
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return new SqliteDialect(version);
    }
}
