package org.alkahest.orm;

import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import java.util.function.Supplier;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/** A provider of Jakarta Validation, asked once: it is there, it is not, or it does not start. Thread-safe. */
final class ValidationProvider {
    private final @Nullable ValidatorFactory factory;
    private final @Nullable ValidationException failure;

    private final ClassValue<Boolean> constrained = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return factory != null
                    && factory.getValidator().getConstraintsForClass(type).isBeanConstrained();
        }
    };

    private ValidationProvider(@Nullable ValidatorFactory factory, @Nullable ValidationException failure) {
        this.factory = factory;
        this.failure = failure;
    }

    /** What a start gives; without a provider nothing, for many jars bring the API along. */
    static ValidationProvider startedBy(Supplier<ValidatorFactory> start) {
        try {
            return new ValidationProvider(start.get(), null);
        } catch (NoProviderFoundException e) {
            return new ValidationProvider(null, null);
        } catch (ValidationException e) {
            return new ValidationProvider(null, e);
        }
    }

    /** The provider of the class path. */
    static ValidationProvider ofClassPath() {
        return OfClassPath.PROVIDER;
    }

    /** Null if there is none. Errors with ALK-2091, each time, if it did not start. */
    @Nullable
    ValidatorFactory factory() {
        if (failure != null) {
            throw new AlkahestArgumentException(
                    "ALK-2091",
                    "Cannot validate the objects of a flush: the provider of Jakarta Validation does not start: "
                            + failure.getMessage() + ". Add what it asks for, or use"
                            + " SessionOptions.withValidation(Validation.NONE).",
                    failure);
        }
        return factory;
    }

    /** Whether objects of a class, or what they hold, have constraints. */
    boolean isConstrained(Class<?> type) {
        return constrained.get(type);
    }

    private static final class OfClassPath {
        static final ValidationProvider PROVIDER = startedBy(Validation::buildDefaultValidatorFactory);

        private OfClassPath() {}
    }
}
