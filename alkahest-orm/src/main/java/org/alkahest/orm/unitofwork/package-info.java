/**
 * The unit of work: changes in, an ordered plan of batches out, then its execution.
 *
 * <p>{@link org.alkahest.orm.unitofwork.FlushPlanner} is pure; a {@link org.alkahest.orm.unitofwork.FlushPlan} prints;
 * {@link org.alkahest.orm.unitofwork.FlushExecutor} sends it.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.orm.unitofwork;
