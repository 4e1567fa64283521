package org.alkahest.dialect;

import static org.alkahest.sql.Sql.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.ServiceLoader;
import org.alkahest.compile.CompileException;
import org.alkahest.compile.CompiledSql;
import org.alkahest.compile.Feature;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.DdlElement;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** DDL of SQL Server; there is no server to run it, so a grammar parses it elsewhere. */
final class SqlServerDdlTest {
    private static final Dialect DIALECT = at(16);

    private static Dialect at(int major) {
        return ServiceLoader.load(DialectFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.acceptsProduct("Microsoft SQL Server"))
                .findFirst()
                .orElseThrow()
                .create(new DatabaseVersion("Microsoft SQL Server", major, 0));
    }

    private static List<String> create(Table... tables) {
        List<String> all = DIALECT.ddlCompiler().create(MetaData.of(tables), false, table -> false);
        all.forEach(sql -> CompiledSql.record("sqlserver", sql));
        return all;
    }

    private static String compile(DdlElement element) {
        String sql = DIALECT.ddlCompiler().compile(element);
        CompiledSql.record("sqlserver", sql);
        return sql;
    }

    @Test
    void knowsWhatCameWithWhichVersion() {
        assertThat(at(14).traits().has(Feature.NAMED_WINDOWS)).isFalse();
        assertThat(at(16).traits().has(Feature.NAMED_WINDOWS)).isTrue();
        assertThat(at(999).traits().has(Feature.NAMED_WINDOWS)).isTrue();
        assertThat(at(12).traits().has(Feature.NAMED_WINDOWS)).as("the cloud's").isTrue();
    }

    @Test
    void createsTables() {
        Table table = Table.named("students")
                .column("id", SqlTypes.BIGINT, ColumnOptions.primaryKey().generated())
                .column("name", SqlTypes.TEXT, ColumnOptions.notNull())
                .column("city", SqlTypes.varchar(80), ColumnOptions.nullable().unique())
                .column("user", SqlTypes.BOOLEAN, ColumnOptions.notNull().withDefault(true))
                .build();
        assertThat(create(table)).containsExactly("""
            CREATE TABLE students (
                id BIGINT IDENTITY(1, 1) NOT NULL,
                name NVARCHAR(MAX) NOT NULL,
                city NVARCHAR(80),
                "user" BIT CONSTRAINT df_students_user DEFAULT 1 NOT NULL,
                CONSTRAINT pk_students PRIMARY KEY (id),
                CONSTRAINT uq_students_city UNIQUE (city)
            )\
            """);
    }

    @Test
    void namesEveryType() {
        Table table = Table.named("t")
                .column("a", SqlTypes.SMALLINT)
                .column("b", SqlTypes.REAL)
                .column("c", SqlTypes.DOUBLE)
                .column("d", SqlTypes.decimal(12, 2))
                .column("e", SqlTypes.character(4))
                .column("f", SqlTypes.varchar(4000))
                .column("g", SqlTypes.varchar(4001))
                .column("h", SqlTypes.BINARY)
                .column("i", SqlTypes.binary(8000))
                .column("j", SqlTypes.DATE)
                .column("k", SqlTypes.TIME)
                .column("l", SqlTypes.TIMESTAMP)
                .column("m", SqlTypes.INSTANT)
                .column("n", SqlTypes.UUID)
                .build();
        assertThat(create(table)).containsExactly("""
            CREATE TABLE t (
                a SMALLINT,
                b REAL,
                c FLOAT(53),
                d DECIMAL(12, 2),
                e NCHAR(4),
                f NVARCHAR(4000),
                g NVARCHAR(MAX),
                h VARBINARY(MAX),
                i VARBINARY(8000),
                j DATE,
                k TIME(6),
                l DATETIME2(6),
                m DATETIMEOFFSET(6),
                n UNIQUEIDENTIFIER
            )\
            """);
    }

    @Test
    void refusesDecimalsThatWouldBeRounded() {
        Table table = Table.named("t").column("a", SqlTypes.DECIMAL).build();
        assertThatThrownBy(() -> create(table))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("precision")
                .hasMessageEndingWith("[ALK-1390]");
    }

    @Test
    void asksForTheLengthOfWhatIsIndexed() {
        Table table = new Table("t") {
            {
                constraint(new Constraint.Unique(null, List.of(column("a", SqlTypes.TEXT))));
            }
        };
        assertThatThrownBy(() -> create(table)).hasMessageContainingAll("'t.a'", "ALK-1323");
        Table indexed = Table.named("t").column("a", SqlTypes.BINARY).build();
        Index index = new Index(null, List.of(indexed.column("a").asc()), false);
        assertThatThrownBy(() -> compile(new DdlElement.CreateIndex(indexed, index)))
                .hasMessageContainingAll("'t.a'", "ALK-1323");
    }

