/**
 * Schemas as data: tables, columns, constraints, indexes, and the collection of them that creates and drops itself.
 *
 * <p>Start with {@link org.alkahest.schema.Table} and {@link org.alkahest.schema.Column}.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.schema;
