package org.alkahest.engine;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.DialectFactory;
import org.alkahest.dialect.DialectFactory.JdbcUrl;
import org.alkahest.dialect.Dialects;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/** What a URL means: which dialect, which driver, which credentials. Asks the installed dialects; knows none itself. */
final class DatabaseUrls {
    private static final String JDBC = "jdbc:";
    private static final Pattern USER_INFO = Pattern.compile("//([^/:@?]*):[^?]*@");
    private static final Pattern SECRET = Pattern.compile("(?i)((?:password|passwd|passphrase|pwd|secret)\\s*=)[^&;]*");

    private DatabaseUrls() {}

    /** The JDBC URL that a user's URL stands for; errors with ALK-1001. */
    static JdbcUrl resolve(String url) {
        Objects.requireNonNull(url, "url is null");
        for (DialectFactory factory : Dialects.factories()) {
            Optional<JdbcUrl> found =
                    factory.acceptsJdbcUrl(url) ? Optional.of(factory.fromJdbcUrl(url)) : factory.fromShortUrl(url);
            if (found.isPresent()) {
                return found.get();
            }
        }
        if (url.startsWith(JDBC) && registeredDriver(url) != null) {
            return new JdbcUrl(url, null, null, false); // such as a tracing driver around another one
        }
        throw new AlkahestArgumentException(
                "ALK-1001",
                "Cannot create an engine for '" + masked(url) + "': no installed dialect knows such a URL. Use "
                        + Dialects.factories().stream()
                                .map(factory -> factory.name() + ":…")
                                .collect(Collectors.joining(", "))
                        + ", a JDBC URL of one of them, or a DataSource.");
    }

    /** The driver of a URL; errors with ALK-1002, naming what to add to the build. */
    static Driver driver(String jdbcUrl) {
        Driver registered = registeredDriver(jdbcUrl);
        if (registered != null) {
            return registered;
        }
        for (DialectFactory factory : Dialects.factories()) {
            if (factory.acceptsJdbcUrl(jdbcUrl)) {
                return load(factory, jdbcUrl);
            }
        }
        throw new IllegalStateException("resolve accepts no URL without a driver: " + masked(jdbcUrl));
    }

    private static Driver load(DialectFactory factory, String jdbcUrl) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            Class<?> type = Class.forName(factory.driverClass(), true, loader);
            return (Driver) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new AlkahestArgumentException(
                    "ALK-1002",
                    "Cannot create an engine for '" + masked(jdbcUrl) + "': its JDBC driver " + factory.driverClass()
                            + " is not on the class path. Add " + factory.driverArtifact()
                            + " to the build's dependencies.",
                    e);
        }
    }

    private static @Nullable Driver registeredDriver(String jdbcUrl) {
        try {
            return DriverManager.getDriver(jdbcUrl);
        } catch (SQLException e) {
            return null; // "no suitable driver" has no other form
        }
    }

    /** The credentials as the driver takes them. */
    static Properties properties(JdbcUrl url) {
        Properties properties = new Properties();
        if (url.user() != null) {
            properties.setProperty("user", url.user());
        }
        if (url.password() != null) {
            properties.setProperty("password", url.password());
        }
        return properties;
    }

    /** The dialect of the database behind a connection, at its version; errors with ALK-1005. */
    static Dialect detect(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        for (DialectFactory factory : Dialects.factories()) {
            Optional<DatabaseVersion> version = factory.recognize(metaData);
            if (version.isPresent()) {
                return factory.create(version.get());
            }
        }
        throw new AlkahestArgumentException(
                "ALK-1005",
                "Cannot use the database: it says it is " + metaData.getDatabaseProductName() + " "
                        + metaData.getDatabaseProductVersion()
                        + ", for which no dialect is installed, only "
                        + Dialects.factories().stream()
                                .map(DialectFactory::name)
                                .toList()
                        + ". Add a module that provides a DialectFactory for it.");
    }

    /** A URL without its passwords. */
    static String masked(String url) {
        String withoutUserInfo = USER_INFO.matcher(url).replaceAll("//$1:***@");
        return SECRET.matcher(withoutUserInfo).replaceAll("$1***");
    }
}
