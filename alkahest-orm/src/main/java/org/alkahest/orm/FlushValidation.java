package org.alkahest.orm;

import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.unitofwork.Changes;

/** What looks at the objects of a flush, after all listeners and before the plan. */
@FunctionalInterface
interface FlushValidation {
    /** Nothing is looked at. */
    FlushValidation NONE = changes -> {};

    /** Throws if an object must not be written as it is. */
    void validate(Changes changes);

    /** Jakarta Validation, where it is wanted and its API is present. */
    static FlushValidation of(SessionOptions.Validation wanted, IdentityMap identities) {
        return wanted == SessionOptions.Validation.NONE || !Api.PRESENT
                ? NONE
                : new ConstraintValidation(ValidationProvider.ofClassPath(), identities);
    }

    /** Looked for once: a missing class is slow to miss. */
    final class Api {
        static final boolean PRESENT = isPresent();

        private Api() {}

        private static boolean isPresent() {
            try {
                return ConstraintValidation.apiClass() != null;
            } catch (NoClassDefFoundError e) {
                return false;
            }
        }
    }
}
