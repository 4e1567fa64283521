package org.alkahest.dialect;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Turns a driver's error into one of Alkahest's, by SQLState, vendor code or message. Thread-safe. */
@FunctionalInterface
public interface ErrorTranslator {
    /**
     * The error of Alkahest that stands for a driver's.
     *
     * @param attempt what was attempted, as the beginning of a sentence: {@code "Cannot execute the statement"}
     * @param sql the statement, or null where there was none
     */
    DatabaseException translate(String attempt, @Nullable String sql, SQLException error);
}
