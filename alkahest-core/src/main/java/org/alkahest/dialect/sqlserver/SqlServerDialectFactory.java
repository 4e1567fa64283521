package org.alkahest.dialect.sqlserver;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.DialectFactory;
import org.alkahest.dialect.ServerUrl;

/**
 * SQL Server: {@code sqlserver://user:password@host:1433/database?encrypt=true&trustServerCertificate=true}, or
 * {@code mssql://…}. Parameters are the driver's connection properties.
 */
public final class SqlServerDialectFactory implements DialectFactory {
    private static final String JDBC = "jdbc:sqlserver:";

    /** For {@link java.util.ServiceLoader}. */
    public SqlServerDialectFactory() {}

    @Override
    public String name() {
        return SqlServerDialect.NAME;
    }

    @Override
    public Optional<JdbcUrl> fromShortUrl(String url) {
        return ServerUrl.parse(url, SqlServerDialect.NAME, "mssql").map(SqlServerDialectFactory::toJdbc);
    }

    private static JdbcUrl toJdbc(ServerUrl url) {
        StringBuilder jdbc = new StringBuilder(JDBC + "//").append(url.hosts());
        if (!url.database().isEmpty()) {
            jdbc.append(";databaseName=").append(escaped(url.database()));
        }
        for (String parameter : url.parameters().split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                String value =
                        URLDecoder.decode(parameter.substring(equals + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
                jdbc.append(';').append(parameter, 0, equals + 1).append(escaped(value));
            }
        }
        return new JdbcUrl(jdbc.toString(), url.user(), url.password(), false);
    }

    /** Braces keep a value together ("Building the connection URL"); a closing one is doubled. */
    private static String escaped(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ';' || c == '{' || c == '}' || c == ' ');
        return plain ? value : "{" + value.replace("}", "}}") + "}";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.regionMatches(true, 0, JDBC, 0, JDBC.length());
    }

    @Override
    public boolean acceptsProduct(String productName) {
        return productName.equalsIgnoreCase("Microsoft SQL Server");
    }

    @Override
    public String driverClass() {
        return "com.microsoft.sqlserver.jdbc.SQLServerDriver";
    }

    @Override
    public String driverArtifact() {
        return "com.microsoft.sqlserver:mssql-jdbc";
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return new SqlServerDialect(version);
    }
}
