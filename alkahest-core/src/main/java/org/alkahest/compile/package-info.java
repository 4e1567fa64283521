/**
 * Compilation: a statement in, SQL text with a parameter plan out.
 *
 * <p>{@link org.alkahest.compile.StatementKey} tells two statements of the same structure apart from others;
 * {@link org.alkahest.compile.SqlCompiler} makes a {@link org.alkahest.compile.Compiled} of one;
 * {@link org.alkahest.compile.DialectTraits} is what a dialect says about itself as data. The compiler is one class in
 * four files by statement family: context, expressions, queries, changes.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.compile;
