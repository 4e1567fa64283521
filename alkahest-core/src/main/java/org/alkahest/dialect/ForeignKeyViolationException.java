package org.alkahest.dialect;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A row refers to one that does not exist, or rows still refer to the one that would go. */
public final class ForeignKeyViolationException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    public ForeignKeyViolationException(
            String code,
            String message,
            @Nullable String constraint,
            @Nullable String sql,
            @Nullable SQLException cause) {
        super(code, message, constraint, sql, cause);
    }
}
