package org.alkahest.schema;

/**
 * What one database can be told of a part of a schema and the others cannot, such as where an index is kept. A dialect
 * makes them and writes those that it made; every other dialect ignores them, so that one schema serves several
 * databases. Immutable.
 *
 * @see TableOption
 * @see ColumnOption
 * @see ConstraintOption
 * @see IndexOption
 */
public interface DialectOption {
    /** Whether one part cannot have both; two of one class cannot unless this is overridden. */
    default boolean conflictsWith(DialectOption other) {
        return getClass() == other.getClass();
    }
}
