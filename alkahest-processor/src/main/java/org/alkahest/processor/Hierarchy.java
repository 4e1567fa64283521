package org.alkahest.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the mapped fields of a class and its mapped superclasses, entities among them. */
final class Hierarchy {
    private final Context context;

    Hierarchy(Context context) {
        this.context = context;
    }

    /** The fields that are mapped, in the order of the source; of a record all components in that of its constructor. */
    static List<VariableElement> fields(TypeElement type) {
        List<VariableElement> fields = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .toList();
        if (Context.isRecord(type)) {
            // Eclipse's compiler lists a record's fields by name.
            List<String> components = type.getRecordComponents().stream()
                    .map(component -> component.getSimpleName().toString())
                    .toList();
            return fields.stream()
                    .sorted(Comparator.comparingInt(
                            field -> components.indexOf(field.getSimpleName().toString())))
                    .toList();
        }
        return fields.stream()
                .filter(field ->
                        !field.getModifiers().contains(Modifier.TRANSIENT) && !Annotation.isPresent(field, "Transient"))
                .toList();
    }

    /** The mapped fields of an entity, those of the topmost superclass first. */
    List<Property> ofEntity(TypeElement entity) {
        DeclaredType self = (DeclaredType) entity.asType();
        List<Property> properties = new ArrayList<>();
        for (TypeElement superclass : superclasses(entity).reversed()) {
            for (VariableElement field : fields(superclass)) {
                properties.add(property(self, field, superclass, Property.Access.ACCESSOR));
            }
        }
        for (VariableElement field : fields(entity)) {
            properties.add(property(self, field, entity, access(entity, field)));
        }
        return properties;
    }

    private static Property.Access access(TypeElement entity, VariableElement field) {
        if (Context.isRecord(entity)) {
            return Property.Access.COMPONENT;
        }
        return field.getModifiers().contains(Modifier.PRIVATE) ? Property.Access.HANDLE : Property.Access.FIELD;
    }

    /** The parts of an embeddable. */
    List<Property> ofEmbeddable(TypeElement embeddable) {
        DeclaredType self = (DeclaredType) embeddable.asType();
        Property.Access access = Context.isRecord(embeddable) ? Property.Access.COMPONENT : Property.Access.ACCESSOR;
        return fields(embeddable).stream()
                .map(field -> property(self, field, embeddable, access))
                .toList();
    }

    /** The mapped field of an entity by name. */
    Optional<Property> find(TypeElement entity, String name) {
        return ofEntity(entity).stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }

    private Property property(DeclaredType self, VariableElement field, TypeElement owner, Property.Access access) {
        return new Property(field, context.types().asMemberOf(self, field), owner, access);
    }

    /** The mapped superclasses, nearest first; reports those that cannot be used. */
    private List<TypeElement> superclasses(TypeElement entity) {
        List<TypeElement> mapped = new ArrayList<>();
        for (TypeElement each : Stream.iterate(
                        superclass(entity), Optional::isPresent, type -> superclass(type.orElseThrow()))
                .flatMap(Optional::stream)
                .toList()) {
            if (Annotation.isPresent(each, "MappedSuperclass") || Annotation.isPresent(each, "Entity")) {
                if (checkSuperclass(entity, each)) {
                    mapped.add(each);
                }
            } else {
                new ClassRules(context).checkPlainSuperclass(each);
                fields(each).forEach(field -> Supported.PLAIN_SUPERCLASS.check(field, context.problems()));
            }
        }
        return mapped;
    }

    private boolean checkSuperclass(TypeElement entity, TypeElement superclass) {
        if (!context.compilation().hasCompanion(superclass)) {
            context.problems()
                    .add(
                            "ALK-3013",
                            entity,
                            "its mapped superclass " + superclass.getQualifiedName()
                                    + " was compiled without alkahest-processor, so that nothing can reach its fields.",
                            "Compile that class with the processor, or declare its fields here.");
            return false;
        }
        if (!context.isAccessible(superclass, entity)) {
            context.problems()
                    .add(
                            "ALK-3013",
                            entity,
                            "its mapped superclass " + superclass.getQualifiedName()
                                    + " is not public and lies in another package.",
                            "Make it public.");
            return false;
        }
        return true;
    }

    private static Optional<TypeElement> superclass(TypeElement type) {
        TypeMirror superclass = type.getSuperclass();
        return Context.element(superclass)
                .filter(element -> !element.getQualifiedName().contentEquals("java.lang.Object"));
    }
}
