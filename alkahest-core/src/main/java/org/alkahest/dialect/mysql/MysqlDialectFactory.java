package org.alkahest.dialect.mysql;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.DialectFactory;
import org.alkahest.dialect.ServerUrl;

/** MySQL: {@code mysql://user:password@host:3306/database?parameters}. */
public final class MysqlDialectFactory implements DialectFactory {
    static final String NAME = "mysql";

    private static final String JDBC = "jdbc:mysql:";

    /** For {@link java.util.ServiceLoader}. */
    public MysqlDialectFactory() {}

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
        return MysqlUrls.startsWith(jdbcUrl, JDBC) || MysqlUrls.startsWith(jdbcUrl, "jdbc:mysql+srv:");
    }

    @Override
    public boolean acceptsProduct(String productName) {
        return productName.equalsIgnoreCase(NAME);
    }

    /** This driver calls a MariaDB server MySQL as well: its version tells. */
    @Override
    public Optional<DatabaseVersion> recognize(DatabaseMetaData metaData) throws SQLException {
        return MariadbDialectFactory.isMariadb(metaData) ? Optional.empty() : DialectFactory.super.recognize(metaData);
    }

    @Override
    public String driverClass() {
        return "com.mysql.cj.jdbc.Driver";
    }

    @Override
    public String driverArtifact() {
        return "com.mysql:mysql-connector-j";
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return MysqlDialect.mysql(version);
    }
}
