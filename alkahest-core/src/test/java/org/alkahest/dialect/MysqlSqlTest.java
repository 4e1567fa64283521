package org.alkahest.dialect;

import static org.alkahest.sql.Sql.coalesce;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.exists;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.lower;
import static org.alkahest.sql.Sql.max;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.ServiceLoader;
import org.alkahest.compile.CompileException;
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
import org.alkahest.sql.Locking;
import org.alkahest.sql.Statement;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** What MySQL and MariaDB write in another way than the standard does. */
final class MysqlSqlTest {
    private static final Dialect MYSQL = at("mysql", 9, 7);
    private static final Dialect MARIADB = at("mariadb", 11, 8);
    private static final Notes NOTES = new Notes(null);

    private static Dialect at(String name, int major, int minor) {
        return ServiceLoader.load(DialectFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.name().equals(name))
                .findFirst()
                .orElseThrow()
                .create(new DatabaseVersion(name, major, minor));
    }

    private static void both(Statement statement, String sql) {
        assertThat(sql(MYSQL, statement)).isEqualTo(sql);
        assertThat(sql(MARIADB, statement)).isEqualTo(sql);
    }

    private static String sql(Dialect dialect, Statement statement) {
        return dialect.sqlCompiler().compile(statement).sql();
    }

    private static List<String> create(Dialect dialect, Table... tables) {
        return dialect.ddlCompiler().create(MetaData.of(tables), false, table -> false);
    }

    @Test
    void quotesWithBackticks() {
        Table table = Table.named("Order").column("a`b", SqlTypes.INTEGER).build();
        both(select(table.column("a`b")), "SELECT `Order`.`a``b` FROM `Order`");
    }

    @Test
    void concatenatesDividesAndComparesInWordsOfItsOwn() {
        both(
                select(NOTES.text.concat("!").concat(NOTES.id))
                        .where(NOTES.id.dividedBy(2).eq(1)),
                "SELECT concat(notes.body, ?, notes.id) FROM notes WHERE notes.id DIV ? = ?");
        both(
                select(NOTES.id.dividedBy(2).times(3)).where(NOTES.text.isDistinctFrom("a")),
                "SELECT notes.id DIV ? * ? FROM notes WHERE NOT (notes.body <=> ?)");
        both(
                select(NOTES.id).where(NOTES.text.isNotDistinctFrom("a")),
                "SELECT notes.id FROM notes WHERE notes.body <=> ?");
        both(
                select(NOTES.id).where(NOTES.text.ilike("a%")),
                "SELECT notes.id FROM notes WHERE lower(notes.body) LIKE lower(?)");
    }

    @Test
    void placesNullsByASortKeyOfTheirOwn() {
        both(
                select(NOTES.id).orderBy(NOTES.text.desc().nullsFirst()),
                "SELECT notes.id FROM notes ORDER BY CASE WHEN notes.body IS NULL THEN 0 ELSE 1 END, notes.body DESC");
        both(
                select(NOTES.id).orderBy(NOTES.text.asc().nullsLast()),
                "SELECT notes.id FROM notes ORDER BY CASE WHEN notes.body IS NULL THEN 1 ELSE 0 END, notes.body");
        both(
                select(NOTES.id)
                        .orderBy(NOTES.text.asc().nullsFirst(), NOTES.id.desc().nullsLast()),
                "SELECT notes.id FROM notes ORDER BY notes.body, notes.id DESC");
    }

    @Test
    void placesNullsAfterASetOperationByTheNameOfItsColumn() {
        var named = NOTES.text.as("x");
        both(
                select(named).union(select(NOTES.text)).orderBy(named.asc().nullsLast()),
                "SELECT notes.body AS x FROM notes UNION SELECT notes.body FROM notes ORDER BY CASE WHEN x IS NULL"
                        + " THEN 1 ELSE 0 END, x");
        var unnamed = lower(NOTES.text);
        Statement union =
                select(unnamed).union(select(NOTES.text)).orderBy(unnamed.asc().nullsLast());
        assertThatThrownBy(() -> sql(MYSQL, union))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("label");
    }

    @Test
    void limitsAlsoWhereOnlyAnOffsetIsGiven() {
        both(select(NOTES.id).limit(5).offset(2), "SELECT notes.id FROM notes LIMIT ? OFFSET ?");
        both(select(NOTES.id).offset(2), "SELECT notes.id FROM notes LIMIT 18446744073709551615 OFFSET ?");
        both(
                select(NOTES.id)
                        .where(NOTES.id.in(select(NOTES.id).orderBy(NOTES.id).limit(1))),
                "SELECT notes.id FROM notes WHERE notes.id IN (SELECT * FROM (SELECT notes.id FROM notes ORDER BY"
                        + " notes.id LIMIT ?) AS limited)");
    }

