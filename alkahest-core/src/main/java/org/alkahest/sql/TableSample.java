package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * {@code table TABLESAMPLE method (percent) REPEATABLE (seed)}: some rows of a table, chosen at random (SQL:2023 part 2,
 * 7.6). Columns are the table's own. Percentage and seed are part of the statement's structure, as not every database
 * takes parameters there.
 *
 * @param percent from 0 to 100
 * @param seed makes the choice repeatable, or null
 */
public record TableSample(
        TableRef table,
        Method method,
        double percent,
        @Nullable Integer seed) implements FromItem {
    public TableSample {
        Objects.requireNonNull(table, "table is null");
        Objects.requireNonNull(method, "method is null");
        if (!(percent >= 0 && percent <= 100)) {
            throw new AlkahestArgumentException(
                    "ALK-1162",
                    "Cannot sample '" + table.name() + "': " + percent
                            + " is no percentage. Give a number from 0 to 100.");
        }
    }

    /** The same choice at each execution, as long as the table does not change. */
    public TableSample repeatable(int newSeed) {
        return new TableSample(table, method, percent, newSeed);
    }

    @Override
    public void describe(Description description) {
        description.add(method).add(percent).add(seed).child(table);
    }

    @Override
    public TableSample mapChildren(NodeMapper mapper) {
        return new TableSample(mapper.map(table), method, percent, seed);
    }

    @Override
    public <T> ColumnRef<T> correspondingColumn(ColumnRef<T> column) {
        return table.correspondingColumn(column);
    }

    /** How rows are chosen. */
    public enum Method {
        /** Each row by itself. */
        BERNOULLI,
        /** Whole pages: faster, less even. */
        SYSTEM
    }
}
