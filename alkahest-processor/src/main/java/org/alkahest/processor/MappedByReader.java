package org.alkahest.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Checks that {@code mappedBy} names the owning side of the same association. */
final class MappedByReader {
    private final Context context;
    private final TypeElement entity;

    MappedByReader(Context context, TypeElement entity) {
        this.context = context;
        this.entity = entity;
    }

    /** @param owning the annotation that the other side has to have */
    boolean check(Element field, Annotation annotation, TypeElement target, String mappedBy, String owning) {
        Property other = new Hierarchy(context.silent()).find(target, mappedBy).orElse(null);
        String name = target.getSimpleName() + "." + mappedBy;
        if (other == null) {
            return wrong(
                    field,
                    annotation,
                    "mappedBy names '" + mappedBy + "', and " + target.getSimpleName() + " has no such attribute.",
                    "Name the field of " + target.getSimpleName() + " that refers to " + entity.getSimpleName() + ".");
        }
        Annotation owner = Annotation.find(other.field(), owning).orElse(null);
        if (owner == null) {
            return wrong(
                    field,
                    annotation,
                    "mappedBy names " + name + ", which is no @" + owning + ".",
                    "Annotate that field with @" + owning + ".");
        }
        if (!owner.text("mappedBy").isEmpty()) {
            return wrong(
                    field,
                    annotation,
                    "mappedBy names " + name + ", which has mappedBy itself.",
                    "Remove one mappedBy: the side without it owns the columns.");
        }
        TypeMirror back = owning.equals("ManyToMany")
                ? ToManyReader.elementType(other.type())
                : ToOneReader.targetType(other.type());
        if (!context.types().isSameType(back, entity.asType())) {
            return wrong(
                    field,
                    annotation,
                    "mappedBy names " + name + ", which refers to " + TypeText.of(back) + ", not to "
                            + entity.getSimpleName() + ".",
                    "Name the field of " + target.getSimpleName() + " that refers to " + entity.getSimpleName() + ".");
        }
        twin(field, annotation, target)
                .ifPresent(twin -> wrong(
                        field,
                        annotation,
                        "mappedBy names " + name + ", which maps " + twin.name()
                                + " already: both would write its columns.",
                        "Remove one of the two, or give each a field of " + target.getSimpleName() + " of its own."));
        return true;
    }

    /** An attribute declared before that the same side maps. */
    private Optional<Property> twin(Element field, Annotation annotation, TypeElement target) {
        if (Annotation.isPresent(field, ToManyReader.VIEW_ONLY)) {
            return Optional.empty();
        }
        return new Hierarchy(context.silent())
                .ofEntity(entity).stream()
                        .takeWhile(property -> !property.field().equals(field))
                        .filter(property -> leadsTo(property, target))
                        .filter(property -> !Annotation.isPresent(property.field(), ToManyReader.VIEW_ONLY))
                        .filter(property -> Annotation.find(property.field(), annotation.name())
                                .filter(other -> other.text("mappedBy").equals(annotation.text("mappedBy")))
                                .isPresent())
                        .findFirst();
    }

    private boolean leadsTo(Property property, TypeElement target) {
        TypeMirror type = AttributeReader.isToMany(property.field())
                ? ToManyReader.elementType(property.type())
                : ToOneReader.targetType(property.type());
        return context.types().isSameType(type, target.asType());
    }

    /**
     * A collection with a table of its own is refused where the target refers back: the two would be kept apart, which is
     * hardly ever meant. {@code @JoinTable} says that it is.
     */
    void checkNoneForgotten(Element field, Annotation annotation, TypeElement target) {
        List<String> backs = new Hierarchy(context.silent())
                .ofEntity(target).stream()
                        .filter(property -> Annotation.isPresent(property.field(), "ManyToOne"))
                        .filter(property ->
                                context.types().isSameType(ToOneReader.targetType(property.type()), entity.asType()))
                        .map(Property::name)
                        .toList();
        if (!backs.isEmpty()) {
            wrong(
                    field,
                    annotation,
                    target.getSimpleName() + " refers back by " + String.join(" and by ", backs)
                            + ", and this does not say whether it is the other side of that.",
                    "Add mappedBy = \"" + backs.get(0)
                            + "\"; or @JoinTable, if a table of its own shall tell which belong to it.");
        }
    }

    /** Two sides that write one table would each insert its rows. */
    void checkTableWrittenOnce(Element field, Annotation joinTable, TypeElement target) {
        if (Annotation.isPresent(field, ToManyReader.VIEW_ONLY)) {
            return;
        }
        String name = joinTable.text("name");
        new Hierarchy(context.silent())
                .ofEntity(target).stream()
                        .filter(property -> !property.field().equals(field))
                        .filter(property -> Annotation.isPresent(property.field(), "ManyToMany"))
                        .filter(property -> !Annotation.isPresent(property.field(), ToManyReader.VIEW_ONLY))
                        .filter(property -> !name.isEmpty()
                                && Annotation.find(property.field(), "JoinTable")
                                        .filter(other -> other.text("name").equalsIgnoreCase(name))
                                        .isPresent())
                        .findFirst()
                        .ifPresent(property -> wrong(
                                field,
                                joinTable,
                                target.getSimpleName() + "." + property.name() + " writes table '" + name
                                        + "' as well.",
                                "Give one of the two mappedBy instead of @JoinTable."));
    }

    private boolean wrong(Element field, Annotation annotation, String problem, String fix) {
        context.problems().add("ALK-3010", field, annotation, problem, fix);
        return false;
    }
}
