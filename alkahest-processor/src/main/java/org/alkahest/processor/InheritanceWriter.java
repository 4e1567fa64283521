package org.alkahest.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import org.alkahest.processor.Attribute.ToOne;
import org.alkahest.processor.Inheritance.Discriminator;
import org.alkahest.processor.Inheritance.Superclass;
import org.alkahest.processor.TypeCode.Place;
import org.jspecify.annotations.Nullable;

/** Writes what the companion of an entity has because the entity is part of a hierarchy; nothing for others. */
final class InheritanceWriter {
    private static final String MAPPING = "org.alkahest.orm.mapping.";

    private final EntityModel model;
    private final Imports imports;
    private final SourceText out;
    private final @Nullable Inheritance inheritance;
    private final @Nullable Superclass superclass;
    private boolean discriminatorWritten;

    InheritanceWriter(EntityModel model, Imports imports, SourceText out) {
        this.model = model;
        this.imports = imports;
        this.out = out;
        this.inheritance = model.inheritance().orElse(null);
        this.superclass = inheritance == null ? null : inheritance.superclass().orElse(null);
    }

    private boolean isJoined() {
        return inheritance != null && inheritance.isJoined();
    }

    private boolean isConcrete() {
        return inheritance != null && inheritance.isConcrete();
    }

    private String above() {
        return imports.of(superclassCompanion());
    }

    private Companion superclassCompanion() {
        if (superclass == null) {
            throw new IllegalStateException("a root has no superclass");
        }
        return superclass.companion();
    }

    /** The canonical table of the superclass. */
    private String canonical() {
        return above() + "." + superclassCompanion().constant();
    }

    /** The name of the field that holds the occurrence of the superclass's table. */
    private String field() {
        Set<String> names = model.attributes().stream()
                .map(attribute -> attribute.property().name())
                .collect(Collectors.toSet());
        model.columns().forEach(column -> names.add(column.field()));
        String field = "above";
        while (names.contains(field)) {
            field += "Table";
        }
        return field;
    }

    /** More parameters of the constructor, after the alias. */
    String parameters() {
        if (isConcrete()) {
            return ", @" + imports.of("org.jspecify.annotations.Nullable") + " " + imports.of(MAPPING + "EntityTable")
                    + "<?> occurrence";
        }
        if (superclass == null) {
            return "";
        }
        return isJoined()
                ? ", @" + imports.of("org.jspecify.annotations.Nullable") + " " + above() + " occurrence"
                : ", boolean restricted";
    }

    /** What the constructor gives the superclass's before the table's name. */
    String superArgumentsBefore() {
        return isConcrete() ? "occurrence, " : "";
    }

    String superArguments() {
        return isJoined() ? ", occurrence" : "";
    }

    /** The constructor's arguments for an occurrence of its own. */
    String arguments(String alias) {
        if (isConcrete()) {
            return alias + ", null";
        }
        return superclass == null ? alias : alias + (isJoined() ? ", null" : ", true");
    }

    /** The occurrence that has the inherited columns, before those name it. */
    void writeAbove() {
        if (isJoined() && superclass != null) {
            out.line("")
                    .doc("Where the columns of {@link " + imports.of(superclass.type()) + "} are.")
                    .line("private final " + above() + " " + field() + " = above(" + canonical() + "::as, "
                            + Literal.text(superclass.table()) + ");");
        }
    }

    /** Where its position is. */
    void writeDiscriminatorBefore(Attribute attribute) {
        List<ColumnModel> columns = switch (attribute) {
            case Attribute.Basic basic -> List.of(basic.column());
            case Attribute.Embedded embedded -> embedded.columns();
            case ToOne toOne -> toOne.columns();
            case Attribute.ToMany toMany -> List.of();
        };
        if (inheritance != null
                && !inheritance.isConcrete()
                && !columns.isEmpty()
                && columns.get(0).position() > inheritance.discriminator().position()) {
            writeDiscriminatorAtEnd();
        }
    }

    void writeDiscriminatorAtEnd() {
        if (inheritance == null || inheritance.isConcrete() || discriminatorWritten) {
            return;
        }
        discriminatorWritten = true;
        Discriminator column = inheritance.discriminator();
        String value = isJoined()
                ? field() + "." + column.field()
                : "column(" + Literal.text(column.name()) + ", " + imports.of("org.alkahest.type.SqlTypes") + "."
                        + column.sqlType() + ", " + imports.of("org.alkahest.schema.ColumnOptions") + ".notNull())";
        out.line("")
                .doc("Column " + Literal.code(column.name()) + ", which tells the classes of rows apart.")
                .line("public final " + imports.of("org.alkahest.schema.Column") + "<" + imports.of(column.javaType())
                        + "> " + column.field() + " = " + value + ";");
    }

    /** Whether a column is that of the superclass's table, and has been written so. */
    boolean writeInherited(ColumnModel column) {
        ColumnModel there = model.inherited(column).orElse(null);
        if (!isJoined() || there == null || column.isKey()) {
            return false;
        }
        out.line("")
                .doc("Column " + Literal.code(column.name()) + " of the superclass's table.")
                .line("public final " + imports.of("org.alkahest.schema.Column") + "<"
                        + imports.of(column.type().javaType()) + "> " + column.field() + " = " + field() + "."
                        + there.field() + ";");
        return true;
    }

