package org.alkahest.dialect;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row would have broken a constraint. Narrowed where the database says which kind of constraint it is. */
public sealed class IntegrityException extends DatabaseException
        permits UniqueViolationException,
                ForeignKeyViolationException,
                NotNullViolationException,
                CheckViolationException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String constraint;

    public IntegrityException(
            String code,
            String message,
            @Nullable String constraint,
            @Nullable String sql,
            @Nullable SQLException cause) {
        super(code, message, sql, cause);
        this.constraint = constraint;
    }

    /** The constraint (or the column, for NOT NULL) as the database names it, where it does. */
    public final Optional<String> constraint() {
        return Optional.ofNullable(constraint);
    }
}
