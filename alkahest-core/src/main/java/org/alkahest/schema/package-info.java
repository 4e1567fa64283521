/**
 * Schemas as data: tables, columns, constraints, indexes, and the collection of them that creates and drops itself.
 *
 * <p>Start with {@link org.alkahest.schema.Table}, {@link org.alkahest.schema.Column} and {@link org.alkahest.schema.MetaData}.
 * What a plan of {@link org.alkahest.schema.DdlElement}s becomes in SQL is the compiler's; here is only the order.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.schema;
