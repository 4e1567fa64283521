package org.alkahest.recording;

import java.util.List;

/**
 * One call that would have gone to the database.
 *
 * @param method the JDBC method: executeQuery, executeUpdate, execute, executeBatch, commit, rollback, setSavepoint
 * @param sql the statement; of a savepoint its name, of commit and rollback nothing
 * @param binds what was bound before, in order of the placeholders, one list per row of a batch
 */
public record RecordedCall(String method, String sql, List<List<Object>> binds) {}
