package org.alkahest.random;

import java.util.List;
import java.util.ServiceLoader;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.DialectFactory;

/** All dialects that statements are compiled for: each at its newest version, and some at the oldest. */
public final class Dialects {
    /** Oracle 19c, which lacks more than 23ai. */
    public static final Dialect ORACLE = of("oracle", "Oracle", 19, 0);

    /** Oracle 23ai. */
    public static final Dialect ORACLE_23 = of("oracle", "Oracle", 23, 0);

    /** SQL Server 2022. */
    public static final Dialect SQL_SERVER = of("sqlserver", "Microsoft SQL Server", 16, 0);

    /** SQL Server 2017. */
    public static final Dialect SQL_SERVER_2017 = of("sqlserver", "Microsoft SQL Server", 14, 0);

    /** Every dialect once or twice. */
    public static final List<Dialect> ALL = List.of(
            of("sqlite", "SQLite", 3, 54),
            of("h2", "H2", 2, 5),
            of("postgresql", "PostgreSQL", 18, 6),
            of("duckdb", "DuckDB", 2, 0),
            of("mysql", "MySQL", 9, 7),
            of("mariadb", "MariaDB", 10, 11),
            ORACLE,
            SQL_SERVER,
            of("postgresql", "PostgreSQL", 12, 0),
            of("mysql", "MySQL", 8, 0),
            of("mariadb", "MariaDB", 10, 6),
            ORACLE_23,
            SQL_SERVER_2017);

    private Dialects() {}

    private static Dialect of(String name, String product, int major, int minor) {
        return ServiceLoader.load(DialectFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.name().equals(name))
                .findFirst()
                .orElseThrow()
                .create(new DatabaseVersion(product, major, minor));
    }

    /** The dialect's name and version. */
    public static String name(Dialect dialect) {
        return dialect.traits().dialect() + " " + dialect.traits().version();
    }
}
