/** Entities with constraints of Jakarta Validation. */
@org.jspecify.annotations.NullMarked
package org.alkahest.orm.validation;
