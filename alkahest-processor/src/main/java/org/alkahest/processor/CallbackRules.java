package org.alkahest.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What callback methods and listener classes have to be so that a companion can call them. */
final class CallbackRules {
    private static final List<String> EVENTS =
            List.of("PrePersist", "PostPersist", "PreUpdate", "PostUpdate", "PreRemove", "PostRemove", "PostLoad");

    private final Context context;
    private final Problems problems;

    CallbackRules(Context context) {
        this.context = context;
        this.problems = context.problems();
    }

    static boolean isCallback(Annotation annotation) {
        return EVENTS.contains(annotation.name());
    }

    /** The events that a method is called for. */
    static List<String> events(ExecutableElement method) {
        return Annotation.persistence(method)
                .filter(CallbackRules::isCallback)
                .map(Annotation::name)
                .toList();
    }

    /** Checks the callback methods of an entity or mapped superclass. */
    void checkMethods(TypeElement type) {
        check(ElementFilter.methodsIn(type.getEnclosedElements()), "Remove them: the object is 'this'.", 0);
    }

    /** Checks the listener classes that an entity or mapped superclass names. */
    void checkListeners(TypeElement type, TypeElement entity) {
        Annotation.find(type, "EntityListeners").ifPresent(annotation -> {
            for (TypeMirror mirror : annotation.types("value")) {
                Context.element(mirror).ifPresent(listener -> checkListener(type, entity, annotation, listener));
            }
        });
    }

    private void checkListener(TypeElement type, TypeElement entity, Annotation annotation, TypeElement listener) {
        String problem = whyNotListener(listener, entity);
        if (!problem.isEmpty()) {
            problems.add(
                    "ALK-3025",
                    type,
                    annotation,
                    "its listener " + listener.getQualifiedName() + " " + problem,
                    "Name a concrete class with a constructor without arguments that the companion can call.");
            return;
        }
        List<ExecutableElement> methods = methods(listener);
        if (methods.stream().allMatch(method -> events(method).isEmpty())) {
            problems.add(
                    "ALK-3025",
                    type,
                    annotation,
                    "its listener " + listener.getQualifiedName() + " has no callback method.",
                    "Annotate a method of it, for example with @PrePersist, or remove the listener.");
        }
        check(methods, "Give it one parameter, the entity.", 1);
        for (ExecutableElement method : methods) {
            if (!events(method).isEmpty() && method.getParameters().size() == 1) {
                checkReach(method, entity);
            }
        }
    }

    private void checkReach(ExecutableElement method, TypeElement entity) {
        TypeMirror parameter = method.getParameters().get(0).asType();
        boolean takesEntity = context.types()
                .isAssignable(
                        context.types().erasure(entity.asType()),
                        context.types().erasure(parameter));
        if (!takesEntity && !Annotation.isPresent(entity, "MappedSuperclass")) {
            problems.add(
                    "ALK-3024",
                    method,
                    "its parameter " + parameter + " cannot take a " + entity.getSimpleName() + ".",
                    "Let it take Object, " + entity.getSimpleName() + " or a type that " + entity.getSimpleName()
                            + " has.");
        }
        boolean samePackage = context.elements()
                .getPackageOf(method) // a listener may inherit it from a class of yet another package
                .equals(context.elements().getPackageOf(entity));
        if (!samePackage && !method.getModifiers().contains(Modifier.PUBLIC)) {
            problems.add(
                    "ALK-3024",
                    method,
                    "it is not public, and " + entity.getSimpleName() + " lies in another package.",
                    "Make it public.");
        }
    }

    private String whyNotListener(TypeElement listener, TypeElement entity) {
        if (listener.getKind() != ElementKind.CLASS || listener.getModifiers().contains(Modifier.ABSTRACT)) {
            return "is not a concrete class.";
        }
        if (listener.getNestingKind().isNested() && !listener.getModifiers().contains(Modifier.STATIC)) {
            return "is an inner class.";
        }
        if (!listener.getTypeParameters().isEmpty()) {
            return "has type parameters.";
        }
        if (!context.isAccessible(listener, entity)) {
            return "cannot be named in the package of " + entity.getSimpleName() + ".";
        }
        boolean samePackage = context.elements()
                .getPackageOf(listener)
                .equals(context.elements().getPackageOf(entity));
        boolean constructible = ElementFilter.constructorsIn(listener.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty()
                        && (samePackage
                                ? !constructor.getModifiers().contains(Modifier.PRIVATE)
                                : constructor.getModifiers().contains(Modifier.PUBLIC)));
        return constructible ? "" : "has no constructor without arguments that can be called from there.";
    }

    /** The methods of a listener class, inherited ones included. */
    List<ExecutableElement> methods(TypeElement listener) {
        return ElementFilter.methodsIn(context.elements().getAllMembers(listener));
    }

    private void check(List<ExecutableElement> methods, String parameterFix, int parameters) {
        Map<String, ExecutableElement> seen = new HashMap<>();
        for (ExecutableElement method : methods) {
            for (String event : events(method)) {
                check(method, event, parameterFix, parameters);
                ExecutableElement other = seen.putIfAbsent(event, method);
                if (other != null) {
                    problems.add(
                            "ALK-3024",
                            method,
                            "@" + event + " is on " + other.getSimpleName() + " too, and their order would be unknown.",
                            "Keep one, which calls the other.");
                }
            }
        }
    }

    private void check(ExecutableElement method, String event, String parameterFix, int parameters) {
        Set<Modifier> modifiers = method.getModifiers();
        String is = "it has @" + event + ", but ";
        if (modifiers.contains(Modifier.STATIC)) {
            problems.add("ALK-3024", method, is + "is static.", "Make it a method of the object.");
        }
        if (modifiers.contains(Modifier.PRIVATE)) {
            problems.add(
                    "ALK-3024",
                    method,
                    is + "is private, so that no companion can call it.",
                    "Make it package-private.");
        }
        if (modifiers.contains(Modifier.ABSTRACT)) {
            problems.add("ALK-3024", method, is + "is abstract.", "Annotate the methods that implement it.");
        }
        if (method.getReturnType().getKind() != TypeKind.VOID) {
            problems.add("ALK-3024", method, is + "returns something.", "Let it return nothing.");
        }
        if (method.getParameters().size() != parameters) {
            String has = parameters == 0 ? "has parameters." : "does not have one parameter.";
            problems.add("ALK-3024", method, is + has, parameterFix);
        }
        if (method.getThrownTypes().stream().anyMatch(this::isChecked)) {
            problems.add(
                    "ALK-3024", method, is + "throws a checked exception.", "Catch it there, or wrap it unchecked.");
        }
    }

    private boolean isChecked(TypeMirror thrown) {
        return !isA(thrown, "java.lang.RuntimeException") && !isA(thrown, "java.lang.Error");
    }

    private boolean isA(TypeMirror type, String name) {
        TypeElement known = context.elements().getTypeElement(name);
        return known != null && context.types().isSubtype(type, known.asType());
    }
}
