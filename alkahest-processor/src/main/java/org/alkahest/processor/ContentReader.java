package org.alkahest.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.alkahest.processor.ColumnType.ArrayOf;
import org.alkahest.processor.ColumnType.JsonOf;
import org.alkahest.processor.ColumnType.Standard;
import org.jspecify.annotations.Nullable;

/** Reads {@code @ArrayColumn} and {@code @JsonColumn}: columns whose values hold others. */
final class ContentReader {
    private static final String ARRAY = "ArrayColumn";
    private static final String JSON = "JsonColumn";

    private final Context context;
    private final TypeReader types;

    ContentReader(Context context, TypeReader types) {
        this.context = context;
        this.types = types;
    }

    static boolean isPresent(VariableElement field) {
        return Annotation.isPresent(field, ARRAY) || Annotation.isPresent(field, JSON);
    }

    /** The annotations of a field that say so; one is enough. */
    List<Annotation> find(Property property) {
        return Stream.of(ARRAY, JSON)
                .flatMap(name -> Annotation.find(property.field(), name).stream())
                .toList();
    }

    Optional<ColumnType> read(Property property, Annotation annotation, ColumnSpec spec) {
        boolean isArray = annotation.name().equals(ARRAY);
        ColumnType type = isArray ? array(property.type(), property, spec) : json(property, spec);
        if (type == null) {
            context.problems()
                    .add(
                            "ALK-3007",
                            property.field(),
                            annotation,
                            "no " + (isArray ? "array" : "JSON") + " is " + TypeText.of(property.type()) + ".",
                            isArray
                                    ? "Declare a List of an everyday type, such as List<String>."
                                    : "Declare a String, a Map<String, Object>, JsonNode, or a record or class without"
                                            + " type parameters that the companion can reach.");
        }
        return Optional.ofNullable(type);
    }

    private @Nullable ColumnType array(TypeMirror type, Property property, ColumnSpec spec) {
        if (!Context.is(type, "java.util.List")
                || !(type instanceof DeclaredType declared)
                || declared.getTypeArguments().size() != 1) {
            return null;
        }
        TypeMirror element = declared.getTypeArguments().get(0);
        ColumnType inner = Context.is(element, "java.util.List")
                ? array(element, property, spec)
                : types.basic(element, property.field(), spec);
        return inner == null ? null : new ColumnType(type, new ArrayOf(inner.code()), false, true);
    }

    private @Nullable ColumnType json(Property property, ColumnSpec spec) {
        TypeMirror type = property.type();
        spec.checkUnused(property.field(), context.problems(), "JSON", "length", "precision", "scale");
        if (Context.is(type, "java.lang.String")) {
            return new ColumnType(type, new Standard("JSON"), false, false);
        }
        if (!(type instanceof DeclaredType declared)) {
            return null;
        }
        TypeElement element = Context.element(type).orElseThrow();
        if (isObject(declared)) {
            return new ColumnType(type, new Standard("jsonMap()"), false, true);
        }
        boolean isPlainClass = declared.getTypeArguments().isEmpty()
                && element.getTypeParameters().isEmpty()
                && !Context.isEntity(type)
                && context.isAccessible(element, property.declaredBy());
        return isPlainClass ? new ColumnType(type, new JsonOf(element), false, true) : null;
    }

    /** {@code Map<String, Object>}. */
    private static boolean isObject(DeclaredType type) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        return Context.is(type, "java.util.Map")
                && arguments.size() == 2
                && Context.is(arguments.get(0), "java.lang.String")
                && Context.is(arguments.get(1), "java.lang.Object");
    }
}
