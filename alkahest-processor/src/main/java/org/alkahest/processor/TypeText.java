package org.alkahest.processor;

import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Types as messages name them: simple names, without the annotations that a compiler's toString adds. */
final class TypeText {
    private TypeText() {}

    static String of(TypeMirror type) {
        return switch (type) {
            case ArrayType array -> of(array.getComponentType()) + "[]";
            case DeclaredType declared -> {
                String name =
                        ((TypeElement) declared.asElement()).getSimpleName().toString();
                yield declared.getTypeArguments().isEmpty()
                        ? name
                        : declared.getTypeArguments().stream()
                                .map(TypeText::of)
                                .collect(Collectors.joining(", ", name + "<", ">"));
            }
            case TypeVariable variable -> variable.asElement().getSimpleName().toString();
            case WildcardType wildcard -> "?";
            default ->
                type.getKind().isPrimitive()
                        ? type.getKind().toString().toLowerCase(java.util.Locale.ROOT)
                        : type.toString();
        };
    }
}
