package org.alkahest.dialect.oracle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.alkahest.dialect.oracle.OracleReflection.Target;
import org.alkahest.reflect.ObjectName;
import org.alkahest.reflect.ReflectedCheck;
import org.alkahest.reflect.ReflectedForeignKey;
import org.alkahest.reflect.ReflectedIndex;
import org.alkahest.reflect.ReflectedIndex.Item;
import org.alkahest.reflect.TableAssembly.Parts;
import org.alkahest.schema.ForeignKey.Action;
import org.jspecify.annotations.Nullable;

/** Constraints and indexes in the data dictionary. One thread at a time. */
final class OracleReflectedKeys {
    /** The condition that NOT NULL makes, and nothing else that is worth a check. */
    private static final Pattern NOT_NULL = Pattern.compile("\"(?:[^\"])+\" IS NOT NULL");

    private static final Pattern PLAIN_COLUMN = Pattern.compile("\"([^\"]+)\"");

    private final OracleReflection dictionary;
    private final @Nullable String home;

    OracleReflectedKeys(OracleReflection dictionary, @Nullable String home) {
        this.dictionary = dictionary;
        this.home = home;
    }

    void read(Target target, Collection<String> wanted) throws SQLException {
        keys(target, wanted);
        foreignKeys(target, wanted);
        checks(target, wanted);
        indexes(target, wanted);
    }

    private void keys(Target target, Collection<String> wanted) throws SQLException {
        dictionary
                .inSchema(
                        "SELECT c.TABLE_NAME, c.CONSTRAINT_TYPE, c.CONSTRAINT_NAME, l.COLUMN_NAME FROM "
                                + dictionary.view("ALL_CONSTRAINTS") + " c JOIN " + dictionary.view("ALL_CONS_COLUMNS")
                                + " l ON l.OWNER = c.OWNER AND l.CONSTRAINT_NAME = c.CONSTRAINT_NAME"
                                + " WHERE c.CONSTRAINT_TYPE IN ('P', 'U') AND",
                        "c.OWNER")
                .andIn("c.TABLE_NAME", wanted)
                .add("ORDER BY c.TABLE_NAME, c.CONSTRAINT_NAME, l.POSITION")
                .forEach(dictionary.connection(), row -> {
                    boolean primary = row.getString(2).equals("P");
                    String name = dictionary.unfolded(row.getString(3));
                    String column = dictionary.unfolded(row.getString(4));
                    target.of(row).ifPresent(parts -> {
                        if (primary) {
                            parts.primaryKey(name, column);
                        } else {
                            parts.unique(name, name, column);
                        }
                    });
                });
    }

    /** Oracle has no ON UPDATE. */
    private void foreignKeys(Target target, Collection<String> wanted) throws SQLException {
        String columns = dictionary.view("ALL_CONS_COLUMNS");
        dictionary
                .inSchema(
                        "SELECT c.TABLE_NAME, c.CONSTRAINT_NAME, l.COLUMN_NAME, c.OWNER, r.OWNER, r.TABLE_NAME,"
                                + " r.COLUMN_NAME, c.DELETE_RULE, c.DEFERRABLE, c.DEFERRED FROM "
                                + dictionary.view("ALL_CONSTRAINTS") + " c JOIN " + columns
                                + " l ON l.OWNER = c.OWNER AND l.CONSTRAINT_NAME = c.CONSTRAINT_NAME JOIN " + columns
                                + " r ON r.OWNER = c.R_OWNER AND r.CONSTRAINT_NAME = c.R_CONSTRAINT_NAME"
                                + " AND r.POSITION = l.POSITION WHERE c.CONSTRAINT_TYPE = 'R' AND",
                        "c.OWNER")
                .andIn("c.TABLE_NAME", wanted)
                .add("ORDER BY c.TABLE_NAME, c.CONSTRAINT_NAME, l.POSITION")
                .forEach(dictionary.connection(), row -> {
                    Optional<Parts> parts = target.of(row);
                    if (parts.isPresent()) {
                        parts.get().foreignKey(row.getString(2), foreignKey(row));
                    }
                });
    }