    @Test
    void groupsByThePositionOfWhatHasParameters() {
        both(
                select(coalesce(NOTES.text, "none"), count()).groupBy(coalesce(NOTES.text, "none")),
                "SELECT coalesce(notes.body, ?), count(*) FROM notes GROUP BY coalesce(notes.body, ?)");
        var text = coalesce(NOTES.text, "none");
        both(select(text, count()).groupBy(text), "SELECT coalesce(notes.body, ?), count(*) FROM notes GROUP BY 1");
    }

    @Test
    void castsToTheTypesOfCast() {
        String[] names = {
            "SIGNED",
            "SIGNED",
            "FLOAT",
            "DOUBLE",
            "DECIMAL(12, 2)",
            "DECIMAL(65, 30)",
            "CHAR",
            "CHAR(20)",
            "BINARY",
            "DATE",
            "TIME(6)",
            "DATETIME(6)",
            "DATETIME(6)"
        };
        List<SqlType<?>> types = List.of(
                SqlTypes.BOOLEAN,
                SqlTypes.BIGINT,
                SqlTypes.REAL,
                SqlTypes.DOUBLE,
                SqlTypes.decimal(12, 2),
                SqlTypes.DECIMAL,
                SqlTypes.TEXT,
                SqlTypes.varchar(20),
                SqlTypes.BINARY,
                SqlTypes.DATE,
                SqlTypes.TIME,
                SqlTypes.TIMESTAMP,
                SqlTypes.INSTANT);
        for (int i = 0; i < names.length; i++) {
            both(select(NOTES.text.cast(types.get(i))), "SELECT CAST(notes.body AS " + names[i] + ") FROM notes");
        }
        assertThat(sql(MYSQL, select(NOTES.text.cast(SqlTypes.UUID)))).contains("AS CHAR(36))");
        assertThat(sql(MARIADB, select(NOTES.text.cast(SqlTypes.UUID)))).contains("AS UUID)");
    }

    @Test
    void insertsNothingButDefaults() {
        both(insert(NOTES), "INSERT INTO notes () VALUES ()");
    }

    @Test
    void readsACopyOfTheTableThatIsChanged() {
        Notes other = NOTES.as("other");
        Statement delete = delete(NOTES).where(NOTES.id.in(select(other.id).where(other.text.isNull())));
        assertThat(sql(MYSQL, delete))
                .isEqualTo("DELETE FROM notes WHERE notes.id IN (SELECT other.id FROM (SELECT * FROM notes LIMIT"
                        + " 18446744073709551615) AS other WHERE other.body IS NULL)");
        assertThat(sql(MARIADB, delete))
                .isEqualTo(
                        "DELETE FROM notes WHERE notes.id IN (SELECT other.id FROM notes AS other WHERE other.body IS"
                                + " NULL)");
        Notes third = NOTES.as("third");
        both(
                delete(NOTES)
                        .using(third)
                        .where(third.id.eq(NOTES.id))
                        .where(NOTES.id.in(select(other.id).where(other.text.isNull()))),
                "DELETE notes FROM notes, notes AS third WHERE third.id = notes.id AND notes.id IN (SELECT"
                        + " other.id FROM (SELECT * FROM notes LIMIT 18446744073709551615) AS other WHERE other.body IS"
                        + " NULL)");
        Statement update = update(NOTES)
                .setTo(NOTES.id, select(max(other.id)).asScalar())
                .where(exists(select(other.id).where(other.id.gt(NOTES.id))));
        assertThat(sql(MYSQL, update))
                .isEqualTo("UPDATE notes SET id = (SELECT max(other.id) FROM (SELECT * FROM notes LIMIT"
                        + " 18446744073709551615) AS other) WHERE EXISTS (SELECT other.id FROM (SELECT * FROM notes"
                        + " LIMIT 18446744073709551615) AS other WHERE other.id > notes.id)");
        both(
                insert(NOTES).from(select(max(NOTES.id)), NOTES.id),
                "INSERT INTO notes (id) SELECT max(notes.id) FROM notes");
    }

    @Test
    void deletesFromAnAlias() {
        Notes n = NOTES.as("n");
        assertThat(sql(MYSQL, delete(n).where(n.id.eq(1)))).isEqualTo("DELETE FROM notes AS n WHERE n.id = ?");
        assertThat(sql(MARIADB, delete(n).where(n.id.eq(1)))).isEqualTo("DELETE n FROM notes AS n WHERE n.id = ?");
    }

