/**
 * Mapping: how entity classes and tables belong together.
 *
 * <p>An {@link org.alkahest.orm.mapping.EntityTable} is a table whose rows are entities, with typed columns and
 * {@link org.alkahest.orm.mapping.Association}s; its {@link org.alkahest.orm.mapping.EntityMapping} makes, reads and
 * compares objects. The processor generates both; both can be written by hand. {@link org.alkahest.orm.mapping.Ref} is the
 * one type that entity classes themselves use.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.orm.mapping;
