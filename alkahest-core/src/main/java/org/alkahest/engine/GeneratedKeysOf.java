package org.alkahest.engine;

import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.Feature;
import org.alkahest.compile.Styles.GeneratedKeys;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.schema.Column;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Selectable;

/**
 * Where what the database put into columns comes from.
 *
 * @param executions how often the INSERT is executed
 * @param rowsOfEach how many rows each execution inserts, or {@link #UNKNOWN}
 * @param keys the columns that are asked for
 */
record GeneratedKeysOf(DialectTraits traits, int executions, int rowsOfEach, Selectable<?> keys) {
    /** Of a query that is inserted, and where rows that are there already are not inserted. */
    static final int UNKNOWN = Integer.MAX_VALUE;

    static GeneratedKeysOf of(DialectTraits traits, Insert insert, int executions, Selectable<?> keys) {
        boolean known = insert.query() == null && insert.conflicts().isEmpty();
        return new GeneratedKeysOf(traits, executions, known ? insert.rows().size() : UNKNOWN, keys);
    }

    boolean comeFromDriver() {
        return driverKnowsColumns() && driverKnowsRows();
    }

    boolean comeFromReturning() {
        return traits.has(Feature.INSERT_RETURNING);
    }

    /** Errors with ALK-1210 unless the driver gives them. */
    void require() {
        if (!driverKnowsColumns()) {
            throw unsupported("generated values of columns that the database does not number");
        }
        if (!driverKnowsRows()) {
            throw unsupported(isOneRow() ? "generated keys" : "generated keys of several rows");
        }
    }

    private UnsupportedFeatureException unsupported(String what) {
        return new UnsupportedFeatureException(
                what,
                traits,
                "Use returning(…) where the database has it. Else set the primary key to values, or let the database"
                    + " number it, in an INSERT … VALUES into a Table without onConflict: then the rows are selected"
                    + " afterwards.");
    }

    private boolean isOneRow() {
        return executions <= 1 && rowsOfEach <= 1;
    }

    private boolean driverKnowsRows() {
        return switch (traits.generatedKeys()) {
            case NONE -> false;
            case SINGLE_ROW -> isOneRow();
            case BATCH -> rowsOfEach <= 1;
            case ALL_ROWS -> rowsOfEach != UNKNOWN || traits.has(Feature.INSERT_RETURNING);
        };
    }

    /** A driver that has RETURNING behind it for all rows gives any column; others give the last number, whatever is asked. */
    private boolean driverKnowsColumns() {
        if (traits.generatedKeys() == GeneratedKeys.ALL_ROWS && traits.has(Feature.INSERT_RETURNING)) {
            return true;
        }
        if (keys.expressions().size() > 1) {
            return false;
        }
        Expression<?> key = keys.expressions().get(0);
        return key instanceof Column<?> column ? column.isGenerated() : !comeFromReturning();
    }
}
