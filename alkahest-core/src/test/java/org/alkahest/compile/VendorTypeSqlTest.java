package org.alkahest.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.mysql.MysqlTypes;
import org.alkahest.dialect.oracle.OracleTypes;
import org.alkahest.dialect.postgresql.PostgresqlTypes;
import org.alkahest.dialect.sqlserver.SqlServerTypes;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.CustomOperator.Binding;
import org.alkahest.sql.Expression;
import org.alkahest.sql.VendorExpression;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.Vendor;
import org.alkahest.type.VendorType;
import org.junit.jupiter.api.Test;

/** The types of one database: their names in DDL and CAST there, and that all others refuse them. */
final class VendorTypeSqlTest {
    private enum Size {
        S,
        M
    }

    private static String ddl(Dialect dialect, SqlType<?> type) {
        Table table = Table.named("t").column("c", type).build();
        return String.join(";", dialect.ddlCompiler().create(MetaData.of(table), false, each -> false));
    }

    private static void check(Set<String> names, SqlType<?> type, String column, String cast) {
        for (Dialect dialect : SqlAssert.DIALECTS) {
            if (names.contains(SqlAssert.name(dialect))) {
                assertThat(ddl(dialect, type)).contains("c " + column).doesNotContain("c " + column + "(");
                assertThat(dialect.types().castType(type)).isEqualTo(cast);
            } else {
                assertThatThrownBy(() -> ddl(dialect, type))
                        .as("%s on %s", column, SqlAssert.name(dialect))
                        .isInstanceOf(UnsupportedFeatureException.class)
                        .hasMessageContaining("type " + column)
                        .hasMessageContaining(SqlAssert.name(dialect));
            }
        }
    }

    @Test
    void mysqlAndMariadb() {
        Set<String> both = Set.of("mysql", "mariadb");
        check(both, MysqlTypes.TINYINT_UNSIGNED, "TINYINT UNSIGNED", "UNSIGNED");
        check(both, MysqlTypes.BIGINT_UNSIGNED, "BIGINT UNSIGNED", "UNSIGNED");
        check(both, MysqlTypes.MEDIUMINT, "MEDIUMINT", "SIGNED");
        check(both, MysqlTypes.YEAR, "YEAR", "SIGNED");
        check(both, MysqlTypes.bit(8), "BIT(8)", "UNSIGNED");
        check(both, MysqlTypes.MEDIUMTEXT, "MEDIUMTEXT", "CHAR");
        check(both, MysqlTypes.TINYBLOB, "TINYBLOB", "BINARY");
        check(both, MysqlTypes.datetime(3), "DATETIME(3)", "DATETIME(3)");
        check(both, MysqlTypes.timestamp(0), "TIMESTAMP(0)", "DATETIME(0)");
        check(both, MysqlTypes.time(6), "TIME(6)", "TIME(6)");
        check(both, MysqlTypes.enumOf(Size.class), "ENUM('S', 'M')", "CHAR");
        check(both, MysqlTypes.setOf(Size.class), "SET('S', 'M')", "CHAR");
        check(Set.of("mariadb"), MysqlTypes.INET6, "INET6", "INET6");
    }

    @Test
    void postgresql() {
        Set<String> one = Set.of("postgresql");
        for (SqlType<?> type : List.of(
                PostgresqlTypes.INET,
                PostgresqlTypes.CIDR,
                PostgresqlTypes.MACADDR,
                PostgresqlTypes.MACADDR8,
                PostgresqlTypes.MONEY,
                PostgresqlTypes.CITEXT,
                PostgresqlTypes.JSONPATH,
                PostgresqlTypes.REGCLASS,
                PostgresqlTypes.OID,
                PostgresqlTypes.bit(3),
                PostgresqlTypes.varbit(3))) {
            check(one, type, type.toString(), type.toString());
        }
    }

    @Test
    void oracle() {
        Set<String> one = Set.of("oracle");
        check(one, OracleTypes.ROWID, "ROWID", "ROWID");
        check(one, OracleTypes.NCLOB, "NCLOB", "NCLOB");
        check(one, OracleTypes.DATE, "DATE", "DATE");
        check(one, OracleTypes.FLOAT, "FLOAT", "FLOAT");
        check(one, OracleTypes.nvarchar2(20), "NVARCHAR2(20)", "NVARCHAR2(20)");
        check(
                one,
                OracleTypes.TIMESTAMP_WITH_LOCAL_TIME_ZONE,
                "TIMESTAMP(6) WITH LOCAL TIME ZONE",
                "TIMESTAMP(6) WITH LOCAL TIME ZONE");
    }

    @Test
    void sqlServer() {
        Set<String> one = Set.of("sqlserver");
        check(one, SqlServerTypes.MONEY, "MONEY", "MONEY");
        check(one, SqlServerTypes.ROWVERSION, "ROWVERSION", "ROWVERSION");
        check(one, SqlServerTypes.XML, "XML", "XML");
        check(one, SqlServerTypes.DATETIME, "DATETIME", "DATETIME");
        check(one, SqlServerTypes.datetimeOffset(0), "DATETIMEOFFSET(0)", "DATETIMEOFFSET(0)");
        check(one, SqlServerTypes.datetime2(7), "DATETIME2(7)", "DATETIME2(7)");
        check(one, SqlServerTypes.varchar(8000), "VARCHAR(8000)", "VARCHAR(8000)");
    }

    @Test
    void thirdPartiesMakeTheirOwn() {
        VendorType point = VendorType.cast(Vendor.of("h2", "duckdb").since(2), "GEOMETRY(POINT)");
        check(Set.of("h2", "duckdb"), SqlTypes.vendor(point), "GEOMETRY(POINT)", "GEOMETRY(POINT)");
        assertThat(SqlTypes.vendor(point))
                .isEqualTo(SqlTypes.vendor(point))
                .isNotEqualTo(SqlTypes.OTHER)
                .hasToString("GEOMETRY(POINT)");
        assertThat(Vendor.of("b", "a").since(3)).hasToString("a and b from version 3 on");
    }

    @Test
    void countsTheFragmentsOfAVendorsExpression() {
        Vendor vendor = Vendor.of("xdb");
        assertThatThrownBy(() ->
                        new VendorExpression<>(vendor, List.of("f(", ")"), List.of(), SqlTypes.INTEGER, Binding.ATOM))
                .hasMessageContaining("ALK-1440");
        Expression<Integer> one = VendorExpression.word(vendor, "ONE", SqlTypes.INTEGER);
        assertThatThrownBy(() -> one.op("+", one, SqlTypes.INTEGER, Binding.ATOM))
                .hasMessageContaining("ALK-1142");
    }

    @Test
    void refusesSizesThatNoTypeHas() {
        Map<String, Runnable> wrong = Map.of(
                "DATETIME(7)", () -> MysqlTypes.datetime(7),
                "BIT(0)", () -> PostgresqlTypes.bit(0),
                "NVARCHAR2(0)", () -> OracleTypes.nvarchar2(0),
                "VARCHAR(8001)", () -> SqlServerTypes.varchar(8001));
        wrong.forEach((name, type) -> assertThatThrownBy(type::run)
                .isInstanceOfSatisfying(
                        AlkahestArgumentException.class,
                        e -> assertThat(e.code()).isEqualTo("ALK-1446"))
                .hasMessageContaining(name));
    }
}
