package org.alkahest.dialect;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.compile.CompiledSql;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.sqlserver.SqlServerDialectFactory;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.DdlElement;
import org.alkahest.schema.Index;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Sequence;
import org.alkahest.schema.Table;
import org.alkahest.sql.Statement;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Schemas of other databases on SQL Server: {@code db.dbo}. */
final class SqlServerSchemaNameTest {
    private static final Dialect DIALECT =
            new SqlServerDialectFactory().create(new DatabaseVersion("Microsoft SQL Server", 16, 0));

    private static Table table(String schema, String name) {
        return Table.named(schema, name)
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated())
                .column("parent_id", SqlTypes.INTEGER, ColumnOptions.nullable().comment("whose it is"))
                .comment("things")
                .build();
    }

    private static String sql(Statement statement) {
        String sql = DIALECT.sqlCompiler().compile(statement).sql();
        CompiledSql.record("sqlserver", sql);
        return sql;
    }

    private static String from(String schema) {
        return sql(select(table(schema, "t").as("x").column("id", Integer.class)))
                .replace("SELECT x.id FROM ", "")
                .replace(" AS x", "");
    }

    @Test
    void theLastDotOutsideOfDelimitersSeparatesDatabaseAndSchema() {
        assertThat(from("dbo")).isEqualTo("dbo.t");
        assertThat(from("shop.dbo")).isEqualTo("shop.dbo.t");
        assertThat(from("Shop.Dbo")).isEqualTo("\"Shop\".\"Dbo\".t");
        assertThat(from("my.shop.dbo")).isEqualTo("\"my.shop\".dbo.t");
        assertThat(from("[my.shop].dbo")).isEqualTo("\"my.shop\".dbo.t");
        assertThat(from("\"my.shop\".\"a.b\"")).isEqualTo("\"my.shop\".\"a.b\".t");
        assertThat(from("[my.schema]")).isEqualTo("\"my.schema\".t");
        assertThat(from("[a]]b].[c d]")).isEqualTo("\"a]b\".\"c d\".t");
    }

    @Test
    void statementsNameTheDatabase() {
        Table table = table("shop.dbo", "goods");
        assertThat(sql(insert(table).set(table.column("id", Integer.class), 7)))
                .isEqualTo("SET IDENTITY_INSERT shop.dbo.goods ON; INSERT INTO shop.dbo.goods (id) VALUES (?);"
                        + " SET IDENTITY_INSERT shop.dbo.goods OFF");
    }

    @Test
    void ddlNamesTheDatabase() {
        Table table = table("shop.dbo", "goods");
        List<String> created = DIALECT.ddlCompiler().create(MetaData.of(table), false, t -> false);
        assertThat(created.get(0)).startsWith("CREATE TABLE shop.dbo.goods (");
        assertThat(created.get(1))
                .isEqualTo("EXEC shop.sys.sp_addextendedproperty @name = N'MS_Description', @value = N'things',"
                        + " @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE',"
                        + " @level1name = N'goods'");
        Index index = new Index("ix", List.of(table.column("parent_id").asc()), false);
        assertThat(DIALECT.ddlCompiler().compile(new DdlElement.CreateIndex(table, index)))
                .isEqualTo("CREATE INDEX ix ON shop.dbo.goods (parent_id)");
        assertThat(DIALECT.ddlCompiler().compile(new DdlElement.DropIndex(table, index)))
                .isEqualTo("DROP INDEX ix ON shop.dbo.goods");
    }

    @Test
    void foreignKeysStayWithinTheirDatabase() {
        Table parent = table("shop.sales", "parents");
        Table child = Table.named("shop.dbo", "children")
                .column("parent_id", SqlTypes.INTEGER)
                .foreignKey("parent_id", () -> parent.column("id"))
                .build();
        assertThat(DIALECT.ddlCompiler()
                        .create(MetaData.of(child), false, t -> true)
                        .get(0))
                .contains("FOREIGN KEY (parent_id) REFERENCES sales.parents (id)");
        Table stranger = Table.named("dbo", "strangers")
                .column("parent_id", SqlTypes.INTEGER)
                .foreignKey("parent_id", () -> parent.column("id"))
                .build();
        assertThatThrownBy(() -> DIALECT.ddlCompiler().create(MetaData.of(stranger), false, t -> true))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("another database");
    }

    @Test
    void whatCannotNameADatabaseIsRefused() {
        for (DdlElement element : List.of(
                new DdlElement.CreateSchema("shop.sales"),
                new DdlElement.DropSchema("shop.sales"),
                new DdlElement.CreateSequence(Sequence.named("shop.sales", "numbers")))) {
            assertThatThrownBy(() -> DIALECT.ddlCompiler().compile(element))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("'shop'");
        }
        assertThat(DIALECT.ddlCompiler().compile(new DdlElement.CreateSchema("[shop.sales]")))
                .isEqualTo("CREATE SCHEMA \"shop.sales\"");
    }
}
