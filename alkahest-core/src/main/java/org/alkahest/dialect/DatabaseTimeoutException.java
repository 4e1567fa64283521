package org.alkahest.dialect;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database gave up waiting, for a lock or for the end of a statement. */
public final class DatabaseTimeoutException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public DatabaseTimeoutException(String code, String message, @Nullable String sql, @Nullable SQLException cause) {
        super(code, message, sql, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
