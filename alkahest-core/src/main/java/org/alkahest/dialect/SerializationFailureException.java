package org.alkahest.dialect;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The transaction met a concurrent one and cannot be serialised after it; run the whole of it again. */
public final class SerializationFailureException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public SerializationFailureException(
            String code, String message, @Nullable String sql, @Nullable SQLException cause) {
        super(code, message, sql, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
