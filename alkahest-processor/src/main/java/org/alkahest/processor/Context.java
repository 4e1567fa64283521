package org.alkahest.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What every reader needs: the compiler's view of types, the naming strategy, and where mistakes go. */
record Context(Elements elements, Types types, Compilation compilation, Problems problems, Naming naming) {
    /** The same without messages, for a look at a class that another step reports on. */
    Context silent() {
        return new Context(elements, types, compilation, new Problems(null, compilation), naming);
    }

    Companion companion(TypeElement type) {
        return Companion.of(type, elements);
    }

    /** The class or interface of a type, if it is one. */
    static Optional<TypeElement> element(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    static boolean is(TypeMirror type, String qualifiedName) {
        return element(type)
                .filter(element -> element.getQualifiedName().contentEquals(qualifiedName))
                .isPresent();
    }

    static boolean isEntity(TypeMirror type) {
        return element(type)
                .filter(element -> Annotation.isPresent(element, "Entity"))
                .isPresent();
    }

    static boolean isEmbeddable(TypeMirror type) {
        return element(type)
                .filter(element -> Annotation.isPresent(element, "Embeddable"))
                .isPresent();
    }

    static boolean isRecord(TypeElement type) {
        return type.getKind() == ElementKind.RECORD;
    }

    static boolean isPresent(TypeMirror type) {
        return type.getKind() != TypeKind.NONE;
    }

    /** The type argument with which a type implements a generic interface. */
    Optional<TypeMirror> argument(TypeMirror type, String interfaceName) {
        if (is(type, interfaceName)) {
            return ((DeclaredType) type).getTypeArguments().stream().findFirst().map(TypeMirror.class::cast);
        }
        return types.directSupertypes(type).stream()
                .flatMap(supertype -> argument(supertype, interfaceName).stream())
                .findFirst();
    }

    /** Whether code in the package of one class can name another. */
    boolean isAccessible(TypeElement type, TypeElement from) {
        boolean samePackage = elements.getPackageOf(type).equals(elements.getPackageOf(from));
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (each.getModifiers().contains(Modifier.PRIVATE)
                    || (!samePackage && !each.getModifiers().contains(Modifier.PUBLIC))) {
                return false;
            }
        }
        return true;
    }

    /** Whether code in the package of one class can make an object of another, by a constructor without arguments. */
    boolean canMake(TypeElement type, TypeElement from) {
        boolean inner = type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC);
        boolean samePackage = elements.getPackageOf(type).equals(elements.getPackageOf(from));
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
        return type.getKind() == ElementKind.CLASS
                && !inner
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && isAccessible(type, from)
                && (constructors.isEmpty()
                        || constructors.stream()
                                .anyMatch(constructor -> constructor
                                                .getParameters()
                                                .isEmpty()
                                        && (samePackage
                                                ? !constructor.getModifiers().contains(Modifier.PRIVATE)
                                                : constructor.getModifiers().contains(Modifier.PUBLIC))));
    }
}