    @Test
    void locks() {
        both(
                select(NOTES.id).lock(Locking.forUpdate().skipLocked()),
                "SELECT notes.id FROM notes FOR UPDATE SKIP LOCKED");
        assertThat(sql(MYSQL, select(NOTES.id).forShare())).endsWith(" FOR SHARE");
        assertThat(sql(MARIADB, select(NOTES.id).forShare())).endsWith(" LOCK IN SHARE MODE");
    }

    @Test
    void returnsRowsOnMariadbButNotOfUpdates() {
        assertThat(sql(MARIADB, insert(NOTES).set(NOTES.text, "a").returning(NOTES.id)))
                .isEqualTo("INSERT INTO notes (body) VALUES (?) RETURNING id");
        assertThat(sql(MARIADB, delete(NOTES).returning(NOTES.id))).isEqualTo("DELETE FROM notes RETURNING id");
        Statement update = update(NOTES).set(NOTES.text, "a").returning(NOTES.id);
        assertThatThrownBy(() -> sql(MARIADB, update)).isInstanceOf(UnsupportedFeatureException.class);
        assertThatThrownBy(() -> sql(MYSQL, delete(NOTES).returning(NOTES.id)))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("mysql 9.7");
    }

    @Test
    void namesTypes() {
        Table table = Table.named("t")
                .column("a", SqlTypes.BOOLEAN)
                .column("b", SqlTypes.REAL)
                .column("c", SqlTypes.DOUBLE)
                .column("d", SqlTypes.decimal(12, 2))
                .column("e", SqlTypes.DECIMAL)
                .column("f", SqlTypes.character(4))
                .column("g", SqlTypes.varchar(16_383))
                .column("h", SqlTypes.varchar(16_384))
                .column("i", SqlTypes.TEXT)
                .column("j", SqlTypes.BINARY)
                .column("k", SqlTypes.binary(16))
                .column("l", SqlTypes.TIME)
                .column("m", SqlTypes.TIMESTAMP)
                .column("n", SqlTypes.INSTANT)
                .column("o", SqlTypes.UUID)
                .build();
        assertThat(create(MYSQL, table)).containsExactly("""
            CREATE TABLE t (
                a BOOLEAN,
                b DOUBLE,
                c DOUBLE,
                d DECIMAL(12, 2),
                e DECIMAL(65, 30),
                f CHAR(4),
                g VARCHAR(16383),
                h LONGTEXT,
                i LONGTEXT,
                j LONGBLOB,
                k VARBINARY(16),
                l TIME(6),
                m DATETIME(6),
                n DATETIME(6),
                o CHAR(36)
            )\
            """);
        assertThat(create(MARIADB, table).get(0)).endsWith("    o UUID\n)");
        assertThat(create(at("mariadb", 10, 6), table).get(0)).endsWith("    o CHAR(36)\n)");
    }

