package org.alkahest.dialect.mysql;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.TableHint;

/**
 * Index hints of MySQL and MariaDB (https://dev.mysql.com/doc/refman/9.7/en/index-hints.html), for
 * {@code select(…).hint(…)}; other databases do not see them. Names of indexes are written in quotes.
 */
public final class IndexHint {
    private IndexHint() {}

    /** {@code USE INDEX (names)}: no index but these; without a name none at all. */
    public static TableHint use(FromItem table, String... names) {
        return hint(table, "USE INDEX", names);
    }

    /** {@code FORCE INDEX (names)}: these, rather than read the whole table. */
    public static TableHint force(FromItem table, String name, String... more) {
        return hint(table, "FORCE INDEX", with(name, more));
    }

    /** {@code IGNORE INDEX (names)}: any but these. */
    public static TableHint ignore(FromItem table, String name, String... more) {
        return hint(table, "IGNORE INDEX", with(name, more));
    }

    private static String[] with(String first, String... more) {
        String[] all = new String[more.length + 1];
        all[0] = first;
        System.arraycopy(more, 0, all, 1, more.length);
        return all;
    }

    private static TableHint hint(FromItem table, String words, String... names) {
        String list = Arrays.stream(names)
                .map(name -> "`" + name.replace("`", "``") + "`")
                .collect(Collectors.joining(", ", " (", ")"));
        return new TableHint(table, MysqlDialect.VENDOR.dialects(), TableHint.Place.AFTER, words + list);
    }
}
