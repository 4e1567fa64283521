package org.alkahest.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement that an engine sent, or one batch of it. Immutable.
 *
 * @param sql its text as it was sent
 * @param parameters one list of values per set of the batch; exactly one list for a statement that is no batch
 * @param failed whether the database refused it
 */
public record RecordedStatement(String sql, List<List<@Nullable Object>> parameters, boolean failed) {
    public RecordedStatement {
        List<List<@Nullable Object>> copies = new ArrayList<>();
        for (List<@Nullable Object> set : parameters) {
            copies.add(Collections.unmodifiableList(new ArrayList<>(set)));
        }
        parameters = Collections.unmodifiableList(copies);
    }

    /** How many sets of parameters it was sent for. */
    public int batchSize() {
        return parameters.size();
    }

    /** Whether it was a query. */
    public boolean isQuery() {
        return sql.startsWith("SELECT") || sql.startsWith("WITH") || sql.startsWith("VALUES");
    }

    @Override
    public String toString() {
        return sql + " " + (batchSize() == 1 ? parameters.get(0) : parameters) + (failed ? " FAILED" : "");
    }
}
