package org.alkahest.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.alkahest.dialect.Dialects;
import org.alkahest.dialect.oracle.OracleTypes;
import org.alkahest.reflect.ReflectedIndex.Item;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.ForeignKey.Action;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The inspector's queries, executed: no server can be had, so the data dictionary's views are tables in H2, with the rows that
 * the Database Reference says they have. That the rows of a real dictionary are such rows is not proven here.
 */
public final class OracleReflectionTest {
    private static final List<String> DICTIONARY = List.of(
            "ALL_USERS(USERNAME, ORACLE_MAINTAINED)",
            "ALL_TABLES(OWNER, TABLE_NAME, TEMPORARY, DROPPED, NESTED, SECONDARY, IOT_NAME, TABLESPACE_NAME,"
                    + " COMPRESS_FOR, DURATION)",
            "ALL_VIEWS(OWNER, VIEW_NAME, TEXT)",
            "ALL_MVIEWS(OWNER, MVIEW_NAME, CONTAINER_NAME, QUERY)",
            "ALL_OBJECTS(OWNER, OBJECT_NAME, OBJECT_TYPE)",
            "ALL_SEQUENCES(SEQUENCE_OWNER, SEQUENCE_NAME)",
            "ALL_SYNONYMS(OWNER, SYNONYM_NAME, TABLE_OWNER, TABLE_NAME, DB_LINK)",
            "ALL_TAB_COLS(OWNER, TABLE_NAME, COLUMN_NAME, COLUMN_ID, DATA_TYPE, CHAR_LENGTH, DATA_LENGTH,"
                    + " DATA_PRECISION, DATA_SCALE, NULLABLE, VIRTUAL_COLUMN, DATA_DEFAULT, HIDDEN_COLUMN)",
            "ALL_COL_COMMENTS(OWNER, TABLE_NAME, COLUMN_NAME, COMMENTS)",
            "ALL_TAB_COMMENTS(OWNER, TABLE_NAME, COMMENTS)",
            "ALL_TAB_IDENTITY_COLS(OWNER, TABLE_NAME, COLUMN_NAME, GENERATION_TYPE, IDENTITY_OPTIONS)",
            "ALL_CONSTRAINTS(OWNER, TABLE_NAME, CONSTRAINT_NAME, CONSTRAINT_TYPE, R_OWNER, R_CONSTRAINT_NAME,"
                    + " DELETE_RULE, DEFERRABLE, DEFERRED, SEARCH_CONDITION, INDEX_NAME)",
            "ALL_CONS_COLUMNS(OWNER, CONSTRAINT_NAME, TABLE_NAME, COLUMN_NAME, POSITION)",
            "ALL_INDEXES(OWNER, INDEX_NAME, TABLE_OWNER, TABLE_NAME, UNIQUENESS, INDEX_TYPE)",
            "ALL_IND_COLUMNS(INDEX_OWNER, INDEX_NAME, COLUMN_NAME, COLUMN_POSITION, DESCEND)",
            "ALL_IND_EXPRESSIONS(INDEX_OWNER, INDEX_NAME, COLUMN_POSITION, COLUMN_EXPRESSION)");

    private final Inspector inspector = Dialects.of("oracle", 19).inspector();
    private RebuiltCatalog catalog;
    private Connection h2;

    /** H2's own function of that name reads its own settings. */
    public static String sysContext(String namespace, String parameter) {
        return namespace.equals("USERENV") && parameter.equals("CURRENT_SCHEMA") ? "APP" : "";
    }

    @BeforeEach
    void makeDictionary() throws SQLException {
        catalog = new RebuiltCatalog(";MODE=Oracle");
        h2 = catalog.connection();
        catalog.run("CREATE ALIAS SYS_CONTEXT FOR 'org.alkahest.reflect.OracleReflectionTest.sysContext'");
        for (String suffix : List.of("", "_AT_FAR")) {
            for (String view : DICTIONARY) {
                catalog.view(view.replaceFirst("\\(", suffix + "("));
            }
        }
        fillTables("");
    }

    @AfterEach
    void close() throws SQLException {
        catalog.close();
    }

