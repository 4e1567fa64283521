package org.alkahest.dialect;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A row with the same value of a primary key or unique constraint exists. */
public final class UniqueViolationException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    public UniqueViolationException(
            String code,
            String message,
            @Nullable String constraint,
            @Nullable String sql,
            @Nullable SQLException cause) {
        super(code, message, constraint, sql, cause);
    }
}
