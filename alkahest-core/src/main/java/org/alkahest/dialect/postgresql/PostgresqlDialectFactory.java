package org.alkahest.dialect.postgresql;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.DialectFactory;
import org.alkahest.dialect.ServerUrl;

/** PostgreSQL: {@code postgresql://user:password@host:5432/database?parameters}, or {@code postgres://…}. */
public final class PostgresqlDialectFactory implements DialectFactory {
    private static final String JDBC = "jdbc:postgresql:";

    /** For {@link java.util.ServiceLoader}. */
    public PostgresqlDialectFactory() {}

    @Override
    public String name() {
        return PostgresqlDialect.NAME;
    }

    @Override
    public Optional<JdbcUrl> fromShortUrl(String url) {
        return ServerUrl.parse(url, PostgresqlDialect.NAME, "postgres").map(PostgresqlDialectFactory::toJdbc);
    }

    private static JdbcUrl toJdbc(ServerUrl url) {
        // The driver decodes the database with URLDecoder.
        String database = URLEncoder.encode(url.database(), StandardCharsets.UTF_8);
        String parameters = url.parameters().isEmpty() ? "" : "?" + url.parameters();
        return new JdbcUrl(JDBC + "//" + url.hosts() + "/" + database + parameters, url.user(), url.password(), false);
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.regionMatches(true, 0, JDBC, 0, JDBC.length());
    }

    @Override
    public boolean acceptsProduct(String productName) {
        return productName.equalsIgnoreCase(PostgresqlDialect.NAME);
    }

    @Override
    public String driverClass() {
        return "org.postgresql.Driver";
    }

    @Override
    public String driverArtifact() {
        return "org.postgresql:postgresql";
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return new PostgresqlDialect(version);
    }
}
