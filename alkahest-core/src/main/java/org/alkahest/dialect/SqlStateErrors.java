package org.alkahest.dialect;

import java.sql.BatchUpdateException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import org.alkahest.type.ExtensionPoint;
import org.jspecify.annotations.Nullable;

/**
 * Translates errors by SQLState (SQL:2023 part 2, 24.1, and what databases commonly add), then by JDBC's exception class.
 * A dialect overrides the hooks for what its driver says otherwise. Thread-safe.
 */
@ExtensionPoint("dialects override how a driver's error is classified and worded")
public class SqlStateErrors implements ErrorTranslator {
    /** The longest first: the whole state wins over its class, the first two characters. */
    private static final Map<String, ErrorKind> KINDS = Map.ofEntries(
            Map.entry("22", ErrorKind.DATA),
            Map.entry("23505", ErrorKind.UNIQUE),
            Map.entry("23503", ErrorKind.FOREIGN_KEY),
            Map.entry("23001", ErrorKind.FOREIGN_KEY),
            Map.entry("23502", ErrorKind.NOT_NULL),
            Map.entry("23513", ErrorKind.CHECK),
            Map.entry("23514", ErrorKind.CHECK),
            Map.entry("23", ErrorKind.INTEGRITY),
            Map.entry("40P01", ErrorKind.DEADLOCK),
            Map.entry("40002", ErrorKind.INTEGRITY),
            Map.entry("40", ErrorKind.SERIALIZATION),
            Map.entry("08", ErrorKind.CONNECTION),
            Map.entry("28", ErrorKind.CONNECTION),
            Map.entry("57P01", ErrorKind.CONNECTION),
            Map.entry("57P02", ErrorKind.CONNECTION),
            Map.entry("57P03", ErrorKind.CONNECTION),
            Map.entry("57014", ErrorKind.TIMEOUT),
            Map.entry("55P03", ErrorKind.TIMEOUT),
            Map.entry("HYT00", ErrorKind.TIMEOUT),
            Map.entry("HYT01", ErrorKind.TIMEOUT),
            Map.entry("25P02", ErrorKind.ABORTED_TRANSACTION),
            Map.entry("42P01", ErrorKind.MISSING_OBJECT),
            Map.entry("42703", ErrorKind.MISSING_OBJECT),
            Map.entry("42704", ErrorKind.MISSING_OBJECT),
            Map.entry("3F000", ErrorKind.MISSING_OBJECT),
            Map.entry("42S02", ErrorKind.MISSING_OBJECT),
            Map.entry("42S22", ErrorKind.MISSING_OBJECT));

    public SqlStateErrors() {}

    @Override
    public final DatabaseException translate(String attempt, @Nullable String sql, SQLException error) {
        SQLException first = first(error);
        ErrorKind kind = kindOf(first);
        String message =
                attempt + ": " + sentence(messageOf(first)) + " " + kind.advice() + (sql == null ? "" : " SQL: " + sql);
        String code = kind.code();
        return switch (kind) {
            case UNIQUE -> new UniqueViolationException(code, message, constraintOf(first), sql, first);
            case FOREIGN_KEY -> new ForeignKeyViolationException(code, message, constraintOf(first), sql, first);
            case NOT_NULL -> new NotNullViolationException(code, message, constraintOf(first), sql, first);
            case CHECK -> new CheckViolationException(code, message, constraintOf(first), sql, first);
            case INTEGRITY -> new IntegrityException(code, message, constraintOf(first), sql, first);
            case SERIALIZATION -> new SerializationFailureException(code, message, sql, first);
            case DEADLOCK -> new DeadlockException(code, message, sql, first);
            case CONNECTION -> new ConnectionException(code, message, sql, first);
            case TIMEOUT -> new DatabaseTimeoutException(code, message, sql, first);
            case DATA -> new DataException(code, message, sql, first);
            case MISSING_OBJECT -> new MissingObjectException(code, message, sql, first);
            case ABORTED_TRANSACTION, OTHER -> new DatabaseException(code, message, sql, first);
        };
    }

    /** The kind of an error. This looks at the SQLState, its class, then the exception's class. */
    protected ErrorKind kindOf(SQLException error) {
        String state = error.getSQLState();
        if (state != null && state.length() == 5) {
            ErrorKind exact = KINDS.get(state);
            ErrorKind kind = exact != null ? exact : KINDS.get(state.substring(0, 2));
            if (kind != null) {
                return kind;
            }
        }
        return switch (error) {
            case SQLDataException e -> ErrorKind.DATA;
            case SQLIntegrityConstraintViolationException e -> ErrorKind.INTEGRITY;
            case SQLTransactionRollbackException e -> ErrorKind.SERIALIZATION;
            case SQLTimeoutException e -> ErrorKind.TIMEOUT;
            case SQLTransientConnectionException e -> ErrorKind.CONNECTION;
            case SQLNonTransientConnectionException e -> ErrorKind.CONNECTION;
            case SQLRecoverableException e -> ErrorKind.CONNECTION;
            default -> ErrorKind.OTHER;
        };
    }

    /**
     * What the database said, without parameter values. This is the first line: what follows it holds details, and
     * those hold values. A dialect whose driver puts values or the statement into the first line cuts them off.
     */
    protected String messageOf(SQLException error) {
        String message = error.getMessage();
        if (message == null || message.isBlank()) {
            return error.getClass().getSimpleName();
        }
        return message.strip().lines().findFirst().orElse(message).strip();
    }

    /** The name of the constraint that was broken, where the error tells; this finds none. */
    protected @Nullable String constraintOf(SQLException error) {
        return null;
    }

    /** A batch's own error repeats the statement with its values; the database's error is behind it. */
    private static SQLException first(SQLException error) {
        if (error instanceof BatchUpdateException) {
            if (error.getNextException() != null) {
                return error.getNextException();
            }
            if (error.getCause() instanceof SQLException cause) {
                return cause;
            }
        }
        return error;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
