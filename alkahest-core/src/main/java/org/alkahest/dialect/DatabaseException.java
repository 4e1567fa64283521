package org.alkahest.dialect;

import java.sql.SQLException;
import java.util.Optional;
import org.alkahest.type.AlkahestException;
import org.alkahest.type.ExtensionPoint;
import org.jspecify.annotations.Nullable;

/**
 * The database, or the way to it, refused. Carries the statement, never its parameter values; the driver's own error,
 * which may hold values, is the cause.
 */
@ExtensionPoint("one class per kind of failure")
public class DatabaseException extends AlkahestException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String sql;

    public DatabaseException(String code, String message, @Nullable String sql, @Nullable SQLException cause) {
        super(code, message, cause);
        this.sql = sql;
    }

    /** The statement, if there was one. */
    public final Optional<String> sql() {
        return Optional.ofNullable(sql);
    }

    /** The SQLState that the driver gave, if any. */
    public final Optional<String> sqlState() {
        return getCause() instanceof SQLException cause ? Optional.ofNullable(cause.getSQLState()) : Optional.empty();
    }

    /** The database's own error number; 0 where there is none. */
    public final int vendorCode() {
        return getCause() instanceof SQLException cause ? cause.getErrorCode() : 0;
    }
}
