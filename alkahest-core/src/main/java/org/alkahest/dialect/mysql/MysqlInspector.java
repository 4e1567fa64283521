package org.alkahest.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.Inspector;
import org.alkahest.reflect.Lookup;
import org.alkahest.reflect.ReflectedTable;
import org.jspecify.annotations.Nullable;

/**
 * Looks into INFORMATION_SCHEMA (https://dev.mysql.com/doc/refman/9.7/en/information-schema.html; MariaDB 10.11,
 * "Information Schema"), in which a schema is a database. Names compare as table names do, by case or not as the server's
 * file system has it. Temporary tables are not in it: only SHOW CREATE TABLE tells of one. Where AUTO_INCREMENT stands may
 * be a day old on MySQL, which keeps statistics (information_schema_stats_expiry).
 */
final class MysqlInspector implements Inspector {
    static final Inspector MYSQL = new MysqlInspector(MysqlText.MYSQL);
    static final Inspector MARIADB = new MysqlInspector(MysqlText.MARIADB);

    private final MysqlText texts;

    private MysqlInspector(MysqlText texts) {
        this.texts = texts;
    }

    @Override
    public List<String> schemaNames(Connection connection) throws SQLException {
        return CatalogQuery.of("SELECT schema_name FROM information_schema.schemata WHERE lower(schema_name) NOT IN"
                        + " ('information_schema', 'mysql', 'performance_schema', 'sys') ORDER BY schema_name")
                .strings(connection);
    }

    /** The database of the URL, or null if it names none. */
    @Override
    @Nullable
    public String defaultSchema(Connection connection) throws SQLException {
        return CatalogQuery.of("SELECT database()").strings(connection).get(0);
    }

    @Override
    public List<String> names(Connection connection, Lookup lookup) throws SQLException {
        return MysqlReflection.objects("x.table_name", lookup).strings(connection);
    }

    /** MariaDB has them; in MySQL there are none. */
    @Override
    public List<String> sequenceNames(Connection connection, @Nullable String schema) throws SQLException {
        return CatalogQuery.of(
                        "SELECT table_name FROM information_schema.tables WHERE table_type = 'SEQUENCE' AND"
                                + " table_schema = " + (schema == null ? "database()" : "?") + " ORDER BY table_name",
                        schema == null ? new Object[0] : new Object[] {schema})
                .strings(connection);
    }

    @Override
    public List<ReflectedTable> tables(Connection connection, Lookup lookup) throws SQLException {
        return new MysqlReflection(connection, texts, lookup).read();
    }

    @Override
    public boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException {
        return CatalogQuery.of(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = coalesce(?, database())"
                                + " AND table_name = ?",
                        schema,
                        table)
                .hasRow(connection);
    }
}
