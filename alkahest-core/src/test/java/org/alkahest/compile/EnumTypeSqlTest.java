package org.alkahest.compile;

import static org.alkahest.compile.OptionAssert.assertWritten;
import static org.alkahest.compile.OptionAssert.on;
import static org.alkahest.compile.SqlAssert.DUCKDB;
import static org.alkahest.compile.SqlAssert.H2;
import static org.alkahest.compile.SqlAssert.MARIADB;
import static org.alkahest.compile.SqlAssert.MYSQL;
import static org.alkahest.compile.SqlAssert.ORACLE;
import static org.alkahest.compile.SqlAssert.POSTGRESQL;
import static org.alkahest.compile.SqlAssert.SQLITE;
import static org.alkahest.compile.SqlAssert.SQLSERVER;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.dialect.postgresql.Domain;
import org.alkahest.dialect.postgresql.PostgresqlOptions;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.DdlElement.CreateTable;
import org.alkahest.schema.DdlElement.CreateType;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.EnumType;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Types of a database's own: enumerated everywhere, named and domains on PostgreSQL. */
final class EnumTypeSqlTest {
    private enum OrderState {
        OPEN,
        PAID
    }

    private static final Table ORDERS = table("orders", SqlTypes.enumType(OrderState.class));
    private static final Column<OrderState> STATE = ORDERS.column("state", OrderState.class);

    private static Table table(String name, SqlType<OrderState> state) {
        return Table.named(name)
                .column("state", state, ColumnOptions.notNull().withDefault(OrderState.OPEN))
                .build();
    }

    @Test
    void enumeratesNativelyOrByACheck() {
        CreateTable create = new CreateTable(ORDERS, List.of());
        assertWritten(
                create,
                create,
                on(POSTGRESQL, "CREATE TABLE orders (state order_state DEFAULT 'OPEN' NOT NULL)"),
                on(H2, "CREATE TABLE orders (state ENUM('OPEN', 'PAID') DEFAULT 'OPEN' NOT NULL)"),
                on(DUCKDB, "CREATE TABLE orders (state ENUM('OPEN', 'PAID') DEFAULT 'OPEN' NOT NULL)"),
                on(MYSQL, "CREATE TABLE orders (state ENUM('OPEN', 'PAID') DEFAULT ('OPEN') NOT NULL)"),
                on(MARIADB, "CREATE TABLE orders (state ENUM('OPEN', 'PAID') DEFAULT ('OPEN') NOT NULL)"),
                on(
                        SQLITE,
                        "CREATE TABLE orders (state VARCHAR(4) DEFAULT 'OPEN' NOT NULL,"
                                + " CONSTRAINT ck_orders_state CHECK (state IN ('OPEN', 'PAID')))"),
                on(
                        ORACLE,
                        "CREATE TABLE orders (state VARCHAR2(4 CHAR) DEFAULT 'OPEN' NOT NULL,"
                                + " CONSTRAINT ck_orders_state CHECK (state IN ('OPEN', 'PAID')))"),
                on(
                        SQLSERVER,
                        "CREATE TABLE orders (state NVARCHAR(4) CONSTRAINT df_orders_state DEFAULT N'OPEN' NOT NULL,"
                                + " CONSTRAINT ck_orders_state CHECK (state IN (N'OPEN', N'PAID')))"));
    }

    @Test
    void comparesWithValues() {
        assertSql(
                select(STATE).where(STATE.eq(OrderState.PAID)),
                everywhere("SELECT orders.state FROM orders WHERE orders.state = ?", OrderState.PAID),
                SqlAssert.on(
                        "postgresql",
                        "SELECT orders.state FROM orders WHERE orders.state = CAST(? AS order_state)",
                        OrderState.PAID));
    }

