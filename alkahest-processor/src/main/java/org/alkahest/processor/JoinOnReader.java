package org.alkahest.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.alkahest.processor.Attribute.ConstraintName;
import org.alkahest.processor.Attribute.Link;
import org.alkahest.processor.Attribute.Target;
import org.alkahest.processor.Attribute.ToMany;
import org.alkahest.processor.Attribute.ToOne;

/** Reads {@code @JoinOn}: a relationship by a condition, which a static method of the entity gives. */
final class JoinOnReader {
    static final String ANNOTATION = "JoinOn";

    private final Context context;
    private final TypeElement entity;

    JoinOnReader(Context context, TypeElement entity) {
        this.context = context;
        this.entity = entity;
    }

    static boolean isPresent(VariableElement field) {
        return Annotation.isPresent(field, ANNOTATION);
    }

    Optional<Attribute> readToOne(Property property) {
        boolean reference = Context.is(property.type(), ToOneReader.REF);
        return read(property, ToOneReader.targetType(property.type()), true)
                .map(read -> new ToOne(
                        property,
                        read.target(),
                        reference,
                        List.of(),
                        List.of(),
                        "",
                        Optional.of(read.link()),
                        ConstraintName.DEFAULT,
                        false));
    }

    /** @param kind a constant of CollectionKind */
    Optional<Attribute> readToMany(Property property, String kind) {
        if (kind.equals("MAP") || kind.equals("WRITE_ONLY")) {
            return wrong(
                    property.field(),
                    "a " + (kind.equals("MAP") ? "map" : "WriteOnly") + " is not supported here.",
                    "Declare it as List, Set or Collection.");
        }
        return read(property, ToManyReader.elementType(property.type()), false)
                .map(read -> new ToMany(
                        property,
                        read.target(),
                        kind,
                        List.of(),
                        read.link(),
                        true,
                        read.link().orderBy(),
                        Optional.empty()));
    }

    private record Read(Target target, Link.On link) {}

    private Optional<Read> read(Property property, TypeMirror type, boolean isOne) {
        VariableElement field = property.field();
        Supported.JOIN_ON.check(field, context.problems());
        Annotation annotation = Annotation.find(field, ANNOTATION).orElseThrow();
        Optional<Target> target = new TargetReader(context, entity).read(field, type);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        int limit = annotation.number("limit", 0);
        if (limit < 0 || (isOne && limit > 1)) {
            return wrong(
                    field,
                    "a limit of " + limit + " means nothing here.",
                    isOne ? "Leave it out, or give 1 for the first one." : "Leave it out for all.");
        }
        String name = annotation.text("value");
        Optional<String> problem = problem(name, target.get());
        if (problem.isPresent()) {
            Companion own = context.companion(entity);
            return wrong(
                    field,
                    "it is joined on '" + name + "', but " + problem.get(),
                    "Add to " + entity.getSimpleName() + ": static Expression<Boolean> " + name + "("
                            + own.simpleName() + " owner, "
                            + target.get().companion().simpleName() + " target).");
        }
        List<Attribute.SortKey> order =
                new OrderByReader(context).read(field, target.get().type());
        return Optional.of(new Read(target.get(), new Link.On(entity, name, limit, order)));
    }

    /** What is wrong with the method; empty if nothing is. */
    private Optional<String> problem(String name, Target target) {
        List<ExecutableElement> methods = ElementFilter.methodsIn(entity.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .toList();
        if (methods.isEmpty()) {
            return Optional.of(entity.getSimpleName() + " has no such method.");
        }
        ExecutableElement method = methods.get(0);
        Set<Modifier> modifiers = method.getModifiers();
        if (methods.size() > 1) {
            return Optional.of("there are several of that name.");
        }
        if (!modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.PRIVATE)) {
            return Optional.of("that is not static, or is private.");
        }
        List<? extends VariableElement> parameters = method.getParameters();
        boolean fits = parameters.size() == 2
                && DerivedRules.isCompanion(parameters.get(0).asType(), context.companion(entity))
                && DerivedRules.isCompanion(parameters.get(1).asType(), target.companion());
        if (!fits) {
            String types = parameters.stream()
                    .map(parameter -> parameter.asType().toString())
                    .collect(Collectors.joining(", "));
            return Optional.of("that takes (" + types + ").");
        }
        return Stream.of(method.getReturnType())
                .filter(type -> !type.toString().equals("org.alkahest.sql.Expression<java.lang.Boolean>"))
                .map(type -> "that returns " + type + ".")
                .findFirst();
    }

    private <T> Optional<T> wrong(VariableElement field, String problem, String fix) {
        context.problems().add("ALK-3045", field, problem, fix);
        return Optional.empty();
    }
}
