package org.alkahest.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Classes whose constructor takes every mapped field: records, and classes that have final mapped fields alone. */
final class Construction {
    private Construction() {}

    /** Whether objects of an entity are made whole. */
    static boolean isWhole(TypeElement type) {
        if (Context.isRecord(type)) {
            return true;
        }
        List<VariableElement> fields = Hierarchy.fields(type);
        return Annotation.isPresent(type, "Entity")
                && !fields.isEmpty()
                && fields.stream().allMatch(field -> field.getModifiers().contains(Modifier.FINAL))
                && Context.element(type.getSuperclass())
                        .filter(superclass -> superclass.getQualifiedName().contentEquals("java.lang.Object"))
                        .isPresent()
                && !InheritanceReader.isInherited(type);
    }

    /** Whether a class, or one that it extends, is annotated with {@code @Immutable}, or made whole. */
    static boolean isImmutable(TypeElement type) {
        return isWhole(type) || isDeclared(type);
    }

    private static boolean isDeclared(TypeElement type) {
        return Annotation.isPresent(type, "Immutable")
                || Context.element(type.getSuperclass())
                        .filter(Construction::isDeclared)
                        .isPresent();
    }

    /** The fields in the order of the constructor's parameters; empty if no constructor takes them by name and type. */
    static Optional<List<String>> parameters(Context context, TypeElement type) {
        List<VariableElement> fields = Hierarchy.fields(type);
        if (Context.isRecord(type)) {
            return Optional.of(names(fields));
        }
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
                .filter(constructor -> takes(context, constructor, fields))
                .map(constructor -> names(constructor.getParameters()))
                .findFirst();
    }

    private static boolean takes(Context context, ExecutableElement constructor, List<VariableElement> fields) {
        return constructor.getParameters().size() == fields.size()
                && constructor.getParameters().stream()
                        .allMatch(parameter -> fields.stream()
                                .anyMatch(field -> field.getSimpleName().equals(parameter.getSimpleName())
                                        && context.types().isSameType(field.asType(), parameter.asType())));
    }

    private static List<String> names(List<? extends VariableElement> variables) {
        return variables.stream()
                .map(variable -> variable.getSimpleName().toString())
                .toList();
    }
}
