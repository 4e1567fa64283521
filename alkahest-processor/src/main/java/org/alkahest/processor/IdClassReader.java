package org.alkahest.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;

/** Reads {@code @IdClass}: a record with a component for each key column, by name and type. */
final class IdClassReader {
    private final Context context;
    private final TypeElement entity;

    IdClassReader(Context context, TypeElement entity) {
        this.context = context;
        this.entity = entity;
    }

    /** The class, if there is one; empty after a report. */
    Optional<TypeElement> read(List<ColumnModel> key) {
        return Annotation.find(entity, "IdClass").flatMap(annotation -> read(key, annotation));
    }

    private Optional<TypeElement> read(List<ColumnModel> key, Annotation annotation) {
        TypeElement type = annotation.type("value").flatMap(Context::element).orElseThrow();
        if (!Context.isRecord(type) || !context.isAccessible(type, entity)) {
            return wrong(
                    annotation,
                    type.getSimpleName() + " is no record that is visible from here.",
                    "Make it one, with a component for each @Id.");
        }
        if (key.stream().anyMatch(column -> column.steps().size() > 1)) {
            return wrong(annotation, "an @EmbeddedId is its own id class.", "Remove @IdClass.");
        }
        for (ColumnModel column : key) {
            if (!hasComponent(type, column)) {
                String wanted = TypeText.of(column.type().javaType()) + " "
                        + column.property().name();
                return wrong(
                        annotation,
                        type.getSimpleName() + " has no component '" + wanted + "' for key column '" + column.name()
                                + "'.",
                        "Add it; the order of components does not matter.");
            }
        }
        if (type.getRecordComponents().size() != key.size()) {
            return wrong(
                    annotation,
                    type.getSimpleName() + " has " + type.getRecordComponents().size() + " components, and the key has "
                            + key.size() + " columns.",
                    "Leave the others out.");
        }
        return Optional.of(type);
    }

    private boolean hasComponent(TypeElement type, ColumnModel column) {
        for (RecordComponentElement component : type.getRecordComponents()) {
            if (component.getSimpleName().contentEquals(column.property().name())) {
                return context.types()
                        .isSameType(boxed(component.asType()), column.type().javaType());
            }
        }
        return false;
    }

    private TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? context.types().boxedClass(primitive).asType()
                : type;
    }

    private Optional<TypeElement> wrong(Annotation annotation, String problem, String fix) {
        context.problems().add("ALK-3005", entity, annotation, problem, fix);
        return Optional.empty();
    }
}
