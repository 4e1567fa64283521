package org.alkahest.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only the text of CREATE INDEX tells of an index (https://www.sqlite.org/lang_createindex.html): its expressions and
 * its condition.
 *
 * @param items each as it is written, with its collation and direction
 * @param where the condition, or null
 */
record SqliteIndexText(List<String> items, @Nullable String where) {
    static SqliteIndexText parse(String sql) {
        List<String> items = new ArrayList<>();
        String where = null;
        int start = -1;
        for (SqliteToken token : SqliteToken.all(sql)) {
            if (token.depth() == 0 && token.is("(") && start < 0) {
                start = token.end();
            } else if (start >= 0 && where == null && (ends(token) || (token.depth() == 1 && token.is(",")))) {
                items.add(sql.substring(start, token.start()).strip());
                start = token.end();
            } else if (token.depth() == 0 && token.is("WHERE")) {
                where = sql.substring(token.end()).strip();
                break;
            }
        }
        return new SqliteIndexText(items, where);
    }

    private static boolean ends(SqliteToken token) {
        return token.depth() == 0 && token.is(")");
    }

    /** An item without its direction. */
    String item(int position) {
        return items.get(position).replaceFirst("(?i)\\s+(ASC|DESC)$", "");
    }
}
