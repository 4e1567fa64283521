package org.alkahest.compile;

import java.util.List;
import org.alkahest.type.Codec;
import org.alkahest.type.SqlType;

/**
 * A statement compiled for one dialect: its text, how parameters are filled from the values of a statement of the same
 * structure, and how result columns are read. It holds no value, no user code and no connection, so it can be cached.
 *
 * @param sql the text, with {@code ?} placeholders
 * @param binds one per placeholder, in order
 * @param columns one per result column, in order; empty for statements without rows
 * @param cacheable false where a value is part of the text
 * @param warnings what is legal but hardly meant, in sentences
 */
public record Compiled(
        String sql, List<Bind> binds, List<OutputColumn> columns, boolean cacheable, List<String> warnings) {
    public Compiled {
        binds = List.copyOf(binds);
        columns = List.copyOf(columns);
        warnings = List.copyOf(warnings);
    }

    /** Without warnings. */
    public Compiled(String sql, List<Bind> binds, List<OutputColumn> columns, boolean cacheable) {
        this(sql, binds, columns, cacheable, List.of());
    }

    /**
     * One placeholder.
     *
     * @param slot the 0-based index into the values that {@link StatementKey} collected from the statement
     */
    public record Bind(int slot, SqlType<?> type, Codec<?> codec) {}

    /** One result column. */
    public record OutputColumn(String label, SqlType<?> type, Codec<?> codec) {}
}
