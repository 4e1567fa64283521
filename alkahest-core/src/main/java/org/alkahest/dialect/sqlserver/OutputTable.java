package org.alkahest.dialect.sqlserver;

import java.util.List;
import java.util.StringJoiner;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Returning;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * The table variable that takes the rows of OUTPUT where the changed table has triggers: without INTO the statement is
 * refused there (error 334; "OUTPUT clause (Transact-SQL)", version 16, "Triggers").
 *
 * @param columns the types of its columns, in SQL
 */
record OutputTable(List<String> columns) {
    static final String INTO = " INTO @returned";

    /** Beyond this many characters a type is MAX. */
    private static final int MAX_CHARACTERS = 4_000;

    OutputTable {
        columns = List.copyOf(columns);
    }

    /** Null where the table is not said to have triggers. Errors with ALK-1390 for a decimal without digits. */
    static @Nullable OutputTable of(Returning<?> statement, TypeCompiler types) {
        boolean triggers = statement.statement().table() instanceof Table table
                && table.tableOptions().has(SqlServerOptions.Triggers.TRIGGERS);
        return triggers
                ? new OutputTable(statement.selection().expressions().stream()
                        .map(Expression::type)
                        .map(type -> columnType(type, types))
                        .toList())
                : null;
    }

    /**
     * A ROWVERSION is what only the server writes, and its bytes are BINARY(8). Text in a column's own code page would be
     * put into that of the database, which may lack its characters.
     */
    private static String columnType(SqlType<?> type, TypeCompiler types) {
        if (type.vendor() == null) {
            return types.columnType(type);
        }
        if (type.equals(SqlServerTypes.ROWVERSION)) {
            return "BINARY(8)";
        }
        boolean codePage = type.name() == TypeName.VARCHAR || type.name() == TypeName.CHAR;
        return codePage
                ? "NVARCHAR(" + (type.length() > MAX_CHARACTERS ? "MAX" : type.length()) + ")"
                : types.columnType(type);
    }

    /** What precedes the change. Without NOCOUNT its number of rows would be the first result, and no rows to the driver. */
    String before() {
        StringJoiner all = new StringJoiner(", ", "SET NOCOUNT ON; DECLARE @returned TABLE (", "); ");
        for (int i = 0; i < columns.size(); i++) {
            all.add("c" + (i + 1) + " " + columns.get(i));
        }
        return all.toString();
    }

    /** What follows the change and gives the rows. */
    String after() {
        StringJoiner all = new StringJoiner(", ", "SELECT ", " FROM @returned; SET NOCOUNT OFF");
        for (int i = 0; i < columns.size(); i++) {
            all.add("c" + (i + 1));
        }
        return all.toString();
    }
}