    @Test
    void writesDefaultsChecksAndComputedColumns() {
        Table table = new Table("t") {
            {
                Column<Integer> a = column("a", SqlTypes.INTEGER, ColumnOptions.notNull());
                column("b", SqlTypes.INTEGER, ColumnOptions.notNull().computed(new Computed("a * 2", true)));
                column("c", SqlTypes.INTEGER, ColumnOptions.notNull().computed(new Computed("a * 3", false)));
                column("d", SqlTypes.TIMESTAMP, ColumnOptions.nullable().withDefaultSql("SYSDATETIME()"));
                column(
                        "e",
                        SqlTypes.TIMESTAMP,
                        ColumnOptions.nullable().withDefault(LocalDateTime.of(2026, 3, 29, 2, 30)));
                column("f", SqlTypes.BINARY, ColumnOptions.nullable().withDefault(new byte[] {1, (byte) 0xab}));
                column("g", SqlTypes.TEXT, ColumnOptions.nullable().withDefault("it's C:\\\nx"));
                column("h", SqlTypes.INTEGER, ColumnOptions.notNull().generated(new Identity(true, 5, 10)));
                constraint(new Constraint.Check(null, a.gt(0).and(raw("b < 9", SqlTypes.BOOLEAN))));
            }
        };
        assertThat(create(table)).containsExactly("""
            CREATE TABLE t (
                a INTEGER NOT NULL,
                b AS (a * 2) PERSISTED NOT NULL,
                c AS (a * 3),
                d DATETIME2(6) CONSTRAINT df_t_d DEFAULT (SYSDATETIME()),
                e DATETIME2(6) CONSTRAINT df_t_e DEFAULT CAST('2026-03-29T02:30:00.000000' AS DATETIME2(6)),
                f VARBINARY(MAX) CONSTRAINT df_t_f DEFAULT 0x01ab,
                g NVARCHAR(MAX) CONSTRAINT df_t_g DEFAULT (N'it''s C:\\' + N'
            x'),
                h INTEGER IDENTITY(5, 10) NOT NULL,
                CONSTRAINT ck_t_1 CHECK (a > 0 AND (b < 9))
            )\
            """);
    }

    @Test
    void refersWithoutRestrict() {
        Table parent = Table.named("parent")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .build();
        Table child = new Table("child") {
            {
                Column<Integer> a = column("a", SqlTypes.INTEGER);
                foreignKey(new ForeignKey(
                        null,
                        List.of(a),
                        () -> List.of(parent.column("id")),
                        ForeignKey.Action.RESTRICT,
                        ForeignKey.Action.CASCADE));
            }
        };
        assertThat(create(parent, child).get(1)).isEqualTo("""
            CREATE TABLE child (
                a INTEGER,
                CONSTRAINT fk_child_a_parent FOREIGN KEY (a) REFERENCES parent (id) ON UPDATE CASCADE
            )\
            """);
    }

    @Test
    void createsAndDropsIndexes() {
        Table table = Table.named("t").column("a", SqlTypes.varchar(20)).build();
        Index index = new Index(null, List.of(table.column("a").desc()), true);
        assertThat(compile(new DdlElement.CreateIndex(table, index)))
                .isEqualTo("CREATE UNIQUE INDEX ix_t_a ON t (a DESC)");
        assertThat(compile(new DdlElement.DropIndex(table, index))).isEqualTo("DROP INDEX ix_t_a ON t");
        Index computed = new Index("i", List.of(raw("a + 'x'", SqlTypes.TEXT).asc()), false);
        assertThatThrownBy(() -> compile(new DdlElement.CreateIndex(table, computed)))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("computed column");
        Index nulls = new Index("i", List.of(table.column("a").asc().nullsLast()), false);
        assertThatThrownBy(() -> compile(new DdlElement.CreateIndex(table, nulls)))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void commentsByExtendedProperties() {
        Table table = Table.named("t").column("a", SqlTypes.TEXT).build();
        assertThat(compile(new DdlElement.CommentOnColumn(table.column("a"), "it's")))
                .isEqualTo("DECLARE @schema sysname = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name ="
                        + " N'MS_Description', @value = N'it''s', @level0type = N'SCHEMA', @level0name ="
                        + " @schema, @level1type = N'TABLE', @level1name = N't', @level2type = N'COLUMN',"
                        + " @level2name = N'a'");
    }
}
