package org.alkahest.dialect.h2;

import java.util.Locale;
import java.util.Optional;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.DialectFactory;

/**
 * H2: {@code h2:mem:name}, {@code h2:mem:}, {@code h2:file:./data}, {@code h2:tcp://host/~/data}: the driver's own URLs
 * without {@code jdbc:}. A named memory database lives until the program ends, unless {@code DB_CLOSE_DELAY} says
 * otherwise: it would vanish whenever the pool closes its last connection.
 */
public final class H2DialectFactory implements DialectFactory {
    private static final String SHORT = "h2:";
    private static final String JDBC = "jdbc:h2:";
    private static final String NAMELESS_MEMORY = "mem:";

    /** For {@link java.util.ServiceLoader}. */
    public H2DialectFactory() {}

    @Override
    public String name() {
        return H2Dialect.NAME;
    }

    @Override
    public Optional<JdbcUrl> fromShortUrl(String url) {
        if (!url.regionMatches(true, 0, SHORT, 0, SHORT.length())) {
            return Optional.empty();
        }
        String rest = url.substring(SHORT.length());
        boolean named = rest.toLowerCase(Locale.ROOT).startsWith(NAMELESS_MEMORY) && !isNamelessMemory(rest);
        boolean delayed = rest.toUpperCase(Locale.ROOT).contains(";DB_CLOSE_DELAY");
        return Optional.of(fromJdbcUrl(JDBC + rest + (named && !delayed ? ";DB_CLOSE_DELAY=-1" : "")));
    }

    @Override
    public JdbcUrl fromJdbcUrl(String jdbcUrl) {
        return new JdbcUrl(jdbcUrl, null, null, isNamelessMemory(jdbcUrl.substring(JDBC.length())));
    }

    /** Each connection to a memory database without a name has its own. */
    private static boolean isNamelessMemory(String rest) {
        String path = rest.toLowerCase(Locale.ROOT);
        return path.equals(NAMELESS_MEMORY) || path.startsWith(NAMELESS_MEMORY + ";");
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.regionMatches(true, 0, JDBC, 0, JDBC.length());
    }

    @Override
    public boolean acceptsProduct(String productName) {
        return productName.equalsIgnoreCase(H2Dialect.NAME);
    }

    @Override
    public String driverClass() {
        return "org.h2.Driver";
    }

    @Override
    public String driverArtifact() {
        return "com.h2database:h2";
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return new H2Dialect(version);
    }
}
