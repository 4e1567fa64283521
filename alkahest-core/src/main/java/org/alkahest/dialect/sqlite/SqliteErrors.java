package org.alkahest.dialect.sqlite;

import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alkahest.dialect.ErrorKind;
import org.alkahest.dialect.SqlStateErrors;
import org.jspecify.annotations.Nullable;

/**
 * SQLite's errors: no SQLState, the primary result code as vendor code, and the extended code's name at the beginning of
 * the message (https://www.sqlite.org/rescode.html).
 */
final class SqliteErrors extends SqlStateErrors {
    /** {@code [SQLITE_CONSTRAINT_UNIQUE] A UNIQUE constraint failed (UNIQUE constraint failed: t.a)}. */
    private static final Pattern MESSAGE = Pattern.compile("\\[(SQLITE_\\w+)]\\s*[^(]*\\((.*)\\)");

    private static final String FAILED = "constraint failed: ";

    SqliteErrors() {}

    @Override
    protected ErrorKind kindOf(SQLException error) {
        String message = String.valueOf(error.getMessage());
        Matcher matcher = MESSAGE.matcher(message);
        String name = matcher.find() ? matcher.group(1) : "";
        return switch (name) {
            case "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_ROWID" ->
                ErrorKind.UNIQUE;
            case "SQLITE_CONSTRAINT_FOREIGNKEY" -> ErrorKind.FOREIGN_KEY;
            case "SQLITE_CONSTRAINT_NOTNULL" -> ErrorKind.NOT_NULL;
            case "SQLITE_CONSTRAINT_CHECK" -> ErrorKind.CHECK;
            case "SQLITE_BUSY_SNAPSHOT" -> ErrorKind.SERIALIZATION;
            default -> byPrimaryCode(error, message.toLowerCase(Locale.ROOT));
        };
    }

    private ErrorKind byPrimaryCode(SQLException error, String message) {
        return switch (error.getErrorCode() & 0xff) {
            case 1 ->
                message.contains("no such table")
                                || message.contains("no such column")
                                || message.contains("no such index")
                        ? ErrorKind.MISSING_OBJECT
                        : message.contains("integer overflow") ? ErrorKind.DATA : ErrorKind.OTHER;
            case 5, 6 -> ErrorKind.TIMEOUT; // BUSY, LOCKED: busy_timeout has passed
            case 9 -> ErrorKind.TIMEOUT; // INTERRUPT: the statement was cancelled
            case 10, 14, 26 -> ErrorKind.CONNECTION; // IOERR, CANTOPEN, NOTADB
            case 18, 20 -> ErrorKind.DATA; // TOOBIG, MISMATCH
            case 19 -> ErrorKind.INTEGRITY; // CONSTRAINT
            default -> super.kindOf(error);
        };
    }

    @Override
    protected String messageOf(SQLException error) {
        String message = super.messageOf(error);
        Matcher matcher = MESSAGE.matcher(message);
        return matcher.find() ? matcher.group(2) : message;
    }

    /** For a check its name; for a unique or not-null violation the columns, as SQLite names no constraint there. */
    @Override
    protected @Nullable String constraintOf(SQLException error) {
        String message = messageOf(error);
        int at = message.indexOf(FAILED);
        return at < 0 ? null : message.substring(at + FAILED.length());
    }
}