    /** An expression for the type of a column: an inherited one's is the very same. */
    String type(ColumnModel column, String own) {
        return model.inherited(column)
                .map(there -> canonical() + "." + there.field() + ".type()")
                .orElse(own);
    }

    Place place(ColumnModel column) {
        return inheritance == null || superclass == null || isConcrete()
                ? Place.OWN_TABLE
                : isJoined()
                        ? Place.JOINED_TABLE
                        : model.inherited(column).isPresent() ? Place.OWN_TABLE : Place.SHARED_TABLE;
    }

    /** Whether the foreign key of an association is in the superclass's table. */
    boolean isElsewhere(ToOne toOne) {
        return isJoined() && model.isInherited(toOne);
    }

    void writeInherited(Attribute attribute, String declaration) {
        String name = attribute.property().name();
        String columns = attribute instanceof ToOne toOne
                ? toOne.columns().stream().map(column -> ", " + column.field()).collect(Collectors.joining())
                : "";
        out.line("")
                .doc("Association " + Literal.code(name) + " of the superclass.")
                .line(declaration + "inherited(" + canonical() + "." + name + columns + ");");
    }

    void writeConstructor() {
        if (inheritance == null) {
            return;
        }
        String value = inheritance.value().isEmpty() ? "null" : inheritance.value();
        Annotation.find(model.type(), "LoadSubclasses")
                .map(annotation -> annotation.constant("value", "JOIN"))
                .ifPresent(how ->
                        out.line("loadSubclasses(" + imports.of(MAPPING + "SubclassLoading") + "." + how + ");"));
        if (inheritance.isConcrete()) {
            out.line("concrete(" + (superclass == null ? "null" : canonical()) + ", " + value + ");");
            return;
        }
        String discriminator = "this." + inheritance.discriminator().field();
        if (superclass == null) {
            out.line("root(" + imports.of(MAPPING + "InheritanceStrategy") + "." + inheritance.strategy() + ", "
                    + discriminator + ", " + value + ");");
        } else if (isJoined()) {
            out.line("inheritsFrom(" + canonical() + ", this." + field() + ", " + discriminator + ", " + value + ");");
            if (Annotation.isPresent(model.type(), "OnDelete")) {
                out.line("deletedAlong();");
            }
        } else {
            out.line("inherits(" + canonical() + ", " + discriminator + ", " + value + ", restricted);");
        }
    }

    void writeMethods() {
        if (inheritance == null) {
            return;
        }
        if (superclass != null || isConcrete()) {
            writeBelow();
        }
        if (!model.type().getModifiers().contains(Modifier.FINAL)) {
            List<Property> own = model.attributes().stream()
                    .map(Attribute::property)
                    .filter(property -> property.declaredBy().equals(model.type()))
                    .toList();
            own.forEach(this::writeAccessors);
            LifecycleReader.declared(model.type()).forEach(this::writeCallback);
        }
    }

    private void writeBelow() {
        String self = model.companion().simpleName();
        String table = imports.of(MAPPING + "EntityTable");
        out.line("").line("@Override").line("protected " + self + " below(" + table + "<?> occurrence) {");
        if (isJoined()) {
            String parent = "occurrence instanceof " + above() + " direct ? direct : (" + above() + ") belowOf("
                    + canonical() + ", occurrence)";
            out.line(above() + " parent = " + parent + ";")
                    .line("return new " + self + "(parent.correlationName() + " + Literal.text("__" + model.table())
                            + ", parent);");
        } else {
            out.line("return new " + self + "(occurrence.alias(), " + (isConcrete() ? "occurrence" : "false") + ");");
        }
        out.line("}");
    }

    /** Subclasses, which may be in other packages, reach the fields by these. */
    private void writeAccessors(Property property) {
        String name = property.name();
        String entity = imports.of(model.type());
        String nullable = imports.nullable(property.type());
        boolean isHidden = property.access() == Property.Access.HANDLE;
        out.line("")
                .doc("Reads the field " + Literal.code(name) + ", for companions of subclasses.")
                .line("public static " + nullable + " " + name + "(" + entity + " object) {")
                .line(
                        isHidden
                                ? "return Mapping." + Naming.join("get", name) + "(object);"
                                : "return object." + name + ";")
                .line("}")
                .line("")
                .doc("Sets the field " + Literal.code(name) + ", for companions of subclasses.")
                .line("public static void " + name + "(" + entity + " object, " + nullable + " value) {")
                .line(
                        isHidden
                                ? "Mapping." + Naming.join("set", name) + "(object, value);"
                                : "object." + name + " = value;")
                .line("}");
    }

    private void writeCallback(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        out.line("")
                .doc("Calls the callback method " + Literal.code(name) + ", for companions of subclasses.")
                .line("public static void " + LifecycleWriter.accessor(name) + "(" + imports.of(model.type())
                        + " object) {")
                .line("object." + name + "();")
                .line("}");
    }
}
