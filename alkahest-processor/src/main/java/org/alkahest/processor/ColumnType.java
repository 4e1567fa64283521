package org.alkahest.processor;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * The type of a column.
 *
 * @param javaType the Java type of values, boxed
 * @param code how generated code names the SqlType
 * @param isPlain whether values are the same exactly if they are equal, so that a diff need not ask the SqlType
 * @param isMutable whether a snapshot has to copy values
 */
record ColumnType(TypeMirror javaType, Code code, boolean isPlain, boolean isMutable) {

    /** Whether the SqlType is made anew by each evaluation, and so has to be kept in a constant. */
    boolean isShared() {
        return switch (code) {
            case EnumType type -> true;
            case Converted converted -> true;
            case ArrayOf array -> true;
            case JsonOf json -> false;
            case Standard standard -> false;
        };
    }

    /** An expression of type SqlType. */
    sealed interface Code {}

    /** A constant or call of SqlTypes, such as {@code INTEGER} or {@code decimal(12, 2)}. */
    record Standard(String member) implements Code {}

    /** {@code SqlTypes.enumName(Status.class)}; {@code length} is 0 unless given. */
    record EnumType(String method, TypeElement type, int length) implements Code {}

    /** {@code SqlTypes.array(SqlTypes.TEXT)}. */
    record ArrayOf(Code element) implements Code {}

    /** {@code SqlTypes.json(Address.class)}. */
    record JsonOf(TypeElement type) implements Code {}

    /** An AttributeConverter around a storage type; {@code isMutable} where its values may change in place. */
    record Converted(TypeElement converter, TypeMirror attribute, Code storage, boolean isMutable) implements Code {}
}
