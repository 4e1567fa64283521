package org.alkahest.processor;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A mapped field, or a component of a record.
 *
 * @param type its type as a member of the class that is read, with type variables replaced
 * @param declaredBy the class that declares it
 */
record Property(VariableElement field, TypeMirror type, TypeElement declaredBy, Access access) {
    /** The same with a value inside the field, which has a type of its own. */
    Property of(TypeMirror content) {
        return new Property(field, content, declaredBy, access);
    }

    String name() {
        return field.getSimpleName().toString();
    }

    /** How generated code reaches it. */
    enum Access {
        /** As a field. */
        FIELD,
        /** Through a VarHandle, because it is private. */
        HANDLE,
        /** Through the accessor companion of the class that declares it. */
        ACCESSOR,
        /** Through a record's accessor method and constructor. */
        COMPONENT
    }
}
