package org.alkahest.processor;

import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A method that is called when something happens to an entity.
 *
 * @param event the simple name of the annotation
 * @param listener the listener class that has the method; empty for a method of the entity or a superclass
 * @param declaredBy the entity, mapped superclass or listener class
 */
record Callback(String event, Optional<TypeElement> listener, ExecutableElement method, TypeElement declaredBy) {
    /** The name of the constant in {@code LifecycleEvent}. */
    String constant() {
        return Naming.constant(event);
    }
}
