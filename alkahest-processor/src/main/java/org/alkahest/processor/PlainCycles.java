package org.alkahest.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Finds circles of plain to-one fields: loading one object with all that it is loaded with would never end. */
final class PlainCycles {
    private final Context context;

    PlainCycles(Context context) {
        this.context = context;
    }

    /** Reports each plain to-one of an entity from which a way leads back to the entity. */
    void check(TypeElement entity, List<Property> properties) {
        for (Property property : properties) {
            TypeElement target = plainTarget(property).orElse(null);
            if (target == null) {
                continue;
            }
            List<String> way = new ArrayList<>(List.of(entity.getSimpleName() + "." + property.name()));
            if (leadsTo(target, entity, way, new HashSet<>())) {
                context.problems()
                        .add(
                                "ALK-3012",
                                property.field(),
                                "loading it with its owner never ends: " + String.join(" -> ", way) + " -> "
                                        + entity.getSimpleName() + ".",
                                "Declare one of these as a Ref, for example Ref<" + target.getSimpleName() + "> "
                                        + property.name() + ".");
            }
        }
    }

    private boolean leadsTo(TypeElement from, TypeElement goal, List<String> way, Set<String> seen) {
        if (from.equals(goal)) {
            return true;
        }
        if (!seen.add(from.getQualifiedName().toString())) {
            return false;
        }
        for (Property property : new Hierarchy(context.silent()).ofEntity(from)) {
            TypeElement next = plainTarget(property).orElse(null);
            if (next != null) {
                way.add(from.getSimpleName() + "." + property.name());
                if (leadsTo(next, goal, way, seen)) {
                    return true;
                }
                way.remove(way.size() - 1);
            }
        }
        return false;
    }

    private static Optional<TypeElement> plainTarget(Property property) {
        return AttributeReader.isToOne(property.field()) && Context.isEntity(property.type())
                ? Context.element(property.type())
                : Optional.empty();
    }
}
