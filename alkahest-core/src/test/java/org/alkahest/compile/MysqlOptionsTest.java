package org.alkahest.compile;

import static org.alkahest.compile.OptionAssert.assertIndex;
import static org.alkahest.compile.OptionAssert.assertTable;
import static org.alkahest.compile.OptionAssert.assertWritten;
import static org.alkahest.compile.OptionAssert.books;
import static org.alkahest.compile.OptionAssert.on;
import static org.alkahest.compile.SqlAssert.MARIADB;
import static org.alkahest.compile.SqlAssert.MYSQL;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.dialect.mysql.MysqlOptions;
import org.alkahest.dialect.mysql.MysqlOptions.IndexType;
import org.alkahest.dialect.mysql.MysqlOptions.RowFormat;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.DdlElement.AddConstraint;
import org.alkahest.schema.DdlElement.CreateIndex;
import org.alkahest.schema.DdlElement.CreateTable;
import org.alkahest.schema.Index;
import org.alkahest.schema.Table;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/**
 * What MySQL and MariaDB are told of a schema (https://dev.mysql.com/doc/refman/9.7/en/create-table.html and
 * create-index.html; MariaDB 10.11), and that no other dialect hears it.
 */
final class MysqlOptionsTest {
    private static final Table BOOKS = books().column("text", SqlTypes.TEXT)
            .column("place", SqlTypes.BINARY)
            .build();
    private static final Column<String> TITLE = BOOKS.column("title", String.class);
    private static final Column<String> TEXT = BOOKS.column("text", String.class);

    private static OptionAssert.Written[] onBoth(String sql) {
        return new OptionAssert.Written[] {on(MYSQL, sql), on(MARIADB, sql)};
    }

    private static Index index(Column<?> key, boolean unique) {
        return new Index("ix", List.of(key.asc()), unique);
    }

    @Test
    void keepsTablesInEngines() {
        assertTable(
                table -> table.option(MysqlOptions.engine("InnoDB"))
                        .option(MysqlOptions.tableCharset("utf8mb4"))
                        .option(MysqlOptions.tableCollation("utf8mb4_bin"))
                        .option(MysqlOptions.rowFormat(RowFormat.DYNAMIC))
                        .option(MysqlOptions.tableOption("STATS_PERSISTENT", 1)),
                onBoth("CREATE TABLE books (id INTEGER NOT NULL, title VARCHAR(80), CONSTRAINT pk_books PRIMARY KEY"
                        + " (id)) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin ROW_FORMAT"
                        + " = DYNAMIC STATS_PERSISTENT = 1"));
    }

    @Test
    void choosesStructuresOfIndexesAndKeys() {
        Index plain = index(TITLE, true);
        assertIndex(
                BOOKS,
                plain,
                plain.option(MysqlOptions.using(IndexType.HASH)).option(MysqlOptions.prefix(TITLE, 10)),
                onBoth("CREATE UNIQUE INDEX ix ON books (title(10)) USING HASH"));
        assertTable(
                table -> table.primaryKeyOption(MysqlOptions.using(IndexType.BTREE)),
                onBoth("CREATE TABLE books (id INTEGER NOT NULL, title VARCHAR(80),"
                        + " CONSTRAINT pk_books PRIMARY KEY USING BTREE (id))"));
        Constraint unique = new Constraint.Unique("uq", List.of(TITLE));
        assertWritten(
                new AddConstraint(BOOKS, unique),
                new AddConstraint(
                        BOOKS,
                        unique.option(MysqlOptions.prefix(TITLE, 10)).option(MysqlOptions.using(IndexType.BTREE))),
                onBoth("ALTER TABLE books ADD CONSTRAINT uq UNIQUE USING BTREE (title(10))"));
    }

    @Test
    void indexesLongTextByItsBeginningOrItsWords() {
        Index plain = index(TEXT, false);
        assertThatThrownBy(() -> MYSQL.ddlCompiler().compile(new CreateIndex(BOOKS, plain)))
                .hasMessageContainingAll("'books.text'", "ALK-1323");
        assertIndex(
                BOOKS,
                plain,
                plain.option(MysqlOptions.prefix(TEXT, 100)),
                onBoth("CREATE INDEX ix ON books (text(100))"));
        assertIndex(
                BOOKS,
                plain,
                plain.option(MysqlOptions.fulltext()).option(MysqlOptions.parser("ngram")),
                onBoth("CREATE FULLTEXT INDEX ix ON books (text) WITH PARSER ngram"));
        Index place = index(BOOKS.column("place"), false);
        assertIndex(
                BOOKS, place, place.option(MysqlOptions.spatial()), onBoth("CREATE SPATIAL INDEX ix ON books (place)"));
        Index wrong = index(TEXT, true).option(MysqlOptions.fulltext());
        assertThatThrownBy(() -> MYSQL.ddlCompiler().compile(new CreateIndex(BOOKS, wrong)))
                .hasMessageContainingAll("FULLTEXT", "ALK-1322");
    }

    @Test
    void setsCharactersOfColumns() {
        ColumnOptions told = ColumnOptions.notNull()
                .option(MysqlOptions.charset("latin1"))
                .option(MysqlOptions.collate("latin1_bin"));
        assertWritten(
                column(ColumnOptions.notNull()),
                column(told),
                onBoth("CREATE TABLE t (a VARCHAR(9) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL)"));
    }

    private static CreateTable column(ColumnOptions options) {
        Table table = Table.named("t").column("a", SqlTypes.varchar(9), options).build();
        return new CreateTable(table, List.of());
    }

    @Test
    void takesNoSqlForAWord() {
        for (String word : List.of("", "InnoDB; DROP TABLE t", "a`", "a b", "x--", "a'")) {
            assertThatThrownBy(() -> MysqlOptions.engine(word)).as(word).hasMessageContaining("ALK-1321");
            assertThatThrownBy(() -> MysqlOptions.tableCharset(word)).hasMessageContaining("ALK-1321");
            assertThatThrownBy(() -> MysqlOptions.tableCollation(word)).hasMessageContaining("ALK-1321");
            assertThatThrownBy(() -> MysqlOptions.tableOption(word, 1)).hasMessageContaining("ALK-1321");
            assertThatThrownBy(() -> MysqlOptions.charset(word)).hasMessageContaining("ALK-1321");
            assertThatThrownBy(() -> MysqlOptions.collate(word)).hasMessageContaining("ALK-1321");
        }
        assertThatThrownBy(() -> MysqlOptions.prefix(TITLE, 0)).hasMessageContaining("ALK-1402");
    }

    @Test
    void refusesTwoOptionsOfOneKind() {
        assertThatThrownBy(() -> books().option(MysqlOptions.engine("InnoDB"))
                        .option(MysqlOptions.engine("Aria"))
                        .build())
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContainingAll("InnoDB", "Aria", "ALK-1320");
        assertThatThrownBy(() -> books().option(MysqlOptions.tableOption("engine", "Aria"))
                        .option(MysqlOptions.engine("InnoDB"))
                        .build())
                .hasMessageContaining("ALK-1320");
        assertThatThrownBy(
                        () -> index(TEXT, false).option(MysqlOptions.fulltext()).option(MysqlOptions.spatial()))
                .hasMessageContaining("ALK-1320");
    }
}
