package org.alkahest.processor;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Expressions that read and statements that write properties. */
final class AccessCode {
    private final Context context;
    private final Imports imports;

    AccessCode(Context context, Imports imports) {
        this.context = context;
        this.imports = imports;
    }

    /** An expression for the value of a property of {@code object}. */
    String get(Property property, String object) {
        String name = property.name();
        return switch (property.access()) {
            case FIELD -> object + "." + name;
            case HANDLE -> Naming.join("get", name) + "(" + object + ")";
            case ACCESSOR -> accessor(property.declaredBy()) + "." + name + "(" + object + ")";
            case COMPONENT -> object + "." + name + "()";
        };
    }

    /** A statement, without its semicolon, that sets a property of {@code object}. */
    String set(Property property, String object, String value) {
        String name = property.name();
        return switch (property.access()) {
            case FIELD -> object + "." + name + " = " + value;
            case HANDLE -> Naming.join("set", name) + "(" + object + ", " + value + ")";
            case ACCESSOR -> accessor(property.declaredBy()) + "." + name + "(" + object + ", " + value + ")";
            case COMPONENT -> throw new IllegalStateException("components are set by constructors");
        };
    }

    /** An expression for the value of a column that lies in the object itself. */
    String value(ColumnModel column, String object) {
        return column.steps().size() == 1
                ? get(column.property(), object)
                : Naming.join("get", column.field()) + "(" + object + ")";
    }

    /** An expression that reads a column's value for a property from {@code row}. */
    String read(ColumnModel column, String position) {
        boolean isStandard = column.type().code() instanceof ColumnType.Standard;
        return switch (column.property().type().getKind()) {
            case INT -> isStandard ? "row.intAt(" + position + ")" : required(column, position);
            case LONG -> isStandard ? "row.longAt(" + position + ")" : required(column, position);
            case DOUBLE -> isStandard ? "row.doubleAt(" + position + ")" : required(column, position);
            default -> column.isPrimitive() ? required(column, position) : "row.at(" + position + ")";
        };
    }

    private String required(ColumnModel column, String position) {
        return "row.<" + imports.of(column.type().javaType()) + ">requiredAt(" + position + ")";
    }

    /** {@code value} cast to the type of a property; null is 0 or false for a primitive one. */
    String cast(Property property, ColumnType type, String value) {
        if (Context.is(type.javaType(), "java.lang.Object")) {
            return value;
        }
        String cast = "(" + imports.of(type.javaType()) + ") " + value;
        return property.type().getKind().isPrimitive() ? value + " == null ? " + zero(property) + " : " + cast : cast;
    }

    private static String zero(Property property) {
        return switch (property.type().getKind()) {
            case BOOLEAN -> "false";
            case CHAR -> "'\\0'";
            default -> "0";
        };
    }

    /** Whether a cast to a type is unchecked. */
    static boolean isGeneric(Property property) {
        return property.type() instanceof DeclaredType type
                && !type.getTypeArguments().isEmpty();
    }

    private String accessor(TypeElement type) {
        return imports.of(context.companion(type));
    }
}
