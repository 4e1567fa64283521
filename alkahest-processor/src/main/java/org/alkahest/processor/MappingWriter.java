package org.alkahest.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeKind;
import org.alkahest.processor.Attribute.Basic;
import org.alkahest.processor.Attribute.Embedded;

/** Writes the class within a companion that makes, reads and compares objects. */
final class MappingWriter {
    private final Context context;
    private final EntityModel model;
    private final Imports imports;
    private final SourceText out;
    private final AccessCode access;
    private final String entity;
    private final String nullableObject;

    MappingWriter(Context context, EntityModel model, Imports imports, SourceText out) {
        this.context = context;
        this.model = model;
        this.imports = imports;
        this.out = out;
        this.access = new AccessCode(context, imports);
        this.entity = imports.of(model.type());
        this.nullableObject = "@" + imports.of("org.jspecify.annotations.Nullable") + " Object";
    }

    /** An offset from the parameter {@code position}. */
    static String at(int offset) {
        return offset == 0 ? "position" : "position + " + offset;
    }

    void write() {
        List<Property> hidden = model.attributes().stream()
                .map(Attribute::property)
                .filter(property -> property.access() == Property.Access.HANDLE)
                .toList();
        HandleWriter handles = new HandleWriter(context, imports, model.type(), hidden);
        out.line("")
                .doc("Makes, reads and compares objects.")
                .line("private static final class Mapping extends " + imports.of("org.alkahest.orm.mapping." + base())
                        + "<" + entity + "> {")
                .line("static final Mapping INSTANCE = new Mapping();");
        handles.writeConstants(out, hidden);
        LifecycleWriter lifecycle = new LifecycleWriter(context, model, imports, out);
        lifecycle.writeConstants();
        writeIdentity();
        writeKey();
        if (model.isWhole()) {
            new ConstructWriter(context, model, imports, access, out).write();
        } else {
            writeRead();
        }
        if (!model.isImmutable()) {
            writeSnapshotMethods();
        }
        writeValues();
        writeAssociations();
        lifecycle.writeMethods();
        hidden.forEach(property -> writeHandleMethods(property, handles));
        EmbeddedWriter embeddables = new EmbeddedWriter(context, imports, access, entity, model.isWhole(), out);
        model.attributes().forEach(attribute -> {
            if (attribute instanceof Embedded embedded) {
                embeddables.write(embedded);
            }
        });
        if (!hidden.isEmpty()) {
            out.line("");
            handles.writeLookup(out);
        }
        if (!model.isImmutable()) {
            new SnapshotWriter(model, imports, access, out).write();
        }
        out.line("}");
    }

    private String base() {
        if (model.isWhole()) {
            return "ConstructedMapping";
        }
        return model.isImmutable() ? "ImmutableMapping" : "EntityMapping";
    }

    private void writeIdentity() {
        method("Class<" + entity + "> entityClass()", "return " + entity + ".class;");
        method(
                imports.of("org.alkahest.orm.mapping.EntityTable") + "<" + entity + "> table()",
                "return " + model.companion().constant() + ";");
        if (model.isWhole()) {
            return;
        }
        boolean isAbstract = model.type().getModifiers().contains(javax.lang.model.element.Modifier.ABSTRACT);
        method(
                entity + " newInstance()",
                isAbstract
                        ? "throw new IllegalStateException(\"" + entity + " is abstract\");"
                        : "return new " + entity + "();");
    }

    private void writeKey() {
        List<ColumnModel> key = model.key();
        List<String> values = new ArrayList<>();
        List<String> reads = new ArrayList<>();
        key.forEach(column -> values.add(keyValue(column)));
        key.forEach(column -> reads.add("row.at(" + at(column.position()) + ")"));
        String keyOf = nullableObject + " key(" + entity + " entity)";
        String readKey =
                nullableObject + " readKey(" + imports.of("org.alkahest.type.RowReader") + " row, int position)";
        if (key.size() > 1) {
            method(keyOf, composite(values));
            method(readKey, composite(reads));
            return;
        }
        method(keyOf, "return " + values.get(0) + ";");
        method(readKey, "return " + reads.get(0) + ";");
    }

