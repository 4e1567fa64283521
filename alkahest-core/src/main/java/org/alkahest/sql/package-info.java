/**
 * The SQL expression language: statements and expressions as immutable, typed values.
 *
 * <p>Start with {@link org.alkahest.sql.Sql} (the factory), {@link org.alkahest.sql.Select} and
 * {@link org.alkahest.sql.Expression}. Nodes are records under sealed interfaces; they never render themselves, know no
 * database and hold no connection. What the language needs of a table or column is an interface of its own
 * ({@link org.alkahest.sql.TableRef}, {@link org.alkahest.sql.ColumnRef}), so that schemas can be built on top of it.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.sql;
