package org.alkahest.dialect;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A value does not fit: a text too long for its column, a number out of range, a conversion that fails, a division by zero
 * (class 22 of SQLState).
 */
public final class DataException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public DataException(String code, String message, @Nullable String sql, @Nullable SQLException cause) {
        super(code, message, sql, cause);
    }
}
