package org.alkahest.dialect.oracle;

import java.util.Optional;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.DialectFactory;
import org.alkahest.dialect.ServerUrl;

/** Oracle: {@code oracle://user:password@host:1521/service?parameters}; parameters are those of Easy Connect Plus. */
public final class OracleDialectFactory implements DialectFactory {
    private static final String JDBC = "jdbc:oracle:";

    /** For {@link java.util.ServiceLoader}. */
    public OracleDialectFactory() {}

    @Override
    public String name() {
        return OracleDialect.NAME;
    }

    @Override
    public Optional<JdbcUrl> fromShortUrl(String url) {
        return ServerUrl.parse(url, OracleDialect.NAME).map(OracleDialectFactory::toJdbc);
    }

    private static JdbcUrl toJdbc(ServerUrl url) {
        String parameters = url.parameters().isEmpty() ? "" : "?" + url.parameters();
        String service = url.database().isEmpty() ? "" : "/" + url.database();
        return new JdbcUrl(JDBC + "thin:@//" + url.hosts() + service + parameters, url.user(), url.password(), false);
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.regionMatches(true, 0, JDBC, 0, JDBC.length());
    }

    @Override
    public boolean acceptsProduct(String productName) {
        return productName.equalsIgnoreCase(OracleDialect.NAME);
    }

    @Override
    public String driverClass() {
        return "oracle.jdbc.OracleDriver";
    }

    @Override
    public String driverArtifact() {
        return "com.oracle.database.jdbc:ojdbc17";
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return new OracleDialect(version);
    }
}
