package org.alkahest.processor;

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
        return true;
    }

    private boolean wrong(Element field, Annotation annotation, String problem, String fix) {
        context.problems().add("ALK-3010", field, annotation, problem, fix);
        return false;
    }
}
