package org.alkahest.schema;

/**
 * An option of a primary key, a unique or check constraint, or a foreign key; see {@link TableBuilder#primaryKeyOption},
 * {@link Constraint.Unique#option} and {@link ForeignKey#option}. Dialects implement it.
 */
public interface ConstraintOption extends DialectOption {}
