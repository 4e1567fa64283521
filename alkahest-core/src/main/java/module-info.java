/** SQL expression language, schema, dialects and engine. */
module org.alkahest.core {
    requires transitive java.sql;
    requires static transitive org.jspecify;
    requires static org.xerial.sqlitejdbc;
    requires static tools.jackson.databind;
    requires com.zaxxer.hikari;
    requires org.slf4j;

    exports org.alkahest.type;
    exports org.alkahest.sql;
    exports org.alkahest.schema;
    exports org.alkahest.compile;
    exports org.alkahest.reflect;
    exports org.alkahest.dialect;
    exports org.alkahest.dialect.mysql;
    exports org.alkahest.dialect.oracle;
    exports org.alkahest.dialect.postgresql;
    exports org.alkahest.dialect.sqlite;
    exports org.alkahest.dialect.sqlserver;
    exports org.alkahest.engine;

    uses org.alkahest.dialect.DialectFactory;

    provides org.alkahest.dialect.DialectFactory with
            org.alkahest.dialect.duckdb.DuckdbDialectFactory,
            org.alkahest.dialect.h2.H2DialectFactory,
            org.alkahest.dialect.mysql.MariadbDialectFactory,
            org.alkahest.dialect.mysql.MysqlDialectFactory,
            org.alkahest.dialect.oracle.OracleDialectFactory,
            org.alkahest.dialect.postgresql.PostgresqlDialectFactory,
            org.alkahest.dialect.sqlite.SqliteDialectFactory,
            org.alkahest.dialect.sqlserver.SqlServerDialectFactory;
}
