package org.alkahest.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads what all associations have in common: the entity at the other end, and the cascades. */
final class TargetReader {
    /** The Cascade constants in their order, for what the annotation calls them. */
    static final List<String> CASCADES =
            List.of("SAVE_UPDATE", "MERGE", "DELETE", "DELETE_ORPHAN", "REFRESH", "DETACH");

    private final Context context;
    private final TypeElement owner;

    TargetReader(Context context, TypeElement owner) {
        this.context = context;
        this.owner = owner;
    }

    /** The entity that an association leads to; empty after a report if it is none. */
    Optional<Attribute.Target> read(Element field, TypeMirror type) {
        if (!Context.isEntity(type)) {
            return wrong(field, TypeText.of(type) + " is not an entity.", "Annotate that class with @Entity.");
        }
        TypeElement target = Context.element(type).orElseThrow();
        if (!context.isAccessible(target, owner)) {
            return wrong(
                    field,
                    "entity " + target.getQualifiedName() + " is not visible from the companion.",
                    "Make it public.");
        }
        if (!context.compilation().hasCompanion(target)) {
            context.problems()
                    .add(
                            "ALK-3013",
                            field,
                            "entity " + target.getQualifiedName() + " was compiled without alkahest-processor.",
                            "Compile that class with the processor.");
            return Optional.empty();
        }
        List<ColumnModel> key = new EntityReader(context).keyOf(target);
        if (key.isEmpty()) {
            boolean isCircle = new Hierarchy(context.silent())
                    .ofEntity(target).stream().anyMatch(property -> AttributeReader.isKey(property.field()));
            return isCircle
                    ? wrong(
                            field,
                            "the key of entity " + target.getSimpleName() + " contains itself.",
                            "Give one of the entities an @Id of its own.")
                    : wrong(field, "entity " + target.getSimpleName() + " has no key.", "Give it an @Id.");
        }
        return Optional.of(new Attribute.Target(target, context.companion(target), key));
    }

    private Optional<Attribute.Target> wrong(Element field, String problem, String fix) {
        context.problems().add("ALK-3009", field, problem, fix);
        return Optional.empty();
    }

    /** Members that say again, or otherwise, what the field's type says. */
    void checkTargetEntity(Element field, Annotation annotation) {
        if (annotation.gives("targetEntity")) {
            context.problems()
                    .add(
                            "ALK-3014",
                            field,
                            annotation,
                            "'targetEntity' is not supported: the field's type tells the target.",
                            "Remove it and declare the field with its type arguments.");
        }
    }

    /** The names of Cascade constants that are asked for beyond the default; empty for the default. */
    static List<String> cascades(Annotation annotation) {
        Set<String> asked = new TreeSet<>();
        for (String cascade : annotation.constants("cascade")) {
            switch (cascade) {
                case "ALL" -> asked.addAll(List.of("DELETE", "REFRESH", "DETACH"));
                case "REMOVE" -> asked.add("DELETE");
                case "REFRESH", "DETACH" -> asked.add(cascade);
                default -> {
                    // PERSIST and MERGE are the default.
                }
            }
        }
        if (annotation.flag("orphanRemoval", false)) {
            asked.addAll(List.of("DELETE", "DELETE_ORPHAN"));
        }
        if (asked.isEmpty()) {
            return List.of();
        }
        asked.addAll(List.of("SAVE_UPDATE", "MERGE"));
        List<String> ordered = new ArrayList<>(CASCADES);
        ordered.retainAll(asked);
        return ordered;
    }
}
