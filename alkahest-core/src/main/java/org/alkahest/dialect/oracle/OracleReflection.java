package org.alkahest.dialect.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.Lookup;
import org.alkahest.reflect.ObjectKind;
import org.alkahest.reflect.ObjectName;
import org.alkahest.reflect.ReflectedColumn;
import org.alkahest.reflect.TableAssembly;
import org.alkahest.reflect.TableAssembly.Parts;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables and views of one schema from the data dictionary (19c Database Reference, "Static Data Dictionary Views"), of
 * this database or, over a link, of another. Columns of type LONG are selected last, because the driver gives them in order
 * alone. One thread at a time.
 */
final class OracleReflection {
    private static final String CURRENT_SCHEMA = "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')";
    private static final Pattern IDENTITY_OPTION = Pattern.compile("(START WITH|INCREMENT BY): *(-?\\d+)");

    private final Connection connection;
    private final OracleNames names;
    private final @Nullable String owner;
    private final String link;

    /**
     * @param owner the schema as the dictionary keeps it, or null for the connection's own
     * @param link {@code @LINK} after the views of another database, empty for this one
     */
    OracleReflection(Connection connection, OracleNames names, @Nullable String owner, String link) {
        this.connection = connection;
        this.names = names;
        this.owner = owner;
        this.link = link;
    }

    /** A query of a schema's rows: everything up to the comparison of the owner's column, and that. */
    CatalogQuery inSchema(String sql, String column) {
        return owner == null
                ? CatalogQuery.of(sql + " " + column + " = " + CURRENT_SCHEMA)
                : CatalogQuery.of(sql + " " + column + " = ?", owner);
    }

    /** A dictionary view. */
    String view(String name) {
        return name + link;
    }

    Connection connection() {
        return connection;
    }

    String unfolded(String name) {
        return names.unfolded(name);
    }

    /**
     * The tables and views of a look-up as the dictionary names them, with their kind and whether they are temporary: without
     * what the recycle bin, nested tables, domain indexes and index-organised tables' overflow have for tables.
     */
    List<Found> find(Lookup lookup) throws SQLException {
        List<Found> found = new ArrayList<>();
        Collection<String> wanted = names.folded(lookup.names());
        if (lookup.has(ObjectKind.TABLE)) {
            CatalogQuery tables = inSchema(
                            "SELECT t.TABLE_NAME, t.TEMPORARY FROM " + view("ALL_TABLES") + " t WHERE", "t.OWNER")
                    .add("AND t.DROPPED = 'NO' AND t.NESTED = 'NO' AND t.SECONDARY = 'N' AND t.IOT_NAME IS NULL")
                    .add("AND NOT EXISTS (SELECT 1 FROM " + view("ALL_MVIEWS")
                            + " m WHERE m.OWNER = t.OWNER AND m.CONTAINER_NAME = t.TABLE_NAME)")
                    .andIn("t.TABLE_NAME", wanted);
            found.addAll(tables.list(
                    connection,
                    row -> new Found(
                            row.getString(1), ObjectKind.TABLE, row.getString(2).equals("Y"))));
            found.removeIf(table -> table.temporary()
                    ? !lookup.scope().hasTemporary()
                    : !lookup.scope().hasLasting());
        }
        if (lookup.has(ObjectKind.VIEW) && lookup.scope().hasLasting()) {
            addNames(found, "ALL_VIEWS", "VIEW_NAME", ObjectKind.VIEW, wanted);
        }
        if (lookup.has(ObjectKind.MATERIALIZED_VIEW) && lookup.scope().hasLasting()) {
            addNames(found, "ALL_MVIEWS", "MVIEW_NAME", ObjectKind.MATERIALIZED_VIEW, wanted);
        }
        return found;
    }

    private void addNames(List<Found> found, String view, String column, ObjectKind kind, Collection<String> wanted)
            throws SQLException {
        inSchema("SELECT v." + column + " FROM " + view(view) + " v WHERE", "v.OWNER")
                .andIn("v." + column, wanted)
                .forEach(connection, row -> found.add(new Found(row.getString(1), kind, false)));
    }

    /**
     * Reads what was found into tables of a schema, named as {@code naming} says.
     *
     * @param home the schema that foreign keys within the dictionary's schema lead to
     * @param wanted the tables to read, or none for all
     */
    void read(
            TableAssembly tables,
            @Nullable String schema,
            @Nullable String home,
            List<Found> found,
            Collection<String> wanted,
            Naming naming)
            throws SQLException {
        TableAssembly mine = new TableAssembly();
        for (Found table : found) {
            mine.table(new ObjectName(schema, naming.nameOf(table.name())), table.kind(), table.temporary());
        }
        Target target = row -> mine.find(new ObjectName(schema, naming.nameOf(row.getString(1))));
        columns(target, wanted);
        comments(target, wanted);
        options(target, wanted);
        definitions(target, wanted, "ALL_VIEWS", "VIEW_NAME", "TEXT");
        definitions(target, wanted, "ALL_MVIEWS", "MVIEW_NAME", "QUERY");
        new OracleReflectedKeys(this, home).read(target, wanted);
        tables.addAll(mine);
    }

