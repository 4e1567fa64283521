package org.alkahest.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the callbacks of an entity in the order in which they are called (Jakarta Persistence 3.2, section 3.6). */
final class LifecycleReader {
    private final Context context;
    private final CallbackRules rules;

    LifecycleReader(Context context) {
        this.context = context;
        this.rules = new CallbackRules(context);
    }

    /** Those of listeners first, and in either part those of superclasses first. */
    List<Callback> read(TypeElement entity) {
        List<TypeElement> classes = mapped(entity);
        List<Callback> callbacks = new ArrayList<>();
        for (TypeElement type : listening(classes).reversed()) {
            rules.checkListeners(type, entity);
            for (TypeMirror mirror : listeners(type)) {
                Context.element(mirror).ifPresent(listener -> add(rules.methods(listener), listener, true, callbacks));
            }
        }
        for (TypeElement type : classes.reversed()) {
            List<ExecutableElement> own = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                    .filter(method -> !isOverridden(method, classes.subList(0, classes.indexOf(type))))
                    .toList();
            add(own, type, false, callbacks);
        }
        return callbacks;
    }

    /** The callback methods that a class itself declares, each once. */
    static List<ExecutableElement> declared(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> !CallbackRules.events(method).isEmpty())
                .toList();
    }

    private static void add(
            List<ExecutableElement> methods, TypeElement declaredBy, boolean isListener, List<Callback> callbacks) {
        for (ExecutableElement method : methods) {
            for (String event : CallbackRules.events(method)) {
                Optional<TypeElement> listener = isListener ? Optional.of(declaredBy) : Optional.empty();
                callbacks.add(new Callback(event, listener, method, declaredBy));
            }
        }
    }

    /** The entity and its mapped superclasses, nearest first. */
    private static List<TypeElement> mapped(TypeElement entity) {
        return Stream.iterate(
                        Optional.of(entity),
                        Optional::isPresent,
                        type -> Context.element(type.orElseThrow().getSuperclass()))
                .flatMap(Optional::stream)
                .filter(type -> type.equals(entity)
                        || Annotation.isPresent(type, "MappedSuperclass")
                        || Annotation.isPresent(type, "Entity"))
                .toList();
    }

    /** Those whose listeners count: up to the first that excludes its superclasses'. */
    private static List<TypeElement> listening(List<TypeElement> classes) {
        List<TypeElement> listening = new ArrayList<>();
        for (TypeElement type : classes) {
            listening.add(type);
            if (Annotation.isPresent(type, "ExcludeSuperclassListeners")) {
                break;
            }
        }
        return listening;
    }

    private static List<TypeMirror> listeners(TypeElement type) {
        return Annotation.find(type, "EntityListeners")
                .map(annotation -> annotation.types("value"))
                .orElse(List.of());
    }

    /** One that a subclass overrides is that class's business. */
    private boolean isOverridden(ExecutableElement method, List<TypeElement> subclasses) {
        return subclasses.stream()
                .anyMatch(subclass -> ElementFilter.methodsIn(subclass.getEnclosedElements()).stream()
                        .anyMatch(other -> context.elements().overrides(other, method, subclass)));
    }
}
