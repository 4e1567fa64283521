package org.alkahest.dialect;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises one kind of database and makes its dialect; found by {@link java.util.ServiceLoader}. A third-party dialect
 * provides one of these and nothing else of Alkahest changes.
 */
public interface DialectFactory {
    /** The dialect's name, as in short URLs: {@code name:…}. */
    String name();

    /**
     * The JDBC URL and credentials for a short URL such as {@code name://user:pw@host/db}, or empty if the URL is not this
     * dialect's.
     */
    Optional<JdbcUrl> fromShortUrl(String url);

    /** Whether a JDBC URL is this dialect's. */
    boolean acceptsJdbcUrl(String jdbcUrl);

    /** A JDBC URL that is this dialect's, as it is, with what the pool needs to know of it. */
    default JdbcUrl fromJdbcUrl(String jdbcUrl) {
        return new JdbcUrl(jdbcUrl, null, null, false);
    }

    /** Whether a product name, as {@code DatabaseMetaData.getDatabaseProductName} gives it, is this dialect's. */
    boolean acceptsProduct(String productName);

    /**
     * The version of the database behind a connection if it is this dialect's. A dialect whose drivers name another
     * product, or tell a version that is not the product's, looks closer than {@link #acceptsProduct}.
     */
    default Optional<DatabaseVersion> recognize(DatabaseMetaData metaData) throws SQLException {
        String product = metaData.getDatabaseProductName();
        return acceptsProduct(product)
                ? Optional.of(new DatabaseVersion(
                        product, metaData.getDatabaseMajorVersion(), metaData.getDatabaseMinorVersion()))
                : Optional.empty();
    }

    /** The class of the JDBC driver. */
    String driverClass();

    /** The driver's Maven coordinates, {@code group:artifact}, for the message about a missing driver. */
    String driverArtifact();

    /** The dialect at a version. */
    Dialect create(DatabaseVersion version);

    /**
     * A JDBC URL with what the pool needs to know.
     *
     * @param singleConnection true for a database that lives in its connection (in memory), which all must share
     */
    record JdbcUrl(
            String url, @Nullable String user, @Nullable String password, boolean singleConnection) {
        /** Without the credentials, so that no log gets them. */
        @Override
        public String toString() {
            return "JdbcUrl[…, singleConnection=" + singleConnection + "]";
        }
    }
}