    private void columns(Target target, Collection<String> wanted) throws SQLException {
        inSchema(
                        "SELECT c.TABLE_NAME, c.COLUMN_NAME, c.DATA_TYPE, c.CHAR_LENGTH, c.DATA_LENGTH,"
                                + " c.DATA_PRECISION, c.DATA_SCALE, c.NULLABLE, c.VIRTUAL_COLUMN, m.COMMENTS,"
                                + " i.GENERATION_TYPE, i.IDENTITY_OPTIONS,"
                                + " c.DATA_DEFAULT"
                                + " FROM"
                                + " " + view("ALL_TAB_COLS") + " c LEFT JOIN "
                                + view("ALL_COL_COMMENTS") + " m ON m.OWNER = c.OWNER AND m.TABLE_NAME = c.TABLE_NAME"
                                + " AND m.COLUMN_NAME = c.COLUMN_NAME LEFT JOIN " + view("ALL_TAB_IDENTITY_COLS")
                                + " i ON i.OWNER = c.OWNER AND i.TABLE_NAME = c.TABLE_NAME"
                                + " AND i.COLUMN_NAME = c.COLUMN_NAME WHERE",
                        "c.OWNER")
                .andIn("c.TABLE_NAME", wanted)
                .add("AND c.HIDDEN_COLUMN = 'NO' ORDER BY c.TABLE_NAME, c.COLUMN_ID")
                .forEach(connection, row -> {
                    Optional<Parts> parts = target.of(row);
                    if (parts.isPresent()) {
                        parts.get().column(column(row));
                    }
                });
    }

    private ReflectedColumn column(ResultSet row) throws SQLException {
        OracleReflectedTypes type = OracleReflectedTypes.read(row);
        ReflectedColumn column = ReflectedColumn.of(
                        unfolded(row.getString("COLUMN_NAME")),
                        type.type(),
                        type.text(),
                        row.getString("NULLABLE").equals("Y"))
                .withComment(row.getString("COMMENTS"));
        boolean virtual = row.getString("VIRTUAL_COLUMN").equals("YES");
        String generation = row.getString("GENERATION_TYPE");
        String options = row.getString("IDENTITY_OPTIONS");
        String text = row.getString("DATA_DEFAULT");
        if (generation != null) {
            return column.withIdentity(identity(generation, options));
        }
        String sql = text == null ? null : text.strip();
        return virtual && sql != null ? column.withComputed(new Computed(sql, false)) : column.withDefault(sql);
    }

    /** IDENTITY_OPTIONS is {@code START WITH: 1, INCREMENT BY: 1, …}. */
    private static Identity identity(String generation, @Nullable String options) {
        long start = 1;
        long increment = 1;
        Matcher option = IDENTITY_OPTION.matcher(options == null ? "" : options);
        while (option.find()) {
            long value = Long.parseLong(option.group(2));
            if (option.group(1).startsWith("START")) {
                start = value;
            } else {
                increment = value;
            }
        }
        return new Identity(generation.equals("ALWAYS"), start, increment);
    }

    private void comments(Target target, Collection<String> wanted) throws SQLException {
        inSchema("SELECT c.TABLE_NAME, c.COMMENTS FROM " + view("ALL_TAB_COMMENTS") + " c WHERE", "c.OWNER")
                .andIn("c.TABLE_NAME", wanted)
                .forEach(connection, row -> {
                    String comment = row.getString(2);
                    target.of(row).ifPresent(parts -> parts.comment(comment));
                });
    }

    private void options(Target target, Collection<String> wanted) throws SQLException {
        inSchema(
                        "SELECT t.TABLE_NAME, t.TABLESPACE_NAME, t.COMPRESS_FOR, t.DURATION FROM " + view("ALL_TABLES")
                                + " t WHERE",
                        "t.OWNER")
                .andIn("t.TABLE_NAME", wanted)
                .forEach(connection, row -> {
                    String tablespace = row.getString(2);
                    String compress = row.getString(3);
                    String duration = row.getString(4);
                    target.of(row)
                            .ifPresent(parts -> parts.option("tablespace", tablespace)
                                    .option("compress", compress)
                                    .option("duration", duration));
                });
    }

    private void definitions(Target target, Collection<String> wanted, String view, String name, String query)
            throws SQLException {
        inSchema("SELECT v." + name + ", v." + query + " FROM " + view(view) + " v WHERE", "v.OWNER")
                .andIn("v." + name, wanted)
                .forEach(connection, row -> {
                    Optional<Parts> parts = target.of(row);
                    String text = row.getString(2);
                    parts.ifPresent(table -> table.definition(text));
                });
    }

    /** A table or view as the dictionary names it. */
    record Found(String name, ObjectKind kind, boolean temporary) {}

    /** What a table that the dictionary names is called. */
    @FunctionalInterface
    interface Naming {
        String nameOf(String dictionaryName);
    }

    /** The table that the first column of a row names; empty for one that is not looked for. */
    @FunctionalInterface
    interface Target {
        Optional<Parts> of(ResultSet row) throws SQLException;
    }
}