    @Test
    void createsNamedTypesBeforeTheirTablesAndDropsThemAfter() {
        SqlType<OrderState> state =
                SqlTypes.enumType(OrderState.class, EnumType.named(OrderState.class, "app", "State"));
        MetaData metaData = MetaData.of(table("a", state), table("b", state));
        assertThat(POSTGRESQL.ddlCompiler().create(metaData, false, table -> false))
                .hasSize(3)
                .first()
                .isEqualTo("CREATE TYPE app.\"State\" AS ENUM ('OPEN', 'PAID')");
        assertThat(POSTGRESQL.ddlCompiler().create(metaData, true, table -> false))
                .first()
                .isEqualTo("DO 'BEGIN CREATE TYPE app.\"State\" AS ENUM (''OPEN'', ''PAID'');"
                        + " EXCEPTION WHEN duplicate_object THEN NULL; END'");
        assertThat(POSTGRESQL.ddlCompiler().create(metaData, true, table -> true))
                .isEmpty();
        assertThat(POSTGRESQL.ddlCompiler().drop(metaData, true, table -> true))
                .containsExactly("DROP TABLE b", "DROP TABLE a", "DROP TYPE IF EXISTS app.\"State\"");
        assertThat(POSTGRESQL.ddlCompiler().drop(metaData, true, table -> false))
                .isEmpty();
        for (var dialect : List.of(SQLITE, H2, DUCKDB, MYSQL, MARIADB, ORACLE, SQLSERVER)) {
            assertThat(dialect.ddlCompiler().create(metaData, false, table -> false))
                    .hasSize(2);
            CreateType create = new CreateType(EnumType.of(OrderState.class), false);
            assertThatThrownBy(() -> dialect.ddlCompiler().compile(create))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("order_state");
        }
    }

    @Test
    void refusesTwoTypesOfOneName() {
        SqlType<OrderState> other = SqlTypes.enumType(
                OrderState.class, new EnumType(null, "order_state", List.of("PAID", "OPEN", "it's\\")));
        MetaData metaData = MetaData.of(ORDERS, table("other", other));
        assertThatThrownBy(() -> POSTGRESQL.ddlCompiler().create(metaData, false, table -> false))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContainingAll("order_state", "other.state", "ALK-1324");
        assertThatThrownBy(() -> new EnumType(null, "none", List.of())).hasMessageContaining("ALK-1325");
    }

    @Test
    void escapesLabels() {
        SqlType<OrderState> type =
                SqlTypes.enumType(OrderState.class, new EnumType(null, "t\"", List.of("OPEN", "PAID", "it's\\")));
        Table table = Table.named("t").column("a", type).build();
        CreateTable create = new CreateTable(table, List.of());
        assertWritten(
                create,
                create,
                on(POSTGRESQL, "CREATE TABLE t (a \"t\"\"\")"),
                on(H2, "CREATE TABLE t (a ENUM('OPEN', 'PAID', 'it''s\\'))"),
                on(MYSQL, "CREATE TABLE t (a ENUM('OPEN', 'PAID', 'it''s\\\\'))"));
        assertThat(POSTGRESQL.ddlCompiler().create(MetaData.of(table), false, t -> false))
                .first()
                .isEqualTo("CREATE TYPE \"t\"\"\" AS ENUM ('OPEN', 'PAID', 'it''s\\')");
    }

    @Test
    void createsDomainsForOneDatabase() {
        Domain<Integer> pages = PostgresqlOptions.domain("pages", SqlTypes.INTEGER)
                .in("app")
                .required()
                .check(value -> value.gt(0).and(value.lt(9)));
        Table plain = Table.named("t").column("a", SqlTypes.INTEGER).build();
        Table told = Table.named("t")
                .column("a", SqlTypes.INTEGER, ColumnOptions.nullable().option(pages))
                .build();
        assertWritten(
                new CreateTable(plain, List.of()),
                new CreateTable(told, List.of()),
                on(POSTGRESQL, "CREATE TABLE t (a app.pages)"));
        assertThat(POSTGRESQL.ddlCompiler().create(MetaData.of(told), false, table -> false))
                .first()
                .isEqualTo("CREATE DOMAIN app.pages AS INTEGER NOT NULL CHECK ((VALUE) > 0 AND (VALUE) < 9)");
        assertThat(POSTGRESQL.ddlCompiler().drop(MetaData.of(told), false, table -> true))
                .containsExactly("DROP TABLE t", "DROP DOMAIN IF EXISTS app.pages");
    }
}
