package org.alkahest.dialect;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The connection to the database could not be made, or was lost; an open transaction is gone. */
public final class ConnectionException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public ConnectionException(String code, String message, @Nullable String sql, @Nullable SQLException cause) {
        super(code, message, sql, cause);
    }
}