    /** Two tables and what belongs to them. */
    private void fillTables(String suffix) throws SQLException {
        catalog.insert(
                "ALL_TABLES" + suffix,
                "'APP', 'AUTHORS', 'N', 'NO', 'NO', 'N', NULL, 'USERS', 'BASIC', NULL",
                "'APP', 'Mixed', 'Y', 'NO', 'NO', 'N', NULL, NULL, NULL, 'SYS$SESSION'",
                "'APP', 'BIN$1', 'N', 'YES', 'NO', 'N', NULL, NULL, NULL, NULL",
                "'APP', 'STORED', 'N', 'NO', 'NO', 'N', NULL, NULL, NULL, NULL",
                "'OTHER', 'BOOKS', 'N', 'NO', 'NO', 'N', NULL, NULL, NULL, NULL");
        catalog.insert("ALL_VIEWS" + suffix, "'APP', 'SEEN', 'SELECT ID FROM AUTHORS'");
        catalog.insert("ALL_MVIEWS" + suffix, "'APP', 'STORED', 'STORED', 'SELECT 1 FROM DUAL'");
        catalog.insert(
                "ALL_TAB_COLS" + suffix,
                "'APP', 'AUTHORS', 'ID', '1', 'NUMBER', '0', '22', '10', '0', 'N', 'NO',"
                        + " '\"APP\".\"ISEQ$$_1\".nextval', 'NO'",
                "'APP', 'AUTHORS', 'NAME', '2', 'VARCHAR2', '40', '160', NULL, NULL, 'N', 'NO', '''x'' ', 'NO'",
                "'APP', 'AUTHORS', 'BORN', '3', 'DATE', '0', '7', NULL, NULL, 'Y', 'NO', NULL, 'NO'",
                "'APP', 'AUTHORS', 'PAID', '4', 'NUMBER', '0', '22', '12', '2', 'Y', 'NO', NULL, 'NO'",
                "'APP', 'AUTHORS', 'TWICE', '5', 'NUMBER', '0', '22', NULL, NULL, 'Y', 'YES', '\"PAID\"*2', 'NO'",
                "'APP', 'AUTHORS', 'SINCE', '6', 'TIMESTAMP(6) WITH TIME ZONE', '0', '13', NULL, '6', 'Y', 'NO', NULL,"
                        + " 'NO'",
                "'APP', 'AUTHORS', 'SYS_NC00007$', NULL, 'NUMBER', '0', '22', NULL, NULL, 'Y', 'YES', '1', 'YES'",
                "'APP', 'AUTHORS', 'PLACE', '7', 'SDO_GEOMETRY', '0', '1', NULL, NULL, 'Y', 'NO', NULL, 'NO'",
                "'OTHER', 'BOOKS', 'AUTHOR', '1', 'NUMBER', '0', '22', '10', '0', 'Y', 'NO', NULL, 'NO'",
                "'APP', 'SEEN', 'ID', '1', 'NUMBER', '0', '22', '10', '0', 'N', 'NO', NULL, 'NO'");
        catalog.insert("ALL_COL_COMMENTS" + suffix, "'APP', 'AUTHORS', 'NAME', 'as on the cover'");
        catalog.insert("ALL_TAB_COMMENTS" + suffix, "'APP', 'AUTHORS', 'who writes'", "'APP', 'SEEN', NULL");
        catalog.insert(
                "ALL_TAB_IDENTITY_COLS" + suffix,
                "'APP', 'AUTHORS', 'ID', 'BY DEFAULT', 'START WITH: 5, INCREMENT BY: 2, MAX_VALUE: 99, CACHE_SIZE:"
                        + " 20'");
        catalog.insert(
                "ALL_CONSTRAINTS" + suffix,
                "'APP', 'AUTHORS', 'PK_AUTHORS', 'P', NULL, NULL, NULL, 'NOT DEFERRABLE', 'IMMEDIATE', NULL,"
                        + " 'PK_AUTHORS'",
                "'APP', 'AUTHORS', 'UQ', 'U', NULL, NULL, NULL, 'NOT DEFERRABLE', 'IMMEDIATE', NULL, 'UQ'",
                "'APP', 'AUTHORS', 'SYS_C1', 'C', NULL, NULL, NULL, 'NOT DEFERRABLE', 'IMMEDIATE',"
                        + " '\"NAME\" IS NOT NULL', NULL",
                "'APP', 'AUTHORS', 'CK', 'C', NULL, NULL, NULL, 'NOT DEFERRABLE', 'IMMEDIATE', 'paid > 0', NULL",
                "'OTHER', 'BOOKS', 'FK', 'R', 'APP', 'PK_AUTHORS', 'SET NULL', 'DEFERRABLE', 'DEFERRED', NULL, NULL");
        catalog.insert(
                "ALL_CONS_COLUMNS" + suffix,
                "'APP', 'PK_AUTHORS', 'AUTHORS', 'ID', '1'",
                "'APP', 'UQ', 'AUTHORS', 'BORN', '2'",
                "'APP', 'UQ', 'AUTHORS', 'NAME', '1'",
                "'OTHER', 'FK', 'BOOKS', 'AUTHOR', '1'");
        catalog.insert(
                "ALL_INDEXES" + suffix,
                "'APP', 'PK_AUTHORS', 'APP', 'AUTHORS', 'UNIQUE', 'NORMAL'",
                "'APP', 'IX', 'APP', 'AUTHORS', 'NONUNIQUE', 'FUNCTION-BASED NORMAL'",
                "'APP', 'BX', 'APP', 'AUTHORS', 'NONUNIQUE', 'BITMAP'");
        catalog.insert(
                "ALL_IND_COLUMNS" + suffix,
                "'APP', 'PK_AUTHORS', 'ID', '1', 'ASC'",
                "'APP', 'IX', 'SYS_NC00008$', '1', 'DESC'",
                "'APP', 'IX', 'SYS_NC00009$', '2', 'ASC'",
                "'APP', 'BX', 'BORN', '1', 'ASC'");
        catalog.insert(
                "ALL_IND_EXPRESSIONS" + suffix, "'APP', 'IX', '1', '\"PAID\"'", "'APP', 'IX', '2', 'UPPER(\"NAME\")'");
    }

