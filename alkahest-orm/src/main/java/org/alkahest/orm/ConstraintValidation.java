package org.alkahest.orm;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.lang.annotation.ElementType;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.unitofwork.Changes;
import org.jspecify.annotations.Nullable;

/**
 * Checks new and changed objects by Jakarta Validation 3.1, group Default. Nothing is loaded for it: an unloaded collection
 * is left out, and it does not go on to other entities, which have a check of their own when they are written.
 */
final class ConstraintValidation implements FlushValidation {
    private final ValidationProvider provider;
    private final IdentityMap identities;
    private @Nullable Validator validator;

    ConstraintValidation(ValidationProvider provider, IdentityMap identities) {
        this.provider = provider;
        this.identities = identities;
    }

    /** Fails with NoClassDefFoundError without the API. */
    static Class<?> apiClass() {
        return Validation.class;
    }

    /**
     * Errors with ConstraintViolationException, ALK-2090, for all objects of the flush together, ALK-2091 if the provider does
     * not start.
     */
    @Override
    public void validate(Changes changes) {
        if (changes.inserts().isEmpty() && changes.updates().isEmpty()) {
            return;
        }
        ValidatorFactory factory = provider.factory();
        if (factory == null) {
            return;
        }
        Set<ConstraintViolation<?>> violations = new LinkedHashSet<>();
        changes.inserts().forEach(entry -> validate(factory, entry, violations));
        changes.updates().forEach(update -> validate(factory, update.entry(), violations));
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(message(violations), violations);
        }
    }

    private void validate(ValidatorFactory factory, EntityEntry<?> entry, Set<ConstraintViolation<?>> violations) {
        if (provider.isConstrained(entry.entity().getClass())) {
            violations.addAll(validator(factory).validate(entry.entity()));
        }
    }

    private Validator validator(ValidatorFactory factory) {
        Validator present = validator;
        if (present == null) {
            present = factory.usingContext()
                    .traversableResolver(new LoadedOnly(identities))
                    .getValidator();
            validator = present;
        }
        return present;
    }

    private String message(Set<ConstraintViolation<?>> violations) {
        return "Cannot flush: "
                + violations.stream().map(this::describe).collect(Collectors.joining("; "))
                + ". Correct the values, or expunge the objects. [ALK-2090]";
    }

    private String describe(ConstraintViolation<?> violation) {
        Object root = violation.getRootBean();
        EntityEntry<?> entry = identities.find(root);
        return "'" + violation.getPropertyPath() + "' of "
                + (entry == null ? root.getClass().getSimpleName() : entry) + " is " + violation.getInvalidValue()
                + ", but " + violation.getMessage();
    }

    /** What can be looked at without SQL, and without going from entity to entity. */
    private record LoadedOnly(IdentityMap identities) implements TraversableResolver {
        @Override
        public boolean isReachable(
                @Nullable Object bean, Path.Node node, Class<?> root, Path path, ElementType elementType) {
            EntityEntry<?> entry = bean == null ? null : identities.find(bean);
            Association<?, ?> association = entry == null ? null : association(entry, node);
            CollectionState<?> collection =
                    entry == null || association == null ? null : entry.collection(association.index());
            return collection == null || collection.isLoaded();
        }

        @Override
        public boolean isCascadable(
                @Nullable Object bean, Path.Node node, Class<?> root, Path path, ElementType elementType) {
            EntityEntry<?> entry = bean == null ? null : identities.find(bean);
            return entry == null || association(entry, node) == null;
        }

        private static @Nullable Association<?, ?> association(EntityEntry<?> entry, Path.Node node) {
            for (Association<?, ?> association : entry.mapping().table().associations()) {
                if (association.name().equals(node.getName())) {
                    return association;
                }
            }
            return null;
        }
    }
}
