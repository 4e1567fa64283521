package org.alkahest.processor;

import java.util.stream.Collectors;
import org.alkahest.processor.Attribute.Embedded;

/** Writes what makes the columns of an embeddable one value: a field of the companion, and a method of its mapping. */
final class EmbeddedColumnsWriter {
    private final Imports imports;
    private final SourceText out;

    EmbeddedColumnsWriter(Imports imports, SourceText out) {
        this.imports = imports;
        this.out = out;
    }

    /** The field; embeddables in it are columns of it. */
    void write(Embedded embedded) {
        String type = imports.of(embedded.type());
        String name = embedded.property().name();
        String columns = embedded.columns().stream().map(ColumnModel::field).collect(Collectors.joining(", "));
        out.line("")
                .doc("The columns of {@code " + name + "} as one value.")
                .line("public final " + imports.of("org.alkahest.orm.mapping.EmbeddedColumns") + "<" + type + "> "
                        + name
                        + " = embedded(" + Literal.text(name) + ", " + type + ".class, "
                        + imports.of("java.util.List") + ".of(" + columns + "), Mapping::" + name + "From, Mapping::"
                        + name + "Parts);");
    }

    /** The method that takes a value apart. */
    void writeParts(Embedded embedded, AccessCode access) {
        String nullableObject = "@" + imports.of("org.jspecify.annotations.Nullable") + " Object[]";
        int first = embedded.columns().get(0).position();
        out.line("")
                .line("private static " + nullableObject + " "
                        + embedded.property().name() + "Parts(" + imports.of(embedded.type()) + " value) {")
                .line(nullableObject + " parts = new " + nullableObject.replace("[]", "") + "["
                        + embedded.columns().size() + "];");
        writeParts(embedded, "value", first, access);
        out.line("return parts;").line("}");
    }

    private void writeParts(Embedded embedded, String owner, int first, AccessCode access) {
        for (Attribute part : embedded.parts()) {
            if (part instanceof Attribute.Basic basic) {
                out.line("parts[" + (basic.column().position() - first) + "] = " + access.get(part.property(), owner)
                        + ";");
            } else if (part instanceof Embedded inner) {
                String local = "part" + (inner.columns().get(0).position() - first) + "In"
                        + inner.path().size();
                out.line(imports.nullable(part.property().type()) + " " + local + " = "
                                + access.get(part.property(), owner) + ";")
                        .line("if (" + local + " != null) {");
                writeParts(inner, local, first, access);
                out.line("}");
            }
        }
    }
}