    private ReflectedTable describe(String schema, String name) throws SQLException {
        return inspector
                .tables(
                        h2,
                        Lookup.tables()
                                .everyKind()
                                .scope(Lookup.Scope.ANY)
                                .in(schema)
                                .named(name))
                .get(0);
    }

    @Test
    void findsNames() throws SQLException {
        assertThat(inspector.names(h2, Lookup.tables())).containsExactly("authors");
        assertThat(inspector.names(h2, Lookup.tables().scope(Lookup.Scope.TEMPORARY)))
                .containsExactly("Mixed");
        assertThat(inspector.names(h2, Lookup.tables().in("other"))).containsExactly("books");
        assertThat(inspector.names(h2, Lookup.views())).containsExactly("seen");
        assertThat(inspector.names(h2, Lookup.tables().kinds(ObjectKind.MATERIALIZED_VIEW)))
                .containsExactly("stored");
        assertThat(inspector.defaultSchema(h2)).isEqualTo("app");
        catalog.insert("ALL_USERS", "'APP', 'N'", "'SYS', 'Y'");
        assertThat(inspector.schemaNames(h2)).containsExactly("app");
        catalog.insert("ALL_SEQUENCES", "'APP', 'NUMBERS'", "'APP', 'ISEQ$$_1'");
        assertThat(inspector.sequenceNames(h2, null)).containsExactly("numbers");
    }

    @Test
    void describesColumns() throws SQLException {
        assertThat(describe(null, "authors").columns())
                .containsExactly(
                        ReflectedColumn.of("id", SqlTypes.INTEGER, "NUMBER(10, 0)", false)
                                .withIdentity(new Identity(false, 5, 2)),
                        ReflectedColumn.of("name", SqlTypes.varchar(40), "VARCHAR2(40 CHAR)", false)
                                .withDefault("'x'")
                                .withComment("as on the cover"),
                        ReflectedColumn.of("born", OracleTypes.DATE, "DATE", true),
                        ReflectedColumn.of("paid", SqlTypes.decimal(12, 2), "NUMBER(12, 2)", true),
                        ReflectedColumn.of("twice", SqlTypes.DECIMAL, "NUMBER", true)
                                .withComputed(new Computed("\"PAID\"*2", false)),
                        ReflectedColumn.of(
                                "since", SqlTypes.TIMESTAMP_WITH_TIME_ZONE, "TIMESTAMP(6) WITH TIME ZONE", true),
                        ReflectedColumn.of(
                                "place",
                                describe(null, "authors").columns().get(6).type(),
                                "SDO_GEOMETRY",
                                true));
        assertThat(describe(null, "authors").columns().get(6).type().vendor().name())
                .isEqualTo("SDO_GEOMETRY");
    }

