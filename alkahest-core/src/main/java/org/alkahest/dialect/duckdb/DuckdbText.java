package org.alkahest.dialect.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the statements that the catalog keeps, which DuckDB has written anew: words apart by single blanks. */
final class DuckdbText {
    private DuckdbText() {}

    /** What stands in the first parentheses, separated by commas; empty if there are none. */
    static List<String> list(String sql) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < sql.length(); i = next(sql, i)) {
            char c = sql.charAt(i);
            if (c == '(' && depth++ == 0) {
                start = i + 1;
            } else if (depth == 1 && (c == ',' || c == ')')) {
                items.add(sql.substring(start, i).strip());
                start = i + 1;
            }
            if (c == ')' && --depth == 0) {
                return items;
            }
        }
        return items;
    }

    /** What follows a word that is outside all parentheses and quotes; null if there is none. */
    static @Nullable String after(String sql, String word) {
        String marked = " " + word + " ";
        int depth = 0;
        for (int i = 0; i < sql.length(); i = next(sql, i)) {
            char c = sql.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && sql.regionMatches(true, i, marked, 0, marked.length())) {
                return sql.substring(i + marked.length());
            }
        }
        return null;
    }

    /** Without parentheses around the whole. */
    static String inner(String sql) {
        int depth = 0;
        for (int i = 0; i < sql.length(); i = next(sql, i)) {
            char c = sql.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i > 0 && i == sql.length() - 1 ? sql.substring(1, i).strip() : sql;
            }
        }
        return sql;
    }

    /** The identifier that begins a text, without its quotes. */
    static String identifier(String sql) {
        if (sql.startsWith("\"")) {
            return sql.substring(1, next(sql, 0) - 1).replace("\"\"", "\"");
        }
        return sql.split("[ .(]", 2)[0];
    }

    /** Whether a text is an identifier and nothing else. */
    static boolean isIdentifier(String sql) {
        return sql.startsWith("\"") ? next(sql, 0) == sql.length() : sql.matches("\\w+");
    }

    /** The sequence whose next number an expression is, without schema; null for other expressions. */
    static @Nullable String sequence(@Nullable String sql) {
        if (sql == null || !sql.toLowerCase(Locale.ROOT).startsWith("nextval('") || !sql.endsWith("')")) {
            return null;
        }
        String name = sql.substring("nextval('".length(), sql.length() - 2).replace("''", "'");
        String first = identifier(name);
        String rest = name.substring(name.startsWith("\"") ? next(name, 0) : first.length());
        return rest.startsWith(".") ? identifier(rest.substring(1)) : first;
    }

    /** The next character, behind the closing quote where one opens. A doubled quote closes and opens again. */
    private static int next(String sql, int at) {
        char quote = sql.charAt(at);
        int i = at + 1;
        if (quote == '"' || quote == '\'') {
            while (i < sql.length() && (sql.charAt(i) != quote || sql.startsWith("" + quote + quote, i))) {
                i += sql.charAt(i) == quote ? 2 : 1;
            }
            i++;
        }
        return i;
    }
}
