package org.alkahest.dialect.mysql;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.DialectFactory;
import org.alkahest.dialect.ServerUrl;

/** MariaDB: {@code mariadb://user:password@host:3306/database?parameters}. */
public final class MariadbDialectFactory implements DialectFactory {
    static final String NAME = "mariadb";

    private static final String JDBC = "jdbc:mariadb:";

    /** {@code 10.11.19-MariaDB-…}, after {@code 5.5.5-} for the sake of old clients (MariaDB 10.11, "VERSION"). */
    private static final Pattern VERSION = Pattern.compile("(?:5\\.5\\.5-)?(\\d+)\\.(\\d+)");

    /** For {@link java.util.ServiceLoader}. */
    public MariadbDialectFactory() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<JdbcUrl> fromShortUrl(String url) {
        return ServerUrl.parse(url, NAME).map(parsed -> MysqlUrls.toJdbc(JDBC, parsed));
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return MysqlUrls.startsWith(jdbcUrl, JDBC);
    }

    @Override
    public boolean acceptsProduct(String productName) {
        return productName.equalsIgnoreCase(NAME);
    }

    @Override
    public Optional<DatabaseVersion> recognize(DatabaseMetaData metaData) throws SQLException {
        if (!isMariadb(metaData)) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(metaData.getDatabaseProductVersion());
        return version.find()
                ? Optional.of(new DatabaseVersion(
                        "MariaDB", Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2))))
                : Optional.empty();
    }

    static boolean isMariadb(DatabaseMetaData metaData) throws SQLException {
        return metaData.getDatabaseProductName().equalsIgnoreCase(NAME)
                || metaData.getDatabaseProductVersion().toLowerCase(Locale.ROOT).contains(NAME);
    }

    @Override
    public String driverClass() {
        return "org.mariadb.jdbc.Driver";
    }

    @Override
    public String driverArtifact() {
        return "org.mariadb.jdbc:mariadb-java-client";
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return MysqlDialect.mariadb(version);
    }
}