    @Test
    void definesColumns() {
        Table table = new Table("t") {
            {
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated(new Identity(false, 100, 1)));
                column("a", SqlTypes.TEXT, ColumnOptions.notNull().withDefault("it's C:\\x"));
                column("b", SqlTypes.TIMESTAMP, ColumnOptions.nullable().withDefaultSql("CURRENT_TIMESTAMP"));
                OffsetDateTime noon = LocalDateTime.of(2026, 3, 29, 12, 0).atOffset(ZoneOffset.ofHours(2));
                column(
                        "c",
                        SqlTypes.TIMESTAMP_WITH_TIME_ZONE,
                        ColumnOptions.nullable().withDefault(noon));
                column("d", SqlTypes.INTEGER, ColumnOptions.notNull().computed(new Computed("id * 2", true)));
                column("e", SqlTypes.INTEGER, ColumnOptions.notNull().comment("it's \\ the number"));
            }
        };
        assertThat(create(MYSQL, table)).containsExactly("""
            CREATE TABLE t (
                id INTEGER AUTO_INCREMENT NOT NULL,
                a LONGTEXT DEFAULT ('it''s C:\\\\x') NOT NULL,
                b DATETIME(6) DEFAULT (CURRENT_TIMESTAMP(6)),
                c DATETIME(6) DEFAULT (TIMESTAMP '2026-03-29 10:00:00.000000'),
                d INTEGER GENERATED ALWAYS AS (id * 2) STORED NOT NULL,
                e INTEGER NOT NULL COMMENT 'it''s \\\\ the number',
                CONSTRAINT pk_t PRIMARY KEY (id)
            ) AUTO_INCREMENT = 100\
            """);
        assertThat(create(MARIADB, table).get(0)).contains("    d INTEGER GENERATED ALWAYS AS (id * 2) STORED,\n");
    }

    @Test
    void asksForTheLengthOfWhatIsIndexed() {
        List<Table> tables = List.of(
                Table.named("t")
                        .column("a", SqlTypes.TEXT, ColumnOptions.primaryKey())
                        .build(),
                Table.named("t")
                        .column("a", SqlTypes.TEXT, ColumnOptions.nullable().unique())
                        .build(),
                Table.named("t").column("a", SqlTypes.BINARY).unique("a").build(),
                Table.named("t")
                        .column("a", SqlTypes.varchar(20_000))
                        .index("ix", false, "a")
                        .build(),
                Table.named("t")
                        .column("a", SqlTypes.TEXT)
                        .foreignKey("a", () -> NOTES.text)
                        .build());
        for (Dialect dialect : List.of(MYSQL, MARIADB)) {
            for (Table table : tables) {
                assertThatThrownBy(() -> create(dialect, table, NOTES))
                        .isInstanceOf(CompileException.class)
                        .hasMessageContainingAll("'t.a'", "varchar(length)", "ALK-1323");
            }
        }
    }

    @Test
    void refusesWhatItCannotDefine() {
        for (ColumnOptions options : List.of(
                ColumnOptions.notNull().generated(),
                ColumnOptions.primaryKey().generated(new Identity(true, 1, 1)),
                ColumnOptions.primaryKey().generated(new Identity(false, 1, 10)))) {
            Table table =
                    Table.named("t").column("a", SqlTypes.INTEGER, options).build();
            assertThatThrownBy(() -> create(MYSQL, table)).isInstanceOf(UnsupportedFeatureException.class);
        }
        Table child = Table.named("t")
                .column("a", SqlTypes.INTEGER)
                .foreignKey(
                        List.of("a"),
                        () -> List.of(NOTES.id),
                        ForeignKey.Action.SET_DEFAULT,
                        ForeignKey.Action.NO_ACTION)
                .build();
        assertThatThrownBy(() -> create(MYSQL, NOTES, child))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("SET DEFAULT");
    }

    @Test
    void dropsIndexesAndForeignKeysOfTheirTable() {
        Index index = new Index("ix", List.of(lower(NOTES.text).asc()), false);
        DdlElement drop = new DdlElement.DropIndex(NOTES, index);
        assertThat(MYSQL.ddlCompiler().compile(drop)).isEqualTo("DROP INDEX ix ON notes");
        DdlElement add = new DdlElement.CreateIndex(NOTES, index);
        assertThat(MYSQL.ddlCompiler().compile(add)).isEqualTo("CREATE INDEX ix ON notes ((lower(body)))");
        assertThatThrownBy(() -> MARIADB.ddlCompiler().compile(add)).isInstanceOf(UnsupportedFeatureException.class);
        ForeignKey key = new ForeignKey(
                "fk", List.of(NOTES.id), () -> List.of(NOTES.id), ForeignKey.Action.CASCADE, ForeignKey.Action.CASCADE);
        DdlElement dropKey = new DdlElement.DropForeignKey(NOTES, key);
        assertThat(MYSQL.ddlCompiler().compile(dropKey)).isEqualTo("ALTER TABLE notes DROP FOREIGN KEY fk");
        assertThat(MARIADB.ddlCompiler().compile(dropKey)).isEqualTo("ALTER TABLE notes DROP FOREIGN KEY IF EXISTS fk");
    }

    @Test
    void writesChecksWithLiteralsThatEscapeBackslashes() {
        Table table = new Table("t") {
            {
                Column<String> a = column("a", SqlTypes.varchar(9));
                constraint(new Constraint.Check("ck", a.ne("\\' OR 1=1 -- ")));
            }
        };
        assertThat(create(MYSQL, table).get(0)).contains("CHECK (a <> '\\\\'' OR 1=1 -- ')");
        assertThat(MARIADB.sqlCompiler().compileForDisplay(select(value("a\\'b"))))
                .isEqualTo("SELECT 'a\\\\''b'");
    }

    @Test
    void saysWhatItHas() {
        assertThat(MYSQL.traits().has(Feature.LATERAL)).isTrue();
        assertThat(MARIADB.traits().has(Feature.LATERAL)).isFalse();
        assertThat(MYSQL.traits().has(Feature.FULL_JOIN)).isFalse();
        assertThat(at("mysql", 999, 0).traits().has(Feature.INTERSECT)).isTrue();
    }

    private static final class Notes extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> text = column("body", SqlTypes.varchar(200));

        Notes(String alias) {
            super(null, "notes", alias);
        }

        @Override
        public Notes as(String alias) {
            return new Notes(alias);
        }
    }
}
