package org.alkahest.orm.mapping;

import org.alkahest.schema.Column;

/**
 * A key column that the program fills in where a new object has no value, see {@link EntityTable#keyed}. Immutable.
 *
 * @param <T> the Java type of the column's values
 */
public record KeyColumn<T>(Column<T> column, KeyGenerator<? extends T> generator) {}
