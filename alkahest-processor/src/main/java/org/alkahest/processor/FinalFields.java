package org.alkahest.processor;

import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** Refuses final fields where the companion sets fields after the no-argument constructor. */
final class FinalFields {
    private final Problems problems;

    FinalFields(Context context) {
        this.problems = context.problems();
    }

    /** Whether a field can be set; reported if not. */
    boolean check(Property property) {
        VariableElement field = property.field();
        if (!field.getModifiers().contains(Modifier.FINAL)
                || property.access() == Property.Access.COMPONENT
                || Construction.isWhole(property.declaredBy())) {
            return true;
        }
        String problem = ToManyReader.isCollection(property.type())
                ? "it is final, and the session replaces collections by tracked ones."
                : "it is final, and the companion sets fields after the no-argument constructor.";
        problems.add("ALK-3006", field, problem, "Remove 'final', or mark it @Transient.");
        return false;
    }
}
