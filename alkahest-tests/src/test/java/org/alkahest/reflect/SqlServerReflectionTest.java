package org.alkahest.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.alkahest.dialect.Dialects;
import org.alkahest.dialect.sqlserver.SqlServerTypes;
import org.alkahest.reflect.ReflectedIndex.Item;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.ForeignKey.Action;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The inspector's queries, executed: no server can be had, so the catalog views are tables in H2, with the rows that the
 * manual says they have. That the rows of a real catalog are such rows is not proven here.
 */
public final class SqlServerReflectionTest {
    private static final List<String> CATALOG = List.of(
            "databases(database_id, collation_name)",
            "schemas(schema_id, name)",
            "objects(object_id, schema_id, name, type, is_ms_shipped)",
            "sql_modules(object_id, definition)",
            "extended_properties(class, major_id, minor_id, name, value)",
            "columns(object_id, column_id, name, user_type_id, max_length, precision, scale, is_nullable,"
                    + " collation_name, default_object_id, is_hidden)",
            "types(user_type_id, name)",
            "default_constraints(object_id, definition)",
            "computed_columns(object_id, column_id, definition, is_persisted)",
            "identity_columns(object_id, column_id, seed_value, increment_value)",
            "key_constraints(parent_object_id, name, type, unique_index_id)",
            "index_columns(object_id, index_id, index_column_id, column_id, key_ordinal, is_included_column,"
                    + " is_descending_key)",
            "foreign_keys(object_id, parent_object_id, name, delete_referential_action_desc,"
                    + " update_referential_action_desc)",
            "foreign_key_columns(constraint_object_id, constraint_column_id, parent_object_id, parent_column_id,"
                    + " referenced_object_id, referenced_column_id)",
            "check_constraints(parent_object_id, name, definition)",
            "indexes(object_id, index_id, name, is_unique, type_desc, filter_definition, is_primary_key,"
                    + " is_unique_constraint, is_hypothetical)");

    private final Inspector inspector = Dialects.of("sqlserver", 16).inspector();
    private RebuiltCatalog catalog;
    private Connection h2;

    public static String schemaName() {
        return "dbo";
    }

    public static int databaseId() {
        return 5;
    }

