package org.alkahest.dialect.duckdb;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.DialectFactory;
import org.alkahest.type.AlkahestArgumentException;

/**
 * DuckDB: {@code duckdb:file.db}, {@code duckdb:/absolute/file.db}, {@code duckdb:///absolute/file.db},
 * {@code duckdb::memory:}, {@code duckdb::memory:name}. What follows a semicolon goes to the driver. A memory database
 * with a name is shared by the connections of this process and lives until it ends; one without a name is one
 * connection's own.
 */
public final class DuckdbDialectFactory implements DialectFactory {
    private static final String SHORT = "duckdb:";
    private static final String JDBC = "jdbc:duckdb:";
    private static final String MEMORY = ":memory:";
    private static final String PIN = "jdbc_pin_db";

    /** The driver's numbers are those of the JDBC specification's early days; the product's version is {@code v2.0.0}. */
    private static final Pattern VERSION = Pattern.compile("v?(\\d+)\\.(\\d+).*");

    /** For {@link java.util.ServiceLoader}. */
    public DuckdbDialectFactory() {}

    @Override
    public String name() {
        return DuckdbDialect.NAME;
    }

    @Override
    public Optional<JdbcUrl> fromShortUrl(String url) {
        if (!url.regionMatches(true, 0, SHORT, 0, SHORT.length())) {
            return Optional.empty();
        }
        String database = database(url, url.substring(SHORT.length()));
        boolean named = database.startsWith(MEMORY) && !isNamelessMemory(database);
        boolean pinned = database.toLowerCase(Locale.ROOT).contains(PIN);
        return Optional.of(fromJdbcUrl(JDBC + database + (named && !pinned ? ";" + PIN + "=true" : "")));
    }

    /** The database of a short URL: what follows the scheme, or the path of {@code //} and an empty host. */
    private static String database(String url, String rest) {
        String file = rest.startsWith("//") ? rest.substring(2) : rest;
        boolean hasHost = rest.startsWith("//") && !file.isEmpty() && !file.startsWith("/");
        if (rest.isBlank() || hasHost) {
            throw new AlkahestArgumentException(
                    "ALK-1004",
                    "Cannot read the URL '" + url + "': " + (hasHost ? "it names a host" : "it names no file")
                            + ", and DuckDB is a file or memory. Write duckdb:file.db, duckdb:///absolute/file.db or"
                            + " duckdb::memory:.");
        }
        return file.isEmpty() ? MEMORY : file;
    }

    @Override
    public JdbcUrl fromJdbcUrl(String jdbcUrl) {
        return new JdbcUrl(jdbcUrl, null, null, isNamelessMemory(jdbcUrl.substring(JDBC.length())));
    }

    /** Each connection to a memory database without a name has its own. */
    private static boolean isNamelessMemory(String database) {
        String path = database.split(";", 2)[0].strip();
        return path.isEmpty() || path.equals(MEMORY);
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.regionMatches(true, 0, JDBC, 0, JDBC.length());
    }

    @Override
    public boolean acceptsProduct(String productName) {
        return productName.equalsIgnoreCase(DuckdbDialect.NAME);
    }

    @Override
    public Optional<DatabaseVersion> recognize(DatabaseMetaData metaData) throws SQLException {
        String product = metaData.getDatabaseProductName();
        if (!acceptsProduct(product)) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(metaData.getDatabaseProductVersion());
        return version.matches()
                ? Optional.of(new DatabaseVersion(
                        product, Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2))))
                : DialectFactory.super.recognize(metaData);
    }

    @Override
    public String driverClass() {
        return "org.duckdb.DuckDBDriver";
    }

    @Override
    public String driverArtifact() {
        return "org.duckdb:duckdb_jdbc";
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return new DuckdbDialect(version);
    }
}
