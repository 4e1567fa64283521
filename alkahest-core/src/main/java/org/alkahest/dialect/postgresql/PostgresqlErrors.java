package org.alkahest.dialect.postgresql;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alkahest.dialect.ErrorKind;
import org.alkahest.dialect.SqlStateErrors;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's errors (https://www.postgresql.org/docs/18/errcodes-appendix.html). */
final class PostgresqlErrors extends SqlStateErrors {
    /** {@code … constraint "uq_t_a"}; for NOT NULL, which has no name before 18, {@code … column "a" of relation "t" …}. */
    private static final Pattern CONSTRAINT = Pattern.compile("(?:constraint|column) \"([^\"]+)\"");

    PostgresqlErrors() {}

    @Override
    protected ErrorKind kindOf(SQLException error) {
        String state = String.valueOf(error.getSQLState());
        // Too many connections, or the server is out of memory or disk for them (class 53).
        return state.equals("53300") ? ErrorKind.CONNECTION : super.kindOf(error);
    }

    /** Data exceptions (class 22) end in the wrong value. */
    @Override
    protected String messageOf(SQLException error) {
        String message = super.messageOf(error).replaceFirst("^(ERROR|FATAL|PANIC): ", "");
        return String.valueOf(error.getSQLState()).startsWith("22") ? message.replaceFirst(": \".*", "") : message;
    }

    @Override
    protected @Nullable String constraintOf(SQLException error) {
        Matcher matcher = CONSTRAINT.matcher(messageOf(error));
        return matcher.find() ? matcher.group(1) : null;
    }
}
