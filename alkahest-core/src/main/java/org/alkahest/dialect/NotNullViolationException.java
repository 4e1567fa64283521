package org.alkahest.dialect;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A column that takes no NULL was given one, or nothing. */
public final class NotNullViolationException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    public NotNullViolationException(
            String code,
            String message,
            @Nullable String constraint,
            @Nullable String sql,
            @Nullable SQLException cause) {
        super(code, message, constraint, sql, cause);
    }
}
