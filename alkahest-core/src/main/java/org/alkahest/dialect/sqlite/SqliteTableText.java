package org.alkahest.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alkahest.reflect.ReflectedCheck;
import org.jspecify.annotations.Nullable;

/**
 * What only the text of CREATE TABLE tells of a table (https://www.sqlite.org/lang_createtable.html), no pragma: the names of
 * constraints, checks, generated expressions, collations, whether foreign keys are deferred. SQLite keeps the text as it
 * was written, so it is read by its tokens.
 */
final class SqliteTableText {
    private static final String[] NEXT = {"CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "COLLATE", "DEFAULT", "AS"};

    private final Map<String, String> generated = new HashMap<>();
    private final Map<String, String> collations = new HashMap<>();
    private final Set<String> autoincrement = new HashSet<>();
    private final List<ReflectedCheck> checks = new ArrayList<>();
    private final List<NamedKey> uniques = new ArrayList<>();
    private final List<ForeignKeyText> foreignKeys = new ArrayList<>();
    private @Nullable String primaryKeyName;
    private boolean withoutRowid;
    private boolean strict;

    private final String sql;
    private List<SqliteToken> item = List.of();
    private int at;

    private SqliteTableText(String sql) {
        this.sql = sql;
    }

    /** Reads the text of CREATE TABLE; what is not understood, such as that of a virtual table, tells nothing. */
    static SqliteTableText parse(String sql) {
        SqliteTableText table = new SqliteTableText(sql);
        List<SqliteToken> body = new ArrayList<>();
        boolean inside = false;
        for (SqliteToken token : SqliteToken.all(sql)) {
            if (token.depth() == 0 && token.is("AS", "USING") && !inside) {
                return table;
            }
            if (token.depth() == 0 && token.is("(") && !inside) {
                inside = true;
            } else if (token.depth() == 0 && inside) {
                table.option(token);
            } else if (inside && token.depth() == 1 && token.is(",")) {
                table.read(body);
                body = new ArrayList<>();
            } else if (inside) {
                body.add(token);
            }
        }
        table.read(body);
        return table;
    }

    List<ReflectedCheck> checks() {
        return checks;
    }

    @Nullable
    String primaryKeyName() {
        return primaryKeyName;
    }

    /** The expression of a generated column, or null for others. */
    @Nullable
    String generated(String column) {
        return generated.get(folded(column));
    }

    /** The collation that a column names, or null. */
    @Nullable
    String collation(String column) {
        return collations.get(folded(column));
    }

    boolean isAutoincrement(String column) {
        return autoincrement.contains(folded(column));
    }

    /** The name of the unique constraint of these columns, or null. */
    @Nullable
    String uniqueName(List<String> columns) {
        for (NamedKey key : uniques) {
            if (key.columns.equals(folded(columns))) {
                return key.name;
            }
        }
        return null;
    }

    /** What is told of the foreign key of these columns. */
    Optional<ForeignKeyText> foreignKey(List<String> columns) {
        return foreignKeys.stream()
                .filter(key -> key.columns.equals(folded(columns)))
                .findFirst();
    }

    /** Whether the rows are kept in the primary key, which then does not number itself. */
    boolean isWithoutRowid() {
        return withoutRowid;
    }

    boolean isStrict() {
        return strict;
    }

    private void option(SqliteToken token) {
        withoutRowid |= token.is("ROWID");
        strict |= token.is("STRICT");
    }

    private void read(List<SqliteToken> tokens) {
        item = tokens;
        at = 0;
        if (tokens.isEmpty()) {
            return;
        }
        if (tokens.get(0).is("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN")) {
            constraints(null);
        } else {
            constraints(tokens.get(at++).text());
        }
    }

    /** Reads the constraints that follow, of a column or, where it is null, of the table. Other words are passed over. */
    private void constraints(@Nullable String column) {
        String name = null;
        while (at < item.size()) {
            SqliteToken token = item.get(at++);
            if (token.is("CONSTRAINT")) {
                name = item.get(at++).text();
                continue;
            }
            if (token.depth() == 1) {
                constraint(token, name, column);
            }
            if (token.is("NULL", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "REFERENCES", "AS", "COLLATE", "DEFAULT")) {
                name = null;
            }
        }
    }

    private void constraint(SqliteToken token, @Nullable String name, @Nullable String column) {
        if (token.is("PRIMARY")) {
            primaryKeyName = name;
        } else if (token.is("UNIQUE")) {
            uniques.add(new NamedKey(name, column == null ? names() : folded(List.of(column))));
        } else if (token.is("CHECK")) {
            checks.add(new ReflectedCheck(name, parenthesized()));
        } else if (token.is("FOREIGN")) {
            at++;
            List<String> columns = names();
            while (at < item.size() && !item.get(at).is("REFERENCES")) {
                at++;
            }
            at++;
            references(name, columns);
        } else if (token.is("REFERENCES") && column != null) {
            references(name, folded(List.of(column)));
        } else if (column != null) {
            ofColumn(token, column);
        }
    }

    private void ofColumn(SqliteToken token, String column) {
        if (token.is("AUTOINCREMENT")) {
            autoincrement.add(folded(column));
        } else if (token.is("COLLATE")) {
            collations.put(folded(column), item.get(at++).text());
        } else if (token.is("AS") && at < item.size() && item.get(at).is("(")) {
            generated.put(folded(column), parenthesized());
        }
    }

    /** Reads what follows REFERENCES up to the next constraint. */
    private void references(@Nullable String name, List<String> columns) {
        boolean deferrable = false;
        boolean deferred = false;
        SqliteToken before = item.get(at - 1);
        while (at < item.size() && (before.is("SET") || !item.get(at).is(NEXT))) {
            SqliteToken token = item.get(at++);
            if (token.is("DEFERRABLE")) {
                deferrable = !before.is("NOT");
            } else if (token.is("DEFERRED")) {
                deferred = deferrable;
            }
            before = token;
        }
        foreignKeys.add(new ForeignKeyText(name, columns, deferrable, deferred));
    }

    /** The text between the parentheses that begin here. */
    private String parenthesized() {
        SqliteToken open = item.get(at++);
        while (at < item.size() && item.get(at).depth() > open.depth()) {
            at++;
        }
        int end = at < item.size() ? item.get(at++).start() : sql.length();
        return sql.substring(open.end(), end).strip();
    }

    /** The names in the parentheses that begin here. */
    private List<String> names() {
        List<String> names = new ArrayList<>();
        int depth = item.get(at++).depth();
        boolean expected = true;
        while (at < item.size() && item.get(at).depth() > depth) {
            SqliteToken token = item.get(at++);
            if (token.is(",")) {
                expected = true;
            } else if (expected) {
                names.add(folded(token.text()));
                expected = false;
            }
        }
        at++;
        return names;
    }

    private static List<String> folded(List<String> names) {
        return names.stream().map(SqliteTableText::folded).toList();
    }

    private static String folded(String name) {
        return SqliteReflection.folded(name);
    }

    private record NamedKey(@Nullable String name, List<String> columns) {}

    /** A foreign key's own name, or null, and whether it may wait for the end of the transaction. */
    record ForeignKeyText(@Nullable String name, List<String> columns, boolean deferrable, boolean deferred) {}
}