    @Test
    void describesConstraintsAndIndexes() throws SQLException {
        ReflectedTable authors = describe(null, "authors");
        assertThat(authors.primaryKey()).isEqualTo(new ReflectedKey("pk_authors", List.of("id")));
        assertThat(authors.uniques()).containsExactly(new ReflectedKey("uq", List.of("name", "born")));
        assertThat(authors.checks()).containsExactly(new ReflectedCheck("ck", "paid > 0"));
        assertThat(authors.comment()).isEqualTo("who writes");
        assertThat(authors.options()).isEqualTo(Map.of("tablespace", "USERS", "compress", "BASIC"));
        assertThat(authors.indexes())
                .containsExactly(
                        new ReflectedIndex(
                                "bx", List.of(Item.column("born")), false, null, List.of(), Map.of("bitmap", "true")),
                        new ReflectedIndex(
                                "ix",
                                List.of(new Item("paid", false, true, null), Item.expression("UPPER(\"NAME\")")),
                                false));
    }

    @Test
    void foreignKeysToOtherSchemasNameThem() throws SQLException {
        assertThat(describe("other", "books").foreignKeys())
                .containsExactly(new ReflectedForeignKey(
                        "fk",
                        List.of("author"),
                        new ObjectName("app", "authors"),
                        List.of("id"),
                        Action.SET_NULL,
                        Action.NO_ACTION,
                        true,
                        true,
                        null));
    }

    @Test
    void describesViewsByTheirQuery() throws SQLException {
        ReflectedTable seen = describe(null, "seen");
        assertThat(seen.kind()).isEqualTo(ObjectKind.VIEW);
        assertThat(seen.definition()).isEqualTo("SELECT ID FROM AUTHORS");
        assertThat(describe(null, "stored").definition()).isEqualTo("SELECT 1 FROM DUAL");
    }

    @Test
    void synonymsStandForTheirTables() throws SQLException {
        catalog.insert("ALL_SYNONYMS", "'APP', 'ALL_BOOKS', 'OTHER', 'BOOKS', NULL");
        ReflectedTable books = describe(null, "all_books");
        assertThat(books.name()).isEqualTo(new ObjectName(null, "all_books"));
        assertThat(books.columns().stream().map(ReflectedColumn::name)).containsExactly("author");
        assertThat(books.foreignKeys().get(0).target()).isEqualTo(new ObjectName("app", "authors"));
    }

    @Test
    void severalSynonymsMayStandForOneTable() throws SQLException {
        catalog.insert(
                "ALL_SYNONYMS",
                "'APP', 'ALL_BOOKS', 'OTHER', 'BOOKS', NULL",
                "'APP', 'EVERY_BOOK', 'OTHER', 'BOOKS', NULL");
        assertThat(inspector.tables(h2, Lookup.tables().named("all_books", "every_book")).stream()
                        .map(table -> table.name().name()))
                .containsExactly("all_books", "every_book");
        assertThat(inspector.tables(h2, Lookup.views().named("all_books"))).isEmpty();
    }

    /** H2 has no links: a proxy sends what is asked of {@code VIEW@FAR} to a second set of tables. */
    @Test
    void synonymsLeadOverDatabaseLinks() throws SQLException {
        catalog.insert("ALL_SYNONYMS", "'APP', 'FAR_AUTHORS', 'APP', 'AUTHORS', 'FAR'");
        fillTables("_AT_FAR");
        catalog.run("UPDATE ALL_TAB_COMMENTS_AT_FAR SET COMMENTS = 'who wrote far away' WHERE TABLE_NAME = 'AUTHORS'");
        Connection linked = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("prepareStatement")
                                ? h2.prepareStatement(((String) arguments[0]).replace("@FAR", "_AT_FAR"))
                                : method.invoke(h2, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        ReflectedTable far =
                inspector.tables(linked, Lookup.tables().named("far_authors")).get(0);
        assertThat(far.name()).isEqualTo(new ObjectName(null, "far_authors"));
        assertThat(far.comment()).isEqualTo("who wrote far away");
        assertThat(far.primaryKey()).isEqualTo(new ReflectedKey("pk_authors", List.of("id")));
    }
}
