package org.alkahest.dialect;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A row does not meet a CHECK condition. */
public final class CheckViolationException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    public CheckViolationException(
            String code,
            String message,
            @Nullable String constraint,
            @Nullable String sql,
            @Nullable SQLException cause) {
        super(code, message, constraint, sql, cause);
    }
}
