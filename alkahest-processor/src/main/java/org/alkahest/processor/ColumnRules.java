package org.alkahest.processor;

/**
 * What a flush does with a column, and what the database does.
 *
 * @param reading a constant of ColumnUse.Reading; empty where it follows from the rest
 * @param serverDefault SQL, or empty
 * @param computed SQL, or empty
 */
record ColumnRules(
        boolean isInserted,
        boolean isUpdated,
        String reading,
        String serverDefault,
        String computed,
        boolean isStored) {
    static ColumnRules of(ColumnSpec spec) {
        return new ColumnRules(true, spec.isUpdatable(), "", "", "", false);
    }

    /** Whether it says more than the column's options. */
    boolean isSaid() {
        return computed.isEmpty() && !(isInserted && isUpdated && reading.isEmpty());
    }
}
