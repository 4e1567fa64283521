package org.alkahest.processor;

import java.util.List;
import java.util.Optional;

/**
 * A column of an entity's table.
 *
 * @param field the name of its field in the companion
 * @param path the attribute's path, such as {@code address.city}; for a foreign key that of its association
 * @param steps the properties that lead to the value; for a foreign key those of its association
 * @param part the position among the target's key columns, or -1 where it is no foreign key
 * @param rules what a flush and the database do with it
 * @param comment empty for none
 * @param lazyGroup what a Lazy attribute is loaded with, empty for it alone; nothing for other attributes
 */
record ColumnModel(
        int position,
        String field,
        String name,
        ColumnType type,
        String path,
        List<Property> steps,
        int part,
        boolean isKey,
        boolean isGenerated,
        boolean isNullable,
        boolean isUnique,
        ColumnRules rules,
        String comment,
        Optional<String> lazyGroup) {
    ColumnModel {
        steps = List.copyOf(steps);
    }

    Property property() {
        return steps.get(steps.size() - 1);
    }

    boolean isLazy() {
        return lazyGroup.isPresent();
    }

    boolean isForeignKey() {
        return part >= 0;
    }

    boolean isPrimitive() {
        return !isForeignKey() && property().type().getKind().isPrimitive();
    }

    /** Whether the value may be missing from an object: a null reference, or a part of a null embeddable. */
    boolean mayBeNull() {
        return steps.size() > 1 || !isPrimitive();
    }
}