    private ReflectedForeignKey foreignKey(ResultSet row) throws SQLException {
        boolean own = row.getString(4).equals(row.getString(5));
        return new ReflectedForeignKey(
                dictionary.unfolded(row.getString(2)),
                List.of(dictionary.unfolded(row.getString(3))),
                new ObjectName(
                        own ? home : dictionary.unfolded(row.getString(5)), dictionary.unfolded(row.getString(6))),
                List.of(dictionary.unfolded(row.getString(7))),
                ReflectedForeignKey.action(row.getString(8)),
                Action.NO_ACTION,
                row.getString(9).equals("DEFERRABLE"),
                row.getString(10).equals("DEFERRED"),
                null);
    }

    private void checks(Target target, Collection<String> wanted) throws SQLException {
        dictionary
                .inSchema(
                        "SELECT c.TABLE_NAME, c.CONSTRAINT_NAME, c.SEARCH_CONDITION FROM "
                                + dictionary.view("ALL_CONSTRAINTS") + " c WHERE c.CONSTRAINT_TYPE = 'C' AND",
                        "c.OWNER")
                .andIn("c.TABLE_NAME", wanted)
                .add("ORDER BY c.TABLE_NAME, c.CONSTRAINT_NAME")
                .forEach(dictionary.connection(), row -> {
                    Optional<Parts> parts = target.of(row);
                    String name = dictionary.unfolded(row.getString(2));
                    String condition = row.getString(3).strip();
                    if (parts.isPresent() && !NOT_NULL.matcher(condition).matches()) {
                        parts.get().check(new ReflectedCheck(name, condition));
                    }
                });
    }

    /** A descending column is kept as an expression, of that column. */
    private void indexes(Target target, Collection<String> wanted) throws SQLException {
        dictionary
                .inSchema(
                        "SELECT i.TABLE_NAME, i.INDEX_NAME, i.UNIQUENESS, i.INDEX_TYPE, k.COLUMN_NAME, k.DESCEND,"
                                + " e.COLUMN_EXPRESSION FROM " + dictionary.view("ALL_INDEXES") + " i JOIN "
                                + dictionary.view("ALL_IND_COLUMNS")
                                + " k ON k.INDEX_OWNER = i.OWNER AND k.INDEX_NAME = i.INDEX_NAME LEFT JOIN "
                                + dictionary.view("ALL_IND_EXPRESSIONS") + " e ON e.INDEX_OWNER = i.OWNER"
                                + " AND e.INDEX_NAME = i.INDEX_NAME AND e.COLUMN_POSITION = k.COLUMN_POSITION"
                                + " WHERE i.INDEX_TYPE <> 'LOB' AND NOT EXISTS (SELECT 1 FROM "
                                + dictionary.view("ALL_CONSTRAINTS")
                                + " c WHERE c.OWNER = i.TABLE_OWNER AND c.INDEX_NAME = i.INDEX_NAME) AND",
                        "i.TABLE_OWNER")
                .andIn("i.TABLE_NAME", wanted)
                .add("ORDER BY i.TABLE_NAME, i.INDEX_NAME, k.COLUMN_POSITION")
                .forEach(dictionary.connection(), row -> {
                    Optional<Parts> parts = target.of(row);
                    if (parts.isPresent()) {
                        parts.get().index(index(row));
                    }
                });
    }

    private ReflectedIndex index(ResultSet row) throws SQLException {
        String name = dictionary.unfolded(row.getString(2));
        boolean unique = row.getString(3).equals("UNIQUE");
        boolean bitmap = row.getString(4).contains("BITMAP");
        String column = row.getString(5);
        boolean descending = row.getString(6).equals("DESC");
        String expression = row.getString(7);
        var plain = PLAIN_COLUMN.matcher(expression == null ? "" : expression);
        Item item = expression != null && !plain.matches()
                ? new Item(expression, true, descending, null)
                : new Item(dictionary.unfolded(expression == null ? column : plain.group(1)), false, descending, null);
        return new ReflectedIndex(
                name, List.of(item), unique, null, List.of(), bitmap ? Map.of("bitmap", "true") : Map.of());
    }
}
