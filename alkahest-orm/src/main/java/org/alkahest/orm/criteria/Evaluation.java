package org.alkahest.orm.criteria;

import org.alkahest.orm.state.EntityEntry;
import org.jspecify.annotations.Nullable;

/** An expression that was found to be evaluable. Immutable. */
@FunctionalInterface
public interface Evaluation {
    /**
     * The expression's value for the row that an object was last read from or written to; null is NULL. Errors with
     * {@link UnevaluableException} where the value at hand is one that only the database knows how to treat.
     */
    @Nullable
    Object of(EntityEntry<?> entry);
}
