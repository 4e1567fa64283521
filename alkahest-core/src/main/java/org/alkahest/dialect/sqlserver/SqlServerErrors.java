package org.alkahest.dialect.sqlserver;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alkahest.dialect.ErrorKind;
import org.alkahest.dialect.SqlStateErrors;
import org.jspecify.annotations.Nullable;

/**
 * SQL Server's errors by their numbers ("Database Engine events and errors", version 16): the driver makes SQLStates up
 * from few of them.
 */
final class SqlServerErrors extends SqlStateErrors {
    /** {@code constraint 'uq_t_a'}, {@code unique index 'ix'}, {@code constraint "fk"}, {@code NULL into column 'a'}. */
    private static final Pattern CONSTRAINT =
            Pattern.compile("(?:constraint|unique index|SAME TABLE|into column) ['\"]([^'\"]+)['\"]");

    /** What stands behind these words, to the end or the last quote, is a value of the statement's. */
    private static final Pattern VALUE =
            Pattern.compile("(?s) The duplicate key value is .*| Truncated value: .*|, value = .*|(?<= value) '.*'");

    SqlServerErrors() {}

    @Override
    protected ErrorKind kindOf(SQLException error) {
        return switch (error.getErrorCode()) {
            case 2601, 2627 -> ErrorKind.UNIQUE;
            case 547 ->
                String.valueOf(error.getMessage()).contains("CHECK constraint")
                        ? ErrorKind.CHECK
                        : ErrorKind.FOREIGN_KEY;
            case 515 -> ErrorKind.NOT_NULL;
            // Cut text, overflow, conversions that fail, division by zero.
            case 220, 232, 241, 242, 244, 245, 248, 2628, 8114, 8115, 8134, 8152, 8169 -> ErrorKind.DATA;
            case 1205 -> ErrorKind.DEADLOCK;
            // Snapshot conflicts, of tables on disk and in memory.
            case 3960, 3961, 41301, 41302, 41305, 41325, 41839 -> ErrorKind.SERIALIZATION;
            case 1222 -> ErrorKind.TIMEOUT; // lock request time out
            case 207, 208, 2812, 3701, 3728, 4902, 15151 -> ErrorKind.MISSING_OBJECT;
            // Login, database, network and what a cloud database says when it moves or is busy.
            case 233, 4060, 10053, 10054, 10060, 10928, 10929, 17142, 18456, 40197, 40501, 40613, 49918, 49919, 49920 ->
                ErrorKind.CONNECTION;
            default -> byState(error);
        };
    }

    /** The driver cancels a statement after its query timeout, and says so by this state. */
    private ErrorKind byState(SQLException error) {
        return "HY008".equals(error.getSQLState()) ? ErrorKind.TIMEOUT : super.kindOf(error);
    }

    @Override
    protected String messageOf(SQLException error) {
        String message = error.getMessage();
        if (message == null || message.isBlank()) {
            return super.messageOf(error);
        }
        String safe = VALUE.matcher(message).replaceAll("");
        return safe.strip().lines().findFirst().orElse(safe).strip();
    }

    @Override
    protected @Nullable String constraintOf(SQLException error) {
        Matcher matcher = CONSTRAINT.matcher(messageOf(error));
        return matcher.find() ? matcher.group(1) : null;
    }
}
