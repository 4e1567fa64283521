package org.alkahest.dialect;

import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.mergeInto;
import static org.alkahest.sql.Sql.oldValue;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.upper;
import static org.alkahest.sql.Sql.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ServiceLoader;
import org.alkahest.compile.CompiledSql;
import org.alkahest.dialect.sqlserver.SqlServerOptions;
import org.alkahest.dialect.sqlserver.SqlServerTypes;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.Table;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Statement;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Changes on SQL Server; there is no server to run them, so a grammar parses such elsewhere. */
final class SqlServerChangesSqlTest {
    private static final Dialect DIALECT = ServiceLoader.load(DialectFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(factory -> factory.name().equals("sqlserver"))
            .findFirst()
            .orElseThrow()
            .create(new DatabaseVersion("Microsoft SQL Server", 16, 0));
    private static final Goods GOODS = new Goods(null);
    private static final Stock STOCK = new Stock();

    private static String sql(Statement statement) {
        String sql = DIALECT.sqlCompiler().compile(statement).sql();
        CompiledSql.record("sqlserver", sql);
        return sql;
    }

    static final class Goods extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> code =
                column("code", SqlTypes.varchar(20), ColumnOptions.notNull().unique());
        final Column<Integer> price = column("price", SqlTypes.INTEGER);

        Goods(String alias) {
            super(null, "goods", alias);
        }

        @Override
        public Goods as(String alias) {
            return new Goods(alias);
        }
    }