    /** A part that is a reference has no key while its target has none; 0 in a primitive that is generated is unset. */
    private String keyValue(ColumnModel column) {
        String value = SnapshotWriter.value(model, column, access, imports);
        if (column.isForeignKey()) {
            return imports.of("org.alkahest.orm.mapping.Keys") + ".known(" + value + ")";
        }
        return model.isGenerated(column) && column.isPrimitive() ? value + " == 0 ? null : " + value : value;
    }

    private String[] composite(List<String> values) {
        List<String> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String value : values) {
            String name = "part" + names.size();
            lines.add("Object " + name + " = " + value + ";");
            names.add(name);
        }
        String anyMissing = names.stream().map(name -> name + " == null").collect(Collectors.joining(" || "));
        lines.add("return " + anyMissing + " ? null : " + imports.of("org.alkahest.orm.mapping.CompositeKey") + ".of("
                + String.join(", ", names) + ");");
        return lines.toArray(String[]::new);
    }

    private void writeRead() {
        List<String> lines = new ArrayList<>();
        for (Attribute attribute : model.attributes()) {
            if (attribute instanceof Basic basic) {
                ColumnModel column = basic.column();
                if (column.isLazy()) {
                    continue; // by setValue
                }
                lines.add(access.set(column.property(), "entity", access.read(column, at(column.position()))) + ";");
            } else if (attribute instanceof Embedded embedded) {
                lines.add(access.set(embedded.property(), "entity", EmbeddedWriter.read(embedded)) + ";");
            }
        }
        method(
                "void read(" + entity + " entity, " + imports.of("org.alkahest.type.RowReader") + " row, int position)",
                lines.toArray(String[]::new));
    }

    private void writeSnapshotMethods() {
        method("Object snapshot(" + entity + " entity)", "return new Snapshot(entity);");
        List<String> lines = new ArrayList<>();
        lines.add("Snapshot old = (Snapshot) snapshot;");
        for (ColumnModel column : model.columns()) {
            lines.add("if (" + differs(column) + ") {");
            lines.add("changed.add(" + column.position() + ");");
            lines.add("}");
        }
        method(
                "void diff(" + entity + " entity, Object snapshot, " + imports.of("org.alkahest.orm.mapping.ColumnSet")
                        + " changed)",
                lines.toArray(String[]::new));
    }

    private String differs(ColumnModel column) {
        String now = SnapshotWriter.value(model, column, access, imports);
        String old = "old." + column.field();
        TypeKind kind = column.property().type().getKind();
        if (column.isLazy()) {
            return lazy() + ".differ(" + now + ", " + old + ", "
                    + model.companion().constant() + "." + column.field() + ".type())";
        }
        if (column.isForeignKey() || (column.mayBeNull() && column.type().isPlain())) {
            return "!" + imports.of("java.util.Objects") + ".equals(" + now + ", " + old + ")";
        }
        if (!column.type().isPlain()) {
            return "!" + model.companion().constant() + "." + column.field() + ".type().same(" + now + ", " + old + ")";
        }
        return switch (kind) {
            case DOUBLE -> "Double.compare(" + now + ", " + old + ") != 0";
            case FLOAT -> "Float.compare(" + now + ", " + old + ") != 0";
            default -> now + " != " + old;
        };
    }

    private String lazy() {
        return imports.of(LazyReader.LAZY);
    }

    private void writeValues() {
        List<String> values = new ArrayList<>(List.of("return switch (column) {"));
        List<String> olds = new ArrayList<>(List.of("Snapshot old = (Snapshot) snapshot;", "return switch (column) {"));
        List<String> sets = new ArrayList<>(List.of("switch (column) {"));
        boolean isUnchecked = false;
        for (ColumnModel column : model.columns()) {
            String label = "case " + column.position() + " -> ";
            values.add(label + SnapshotWriter.value(model, column, access, imports) + ";");
            olds.add(label + "old." + column.field() + ";");
            if (model.isWhole()) {
                continue;
            }
            if (column.isLazy()) {
                sets.add(label + access.set(column.property(), "entity", lazy() + ".from(value)") + ";");
            } else if (!column.isForeignKey()) {
                String cast = access.cast(column.property(), column.type(), "value");
                isUnchecked |= AccessCode.isGeneric(column.property());
                sets.add(label
                        + (column.steps().size() == 1
                                ? access.set(column.property(), "entity", cast)
                                : Naming.join("set", column.field()) + "(entity, " + cast + ")")
                        + ";");
            }
        }
        model.inheritance().filter(inheritance -> !inheritance.isConcrete()).ifPresent(inheritance -> {
            String label = "case " + inheritance.discriminator().position() + " -> ";
            String value = inheritance.value().isEmpty() ? "null" : inheritance.value();
            values.add(label + value + ";");
            olds.add(label + value + ";");
            sets.add(label + "{}");
        });
        String unknown = "default -> throw new IndexOutOfBoundsException(column);";
        values.addAll(List.of(unknown, "};"));
        olds.addAll(List.of(unknown, "};"));
        sets.addAll(List.of(unknown, "}"));
        method(nullableObject + " value(" + entity + " entity, int column)", values.toArray(String[]::new));
        if (!model.isImmutable()) {
            method(nullableObject + " snapshotValue(Object snapshot, int column)", olds.toArray(String[]::new));
        }
        if (!model.isWhole()) {
            method(
                    isUnchecked,
                    "void setValue(" + entity + " entity, int column, " + nullableObject + " value)",
                    sets.toArray(String[]::new));
        }
    }

    private void writeAssociations() {
        String get = nullableObject + " association(" + entity + " entity, int index)";
        String set = "void setAssociation(" + entity + " entity, int index, " + nullableObject + " value)";
        String unknown = "throw new IndexOutOfBoundsException(index);";
        List<Attribute> associations = model.associations();
        if (associations.isEmpty()) {
            method(get, unknown);
            if (!model.isWhole()) {
                method(set, unknown);
            }
            return;
        }
        List<String> gets = new ArrayList<>(List.of("return switch (index) {"));
        List<String> sets = new ArrayList<>(List.of("switch (index) {"));
        boolean isUnchecked = false;
        for (int i = 0; i < associations.size(); i++) {
            Property property = associations.get(i).property();
            isUnchecked |= AccessCode.isGeneric(property);
            String value = "(" + imports.of(property.type()) + ") value";
            gets.add("case " + i + " -> " + access.get(property, "entity") + ";");
            if (!model.isWhole()) {
                sets.add("case " + i + " -> " + access.set(property, "entity", value) + ";");
            }
        }
        gets.addAll(List.of("default -> " + unknown, "};"));
        sets.addAll(List.of("default -> " + unknown, "}"));
        method(get, gets.toArray(String[]::new));
        if (!model.isWhole()) {
            method(isUnchecked, set, sets.toArray(String[]::new));
        }
    }

    private void writeHandleMethods(Property property, HandleWriter handles) {
        String constant = handles.constant(property);
        String type = imports.of(property.type());
        out.line("");
        if (AccessCode.isGeneric(property)) {
            out.line("@SuppressWarnings(\"unchecked\") // the handle knows the erased type only");
        }
        out.line("private static " + imports.nullable(property.type()) + " " + Naming.join("get", property.name()) + "("
                        + entity + " entity) {")
                .line("return (" + type + ") " + constant + ".get(entity);")
                .line("}");
        if (model.isWhole()) {
            return;
        }
        out.line("")
                .line("private static void " + Naming.join("set", property.name()) + "(" + entity + " entity, "
                        + imports.nullable(property.type()) + " value) {")
                .line(constant + ".set(entity, value);")
                .line("}");
    }

    private void method(String signature, String... lines) {
        method(false, signature, lines);
    }

    private void method(boolean isUnchecked, String signature, String... lines) {
        out.line("").line("@Override");
        if (isUnchecked) {
            out.line("@SuppressWarnings(\"unchecked\") // the caller knows the column or association");
        }
        out.line("public " + signature + " {").lines(List.of(lines)).line("}");
    }
}
