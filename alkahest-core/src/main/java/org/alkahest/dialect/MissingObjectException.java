package org.alkahest.dialect;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The statement names a table, column or other object that the database does not have. */
public final class MissingObjectException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public MissingObjectException(String code, String message, @Nullable String sql, @Nullable SQLException cause) {
        super(code, message, sql, cause);
    }
}
