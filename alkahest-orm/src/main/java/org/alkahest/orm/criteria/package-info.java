/**
 * Conditions and values of statements, evaluated in Java against the objects of a session, so that these follow an UPDATE or
 * DELETE by criteria without a SELECT. {@link org.alkahest.orm.criteria.Evaluator} makes an
 * {@link org.alkahest.orm.criteria.Evaluation} of an expression, or says what of it only the database knows.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.orm.criteria;
