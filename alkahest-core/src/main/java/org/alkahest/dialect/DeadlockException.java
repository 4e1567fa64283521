package org.alkahest.dialect;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database ended the transaction to resolve a deadlock; run the whole of it again. */
public final class DeadlockException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public DeadlockException(String code, String message, @Nullable String sql, @Nullable SQLException cause) {
        super(code, message, sql, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
