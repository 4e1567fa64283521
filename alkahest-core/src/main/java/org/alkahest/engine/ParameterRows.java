package org.alkahest.engine;

import java.util.List;
import java.util.Map;
import org.alkahest.type.ExtensionPoint;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of many executions of one statement, read by position: nothing is made per row. Each value is asked for
 * when its row is bound, in the order of the rows, and again by those who look at an {@link ExecutionEvent}.
 */
@ExtensionPoint("rows may be objects of any kind")
public interface ParameterRows {
    /** The names of the statement's parameters, all of them, in any order. */
    List<String> names();

    /** How many rows there are. */
    int size();

    /** The value of a parameter, by its position among the names; null is NULL. */
    @Nullable
    Object value(int row, int name);

    /** Rows given by name; each has to name all parameters, and no others. */
    static ParameterRows of(List<? extends Map<String, ?>> rows) {
        return new NamedRows(rows);
    }

    /** Some of the rows, as a view. */
    default ParameterRows slice(int from, int to) {
        return from == 0 && to == size() ? this : new RowSlice(this, from, to - from);
    }
}
