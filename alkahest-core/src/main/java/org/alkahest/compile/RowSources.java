package org.alkahest.compile;

import org.alkahest.sql.RowSource;
import org.alkahest.sql.TableName;
import org.alkahest.sql.TableRef;

/** Where only a table will do, and not a query that stands for one. */
final class RowSources {
    private RowSources() {}

    static void requireTable(TableRef table, String verb) {
        RowSource rows = table.rowSource();
        if (rows != null) {
            throw new CompileException(
                    "ALK-2025",
                    "Cannot " + verb + " " + FromClause.name(table) + ": its rows are in several tables, "
                            + rows.tables().stream()
                                    .map(TableName::toString)
                                    .sorted()
                                    .toList()
                            + ". Name one of these.");
        }
    }
}