    @BeforeEach
    void makeCatalog() throws SQLException {
        catalog = new RebuiltCatalog(";MODE=MSSQLServer;NON_KEYWORDS=VALUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        h2 = catalog.connection();
        String here = "org.alkahest.reflect.SqlServerReflectionTest.";
        catalog.run("CREATE ALIAS SCHEMA_NAME FOR '" + here + "schemaName'");
        catalog.run("CREATE ALIAS DB_ID FOR '" + here + "databaseId'");
        catalog.run("CREATE SCHEMA sys");
        for (String view : CATALOG) {
            catalog.view("sys." + view);
        }
        catalog.insert("sys.databases", "5, 'Latin1_General_CI_AS'");
        catalog.insert("sys.schemas", "1, 'dbo'", "3, 'INFORMATION_SCHEMA'", "7, 'far'");
        catalog.insert(
                "sys.types",
                "1, 'int'",
                "2, 'nvarchar'",
                "3, 'decimal'",
                "4, 'datetime2'",
                "5, 'geometry'",
                "6, 'money'");
        catalog.insert(
                "sys.objects",
                "10, 1, 'authors', 'U ', 0",
                "11, 1, 'books', 'U ', 0",
                "12, 1, 'seen', 'V ', 0",
                "13, 1, 'sysdiagrams', 'U ', 1",
                "14, 1, 'numbers', 'SO', 0",
                "15, 7, 'towns', 'U ', 0");
        catalog.insert("sys.sql_modules", "12, 'CREATE VIEW seen AS SELECT id FROM authors'");
        catalog.insert(
                "sys.extended_properties",
                "1, 10, 0, 'MS_Description', 'who writes'",
                "1, 10, 2, 'MS_Description', 'as on the cover'",
                "1, 10, 2, 'other', 'x'");
        catalog.insert(
                "sys.columns",
                "10, 1, 'id', 1, 4, 10, 0, 0, NULL, 0, 0",
                "10, 2, 'name', 2, 80, 0, 0, 0, 'Latin1_General_BIN2', 90, 0",
                "10, 3, 'paid', 3, 9, 12, 2, 1, NULL, 0, 0",
                "10, 4, 'twice', 3, 9, 13, 2, 1, NULL, 0, 0",
                "10, 5, 'since', 4, 8, 27, 7, 1, NULL, 0, 0",
                "10, 6, 'place', 5, -1, 0, 0, 1, NULL, 0, 0",
                "10, 7, 'note', 2, -1, 0, 0, 1, 'Latin1_General_CI_AS', 0, 0",
                "10, 8, 'valid_from', 4, 8, 27, 7, 0, NULL, 0, 1",
                "11, 1, 'author', 1, 4, 10, 0, 1, NULL, 0, 0",
                "11, 2, 'town', 1, 4, 10, 0, 1, NULL, 0, 0",
                "12, 1, 'id', 1, 4, 10, 0, 0, NULL, 0, 0",
                "15, 1, 'id', 1, 4, 10, 0, 0, NULL, 0, 0");
        catalog.insert("sys.default_constraints", "90, '(N''x'')'");
        catalog.insert("sys.computed_columns", "10, 4, '([paid]*(2))', 1");
        catalog.insert("sys.identity_columns", "10, 1, 5, 2");
        catalog.insert("sys.key_constraints", "10, 'pk', 'PK', 1", "10, 'uq', 'UQ', 2");
        catalog.insert(
                "sys.index_columns",
                "10, 1, 1, 1, 1, 0, 0",
                "10, 2, 1, 3, 2, 0, 0",
                "10, 2, 2, 2, 1, 0, 0",
                "10, 3, 1, 3, 1, 0, 1",
                "10, 3, 2, 2, 0, 1, 0",
                "10, 3, 3, 4, 0, 0, 0"); // by which the index is partitioned
        catalog.insert(
                "sys.indexes",
                "10, 0, NULL, 0, 'HEAP', NULL, 0, 0, 0",
                "10, 1, 'pk', 1, 'CLUSTERED', NULL, 1, 0, 0",
                "10, 2, 'uq', 1, 'NONCLUSTERED', NULL, 0, 1, 0",
                "10, 3, 'ix', 1, 'NONCLUSTERED', '([paid]>(0))', 0, 0, 0");
        catalog.insert(
                "sys.foreign_keys",
                "80, 11, 'fk', 'SET_NULL', 'CASCADE'",
                "81, 11, 'fk_town', 'NO_ACTION', 'NO_ACTION'");
        catalog.insert("sys.foreign_key_columns", "80, 1, 11, 1, 10, 1", "81, 1, 11, 2, 15, 1");
        catalog.insert("sys.check_constraints", "10, 'ck', '([paid]>(0) OR ([paid]<(0)))'", "10, 'ck2', '((1)=(1))'");
    }

    @AfterEach
    void close() throws SQLException {
        catalog.close();
    }

    private ReflectedTable describe(String name) throws SQLException {
        return inspector.tables(h2, Lookup.tables().everyKind().named(name)).get(0);
    }

    @Test
    void findsNames() throws SQLException {
        assertThat(inspector.names(h2, Lookup.tables())).containsExactly("authors", "books");
        assertThat(inspector.names(h2, Lookup.tables().in("far"))).containsExactly("towns");
        assertThat(inspector.names(h2, Lookup.views())).containsExactly("seen");
        assertThat(inspector.names(h2, Lookup.tables().scope(Lookup.Scope.TEMPORARY)))
                .isEmpty();
        assertThat(inspector.schemaNames(h2)).containsExactly("dbo", "far");
        assertThat(inspector.defaultSchema(h2)).isEqualTo("dbo");
        assertThat(inspector.sequenceNames(h2, null)).containsExactly("numbers");
    }

    @Test
    void describesColumns() throws SQLException {
        List<ReflectedColumn> columns = describe("authors").columns();
        assertThat(columns.subList(0, 5))
                .containsExactly(
                        ReflectedColumn.of("id", SqlTypes.INTEGER, "int", false)
                                .withIdentity(new Identity(false, 5, 2)),
                        ReflectedColumn.of("name", SqlTypes.varchar(40), "nvarchar(40)", false)
                                .withCollation("Latin1_General_BIN2")
                                .withDefault("N'x'")
                                .withComment("as on the cover"),
                        ReflectedColumn.of("paid", SqlTypes.decimal(12, 2), "decimal(12, 2)", true),
                        ReflectedColumn.of("twice", SqlTypes.decimal(13, 2), "decimal(13, 2)", true)
                                .withComputed(new Computed("[paid]*(2)", true)),
                        ReflectedColumn.of("since", SqlServerTypes.datetime2(7), "datetime2(7)", true));
        assertThat(columns.get(5).type().vendor().name()).isEqualTo("GEOMETRY");
        assertThat(columns.get(6)).isEqualTo(ReflectedColumn.of("note", SqlTypes.TEXT, "nvarchar(max)", true));
        assertThat(columns).hasSize(7);
    }

    @Test
    void describesConstraintsAndIndexes() throws SQLException {
        ReflectedTable authors = describe("authors");
        assertThat(authors.comment()).isEqualTo("who writes");
        assertThat(authors.primaryKey()).isEqualTo(new ReflectedKey("pk", List.of("id")));
        assertThat(authors.uniques()).containsExactly(new ReflectedKey("uq", List.of("name", "paid")));
        assertThat(authors.checks())
                .containsExactly(
                        new ReflectedCheck("ck", "[paid]>(0) OR ([paid]<(0))"), new ReflectedCheck("ck2", "(1)=(1)"));
        assertThat(authors.indexes())
                .containsExactly(new ReflectedIndex(
                        "ix",
                        List.of(new Item("paid", false, true, null)),
                        true,
                        "[paid]>(0)",
                        List.of("name"),
                        Map.of()));
    }

    @Test
    void describesForeignKeysIntoOwnAndOtherSchemas() throws SQLException {
        List<ReflectedForeignKey> keys = describe("books").foreignKeys();
        assertThat(keys).hasSize(2);
        assertThat(keys.get(0).target()).isEqualTo(new ObjectName(null, "authors"));
        assertThat(keys.get(0).onDelete()).isEqualTo(Action.SET_NULL);
        assertThat(keys.get(0).onUpdate()).isEqualTo(Action.CASCADE);
        assertThat(keys.get(1).target()).isEqualTo(new ObjectName("far", "towns"));
        assertThat(keys.get(1).onDelete()).isEqualTo(Action.NO_ACTION);
    }

    @Test
    void schemasWithDotsComeRound() throws SQLException {
        catalog.run("UPDATE sys.schemas SET name = 'far.away' WHERE name = 'far'");
        assertThat(inspector.schemaNames(h2)).containsExactly("dbo", "[far.away]");
        ObjectName towns = describe("books").foreignKeys().get(1).target();
        assertThat(towns).isEqualTo(new ObjectName("[far.away]", "towns"));
        assertThat(inspector.names(h2, Lookup.tables().in(towns.schema()))).containsExactly("towns");
    }

    @Test
    void describesViewsByTheirQuery() throws SQLException {
        assertThat(describe("seen").definition()).isEqualTo("SELECT id FROM authors");
        assertThat(describe("seen").kind()).isEqualTo(ObjectKind.VIEW);
    }
}
