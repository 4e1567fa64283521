package org.alkahest.dialect.sqlserver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema, and the database that it is in where that is another than the connection's: {@code db.dbo}. The last dot
 * separates them, but for dots in brackets or double quotes, which delimit a name and are no part of it.
 *
 * @param database null for the connection's own
 * @param owner the schema itself
 */
record SchemaName(@Nullable String database, String owner) {
    static SchemaName of(String text) {
        int dot = -1;
        char end = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (end != 0) {
                end = c == end ? 0 : end;
            } else if (c == '[') {
                end = ']';
            } else if (c == '"') {
                end = c;
            } else if (c == '.') {
                dot = i;
            }
        }
        return dot < 0
                ? new SchemaName(null, undelimited(text))
                : new SchemaName(undelimited(text.substring(0, dot)), undelimited(text.substring(dot + 1)));
    }

    /** "Database identifiers": the closing delimiter is doubled inside. */
    private static String undelimited(String name) {
        int last = name.length() - 1;
        if (last > 0 && name.charAt(0) == '[' && name.charAt(last) == ']') {
            return name.substring(1, last).replace("]]", "]");
        }
        return last > 0 && name.charAt(0) == '"' && name.charAt(last) == '"'
                ? name.substring(1, last).replace("\"\"", "\"")
                : name;
    }

    /** The text that {@link #of} reads as this: what it would take apart stands in brackets. */
    String text() {
        return database == null ? delimited(owner) : delimited(database) + "." + delimited(owner);
    }

    private static String delimited(String name) {
        boolean plain = name.indexOf('.') < 0 && name.indexOf('[') < 0 && name.indexOf('"') < 0;
        return plain ? name : "[" + name.replace("]", "]]") + "]";
    }

    List<String> parts() {
        return database == null ? List.of(owner) : List.of(database, owner);
    }
}
