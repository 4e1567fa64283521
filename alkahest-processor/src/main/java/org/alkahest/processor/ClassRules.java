package org.alkahest.processor;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What a class has to be so that generated code beside it can use it. */
final class ClassRules {
    private final Context context;
    private final Problems problems;

    ClassRules(Context context) {
        this.context = context;
        this.problems = context.problems();
    }

    void checkEntity(TypeElement type) {
        Supported.ENTITY.check(type, problems);
        new DerivedRules(context).check(type);
        if (type.getKind() != ElementKind.CLASS && !Context.isRecord(type)) {
            problems.add("ALK-3003", type, "it is not a class.", "Make it a class with a no-argument constructor.");
            return;
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            if (!InheritanceReader.isInherited(type)) {
                problems.add(
                        "ALK-3003",
                        type,
                        "an abstract entity has no objects unless subclasses have.",
                        "Make it concrete or a @MappedSuperclass, or the root of a hierarchy with @Inheritance.");
            }
        } else if (!Construction.isWhole(type)) {
            checkConstructor(type);
        }
        checkPlace(type);
        checkNotGeneric(type);
        checkMethods(type);
        new CallbackRules(context).checkMethods(type);
    }

    void checkMappedSuperclass(TypeElement type) {
        Supported.MAPPED_SUPERCLASS.check(type, problems);
        new DerivedRules(context).refuse(type, "a method of a mapped superclass");
        if (type.getKind() != ElementKind.CLASS) {
            problems.add("ALK-3003", type, "a mapped superclass has to be a class.", "Make it an abstract class.");
            return;
        }
        checkPlace(type);
        checkMethods(type);
        CallbackRules callbacks = new CallbackRules(context);
        callbacks.checkMethods(type);
        callbacks.checkListeners(type, type);
    }

    /** A superclass that is not mapped: what its annotations ask for is not done. */
    void checkPlainSuperclass(TypeElement type) {
        new DerivedRules(context).refuse(type, "a method of a class without @MappedSuperclass");
        refuseCallbacks(type, "a class without @MappedSuperclass", "Annotate the class with @MappedSuperclass.");
        refuseListeners(type, "a class without @MappedSuperclass", "Annotate the class with @MappedSuperclass.");
    }

    void checkEmbeddable(TypeElement type) {
        Supported.EMBEDDABLE.check(type, problems);
        new DerivedRules(context).refuse(type, "a method of an embeddable");
        refuseCallbacks(type, "a method of an embeddable", "Put it into the entity.");
        if (Context.isRecord(type)) {
            checkPlace(type);
            checkNotGeneric(type);
            return;
        }
        if (type.getKind() != ElementKind.CLASS || type.getModifiers().contains(Modifier.ABSTRACT)) {
            problems.add("ALK-3003", type, "an embeddable has to be a concrete class or a record.", "Make it one.");
            return;
        }
        checkConstructor(type);
        checkPlace(type);
        checkNotGeneric(type);
        checkMethods(type);
    }

    private void checkPlace(TypeElement type) {
        if (type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC)) {
            problems.add("ALK-3003", type, "it is an inner class.", "Make it static, or a class of its own.");
        }
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (each.getModifiers().contains(Modifier.PRIVATE)) {
                String which = each.equals(type) ? "it" : each.getSimpleName().toString();
                problems.add(
                        "ALK-3003",
                        type,
                        which + " is private, so that its companion cannot name it.",
                        "Make it package-private or public.");
            }
        }
    }

    private void checkNotGeneric(TypeElement type) {
        if (!type.getTypeParameters().isEmpty()) {
            problems.add(
                    "ALK-3003",
                    type,
                    "it has type parameters, so that its columns have no fixed type.",
                    "Move the generic part to a @MappedSuperclass and extend it with types.");
        }
    }

    private void checkConstructor(TypeElement type) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
        boolean usable = constructors.isEmpty()
                || constructors.stream()
                        .anyMatch(constructor -> constructor.getParameters().isEmpty()
                                && !constructor.getModifiers().contains(Modifier.PRIVATE));
        if (!usable) {
            problems.add(
                    "ALK-3004",
                    type,
                    "it has no constructor without arguments that its companion can call.",
                    "Add 'protected " + type.getSimpleName() + "() {}'.");
        }
    }

    private void checkMethods(TypeElement type) {
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (isAccessor(type, method)) {
                continue;
            }
            Annotation.persistence(method)
                    .filter(annotation -> !CallbackRules.isCallback(annotation)
                            && !annotation.name().equals(DerivedRules.ANNOTATION))
                    .findFirst()
                    .ifPresent(annotation -> problems.add(
                            "ALK-3002",
                            method,
                            annotation,
                            "@" + annotation.name() + " is on a method, but fields are mapped, not getters.",
                            "Move it to the field."));
        }
    }

    /** Annotations of a record's component are on its accessor as well. */
    private static boolean isAccessor(TypeElement type, ExecutableElement method) {
        return type.getRecordComponents().stream().anyMatch(component -> method.equals(component.getAccessor()));
    }

    private void refuseCallbacks(TypeElement type, String place, String fix) {
        for (ExecutableElement method : LifecycleReader.declared(type)) {
            problems.add(
                    "ALK-3014",
                    method,
                    "@" + CallbackRules.events(method).get(0) + " means nothing on " + place + ".",
                    fix);
        }
    }

    private void refuseListeners(TypeElement type, String place, String fix) {
        Annotation.find(type, "EntityListeners")
                .ifPresent(annotation -> problems.add(
                        "ALK-3014", type, annotation, "@EntityListeners means nothing on " + place + ".", fix));
    }
}