    static final class Stock extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated(new Identity(true, 1, 1)));
        final Column<Integer> goodsId = column("goods_id", SqlTypes.INTEGER);
        final Column<Integer> pieces = column("pieces", SqlTypes.INTEGER);

        Stock() {
            super("stock");
        }
    }

    @Test
    void returnsByOutputInTheMiddle() {
        assertThat(sql(insert(GOODS).set(GOODS.code, "a").returning(GOODS.id)))
                .isEqualTo("INSERT INTO goods (code) OUTPUT INSERTED.id VALUES (?)");
        assertThat(sql(insert(GOODS).returning(GOODS.id)))
                .isEqualTo("INSERT INTO goods OUTPUT INSERTED.id DEFAULT VALUES");
        assertThat(sql(insert(GOODS)
                        .from(select(STOCK.pieces), GOODS.price)
                        .returning(upper(GOODS.code).as("big"))))
                .isEqualTo(
                        "INSERT INTO goods (price) OUTPUT upper(INSERTED.code) AS big SELECT stock.pieces FROM stock");
        assertThat(sql(update(GOODS).set(GOODS.price, 3).where(GOODS.id.eq(1)).returning(GOODS.price)))
                .isEqualTo("UPDATE goods SET price = ? OUTPUT INSERTED.price WHERE goods.id = ?");
        assertThat(sql(update(GOODS).set(GOODS.price, 3).returning(oldValue(GOODS.price))))
                .isEqualTo("UPDATE goods SET price = ? OUTPUT DELETED.price");
        assertThat(sql(delete(GOODS).where(GOODS.id.eq(1)).returning(GOODS.code)))
                .isEqualTo("DELETE FROM goods OUTPUT DELETED.code WHERE goods.id = ?");
    }

    @Test
    void namesOtherTablesInOutput() {
        assertThat(sql(update(GOODS)
                        .setTo(GOODS.price, STOCK.pieces)
                        .from(STOCK)
                        .where(STOCK.goodsId.eq(GOODS.id))
                        .returning(STOCK.pieces)))
                .isEqualTo("UPDATE goods SET price = stock.pieces OUTPUT stock.pieces FROM goods, stock"
                        + " WHERE stock.goods_id = goods.id");
    }

    @Test
    void namesTheTargetInFrom() {
        Goods alias = GOODS.as("g");
        assertThat(sql(update(alias).set(alias.price, 3).where(alias.id.eq(1))))
                .isEqualTo("UPDATE g SET price = ? FROM goods AS g WHERE g.id = ?");
        assertThat(sql(delete(alias).where(alias.id.eq(1)))).isEqualTo("DELETE g FROM goods AS g WHERE g.id = ?");
        assertThat(sql(delete(GOODS).using(STOCK).where(STOCK.goodsId.eq(GOODS.id))))
                .isEqualTo("DELETE goods FROM goods, stock WHERE stock.goods_id = goods.id");
    }

    @Test
    void switchesIdentityInsertOnForGivenKeysOnly() {
        assertThat(sql(insert(GOODS).set(GOODS.id, 7).set(GOODS.code, "a")))
                .isEqualTo("SET IDENTITY_INSERT goods ON; INSERT INTO goods (id, code) VALUES (?, ?);"
                        + " SET IDENTITY_INSERT goods OFF");
        assertThat(sql(insert(GOODS).set(GOODS.id, 7).returning(GOODS.id)))
                .isEqualTo("SET IDENTITY_INSERT goods ON; INSERT INTO goods (id) OUTPUT INSERTED.id VALUES (?);"
                        + " SET IDENTITY_INSERT goods OFF");
        assertThat(sql(insert(STOCK).set(STOCK.id, 7)))
                .as("a column that always numbers itself")
                .isEqualTo("INSERT INTO stock (id) VALUES (?)");
    }

    @Test
    void upsertsByMergeUnderALock() {
        assertThat(sql(insert(GOODS)
                        .set(GOODS.code, "a")
                        .set(GOODS.price, 3)
                        .onConflict(GOODS.code)
                        .doUpdate(change -> change.setExcluded(GOODS.price))
                        .returning(GOODS.id)))
                .isEqualTo("MERGE INTO goods WITH (HOLDLOCK) USING (VALUES (?, ?)) AS excluded (code, price)"
                        + " ON (goods.code = excluded.code) WHEN MATCHED THEN UPDATE SET price = excluded.price"
                        + " WHEN NOT MATCHED THEN INSERT (code, price) VALUES (excluded.code, excluded.price)"
                        + " OUTPUT INSERTED.id;");
    }

    @Test
    void endsMergeWithASemicolon() {
        assertThat(sql(mergeInto(GOODS)
                        .using(STOCK)
                        .on(STOCK.goodsId.eq(GOODS.id))
                        .whenMatched()
                        .thenUpdate(set -> set.setTo(GOODS.price, STOCK.pieces))
                        .whenNotMatchedBySource()
                        .thenDelete()))
                .isEqualTo("MERGE INTO goods USING stock ON (stock.goods_id = goods.id) WHEN MATCHED THEN"
                        + " UPDATE SET price = stock.pieces WHEN NOT MATCHED BY SOURCE THEN DELETE;");
    }

    @Test
    void insertsManyRowsFromADerivedTable() {
        Insert many = insert(GOODS).set(GOODS.code, "0");
        for (int i = 1; i < 1_001; i++) {
            many = many.nextRow().set(GOODS.code, "" + i);
        }
        assertThat(sql(many))
                .startsWith("INSERT INTO goods (code) SELECT * FROM (VALUES (?), (?), ")
                .endsWith(", (?)) AS v (c1)");
    }

    /** A table with triggers, which returns rows by way of a table variable; other dialects ignore that it has them. */
    static final class Audited extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> code = column("code", SqlTypes.varchar(20));
        final Column<byte[]> version = column("version", SqlServerTypes.ROWVERSION);
        final Column<String> ascii = column("ascii", SqlServerTypes.varchar(30));

        Audited(String alias) {
            super(null, "audited", alias);
            option(SqlServerOptions.triggers());
        }

        @Override
        public Audited as(String alias) {
            return new Audited(alias);
        }
    }

    private static final Audited AUDITED = new Audited(null);

    private static String returned(String types, String statement, String columns) {
        return "SET NOCOUNT ON; DECLARE @returned TABLE (" + types + "); " + statement + " SELECT " + columns
                + " FROM @returned; SET NOCOUNT OFF";
    }

    @Test
    void returnsByATableVariableWhereThereAreTriggers() {
        assertThat(sql(insert(AUDITED).set(AUDITED.code, "a").returning(AUDITED.id)))
                .isEqualTo(returned(
                        "c1 INTEGER",
                        "INSERT INTO audited (code) OUTPUT INSERTED.id INTO @returned VALUES (?);",
                        "c1"));
        assertThat(sql(insert(AUDITED).returning(AUDITED.id)))
                .isEqualTo(returned(
                        "c1 INTEGER", "INSERT INTO audited OUTPUT INSERTED.id INTO @returned DEFAULT VALUES;", "c1"));
        assertThat(sql(update(AUDITED)
                        .set(AUDITED.code, "b")
                        .where(AUDITED.id.eq(1))
                        .returning(row(oldValue(AUDITED.code), AUDITED.version, upper(AUDITED.ascii))
                                .as((code, version, ascii) -> code))))
                .isEqualTo(returned(
                        "c1 NVARCHAR(20), c2 BINARY(8), c3 NVARCHAR(30)",
                        "UPDATE audited SET code = ? OUTPUT DELETED.code, INSERTED.version, upper(INSERTED.ascii)"
                                + " INTO @returned WHERE audited.id = ?;",
                        "c1, c2, c3"));
        assertThat(sql(delete(AUDITED).where(AUDITED.id.eq(1)).returning(AUDITED.id)))
                .isEqualTo(returned(
                        "c1 INTEGER",
                        "DELETE FROM audited OUTPUT DELETED.id INTO @returned WHERE audited.id = ?;",
                        "c1"));
        Audited alias = AUDITED.as("a");
        assertThat(sql(delete(alias).where(alias.id.eq(1)).returning(alias.id)))
                .isEqualTo(returned(
                        "c1 INTEGER",
                        "DELETE a OUTPUT DELETED.id INTO @returned FROM audited AS a WHERE a.id = ?;",
                        "c1"));
        assertThat(sql(mergeInto(AUDITED)
                        .using(STOCK)
                        .on(STOCK.goodsId.eq(AUDITED.id))
                        .whenMatched()
                        .thenDelete()
                        .returning(oldValue(AUDITED.id))))
                .isEqualTo(returned(
                        "c1 INTEGER",
                        "MERGE INTO audited USING stock ON (stock.goods_id = audited.id) WHEN MATCHED THEN DELETE"
                                + " OUTPUT DELETED.id INTO @returned;",
                        "c1"));
    }

    @Test
    void putsNamedQueriesAndGivenKeysBehindTheTableVariable() {
        CommonTableExpression few = with("few", select(STOCK.goodsId));
        assertThat(sql(delete(AUDITED)
                        .where(AUDITED.id.in(select(few.column(STOCK.goodsId))))
                        .returning(AUDITED.id)))
                .isEqualTo(returned(
                        "c1 INTEGER",
                        "WITH few (goods_id) AS (SELECT stock.goods_id FROM stock) DELETE FROM audited OUTPUT"
                                + " DELETED.id INTO @returned WHERE audited.id IN (SELECT few.goods_id FROM few);",
                        "c1"));
        assertThat(sql(insert(AUDITED).set(AUDITED.id, 7).returning(AUDITED.id)))
                .isEqualTo(returned(
                        "c1 INTEGER",
                        "SET IDENTITY_INSERT audited ON; INSERT INTO audited (id) OUTPUT INSERTED.id INTO @returned"
                                + " VALUES (?); SET IDENTITY_INSERT audited OFF;",
                        "c1"));
        assertThat(sql(insert(AUDITED).set(AUDITED.code, "a")))
                .as("nothing is returned")
                .isEqualTo("INSERT INTO audited (code) VALUES (?)");
    }

    @Test
    void anAliasKeepsWhatTheTableIsToldOf() {
        Table told = Table.named("told")
                .column("id", SqlTypes.INTEGER)
                .option(SqlServerOptions.triggers())
                .build();
        Table alias = told.as("t");
        Column<Integer> id = alias.column("id", Integer.class);
        assertThat(sql(delete(alias).where(id.eq(1)).returning(id)))
                .isEqualTo(returned(
                        "c1 INTEGER",
                        "DELETE t OUTPUT DELETED.id INTO @returned FROM told AS t WHERE t.id = ?;",
                        "c1"));
    }

    @Test
    void aTableVariableWantsTheDigitsOfDecimals() {
        assertThatThrownBy(() -> sql(delete(AUDITED).returning(AUDITED.id.cast(SqlTypes.DECIMAL))))
                .hasMessageContaining("ALK-1390");
    }
}
