package org.alkahest.dialect.duckdb;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alkahest.dialect.ErrorKind;
import org.alkahest.dialect.SqlStateErrors;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB's errors: neither SQLState nor code, but messages that begin with the kind of the error
 * (https://duckdb.org/docs/stable/sql/constraints, docs/stable/connect/concurrency, 2.0).
 */
final class DuckdbErrors extends SqlStateErrors {
    /** {@code Duplicate key "name: value" violates unique constraint}; the values of further columns follow. */
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate key \"([^:\"]+): .*");

    /** {@code NOT NULL constraint failed: table.column}. */
    private static final Pattern NOT_NULL = Pattern.compile("NOT NULL constraint failed: (.+)");

    private static final Pattern KEY = Pattern.compile("(?i)((?:duplicate )?key) \".*\"");

    /** {@code CHECK constraint failed on table "t" with expression CHECK((a > 0))}: the constraint's own values. */
    private static final Pattern CHECKED = Pattern.compile(" with expression CHECK.*");

    /** These repeat the value that was wrong. */
    private static final Pattern DATA =
            Pattern.compile("^((?:Conversion|Out of Range|Invalid Input) Error.*?['\"(]).*(['\")])");

    DuckdbErrors() {}

    @Override
    protected ErrorKind kindOf(SQLException error) {
        String message = String.valueOf(error.getMessage());
        if (message.startsWith("Constraint Error") || message.contains("constraint violation")) {
            return constraintKind(message);
        }
        if (message.startsWith("TransactionContext Error")) {
            return message.contains("transaction is aborted") ? ErrorKind.ABORTED_TRANSACTION : ErrorKind.SERIALIZATION;
        }
        if (message.startsWith("Catalog Error") || message.startsWith("Binder Error")) {
            boolean missing = message.contains("does not exist") || message.contains("not found");
            return missing ? ErrorKind.MISSING_OBJECT : ErrorKind.OTHER;
        }
        if (message.startsWith("Conversion Error") || message.startsWith("Out of Range Error")) {
            return ErrorKind.DATA;
        }
        if (message.startsWith("INTERRUPT Error")) {
            return ErrorKind.TIMEOUT;
        }
        boolean lost = message.startsWith("FATAL Error")
                || message.startsWith("IO Error")
                || message.startsWith("Connection Error")
                || message.equals("Connection was closed");
        return lost ? ErrorKind.CONNECTION : super.kindOf(error);
    }

    private static ErrorKind constraintKind(String message) {
        if (message.contains("foreign key constraint")) {
            return ErrorKind.FOREIGN_KEY;
        }
        if (message.contains("NOT NULL constraint")) {
            return ErrorKind.NOT_NULL;
        }
        if (message.contains("CHECK constraint")) {
            return ErrorKind.CHECK;
        }
        return message.contains("uplicate key") ? ErrorKind.UNIQUE : ErrorKind.INTEGRITY;
    }

    /** Keys and wrong values are cut off. */
    @Override
    protected String messageOf(SQLException error) {
        String message = super.messageOf(error).replaceFirst("!$", "");
        String withoutKey = KEY.matcher(message).replaceAll("$1");
        String withoutCheck = CHECKED.matcher(withoutKey).replaceFirst("");
        return DATA.matcher(withoutCheck).replaceFirst("$1…$2");
    }

    /** The column of a NOT NULL or a unique constraint, where the message names it; no constraint's own name. */
    @Override
    protected @Nullable String constraintOf(SQLException error) {
        String message = super.messageOf(error);
        Matcher duplicate = DUPLICATE.matcher(message);
        if (duplicate.find()) {
            return duplicate.group(1);
        }
        Matcher notNull = NOT_NULL.matcher(message);
        return notNull.find() ? notNull.group(1).replace("\"", "") : null;
    }
}
