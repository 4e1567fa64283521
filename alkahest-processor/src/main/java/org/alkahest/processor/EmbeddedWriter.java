package org.alkahest.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeMirror;
import org.alkahest.processor.Attribute.Basic;
import org.alkahest.processor.Attribute.Embedded;

/** Writes the methods that take embeddables apart into columns and put them together again. */
final class EmbeddedWriter {
    private final Context context;
    private final Imports imports;
    private final AccessCode access;
    private final String entity;
    private final boolean isWhole;
    private final SourceText out;

    /** @param isWhole whether the entity is made whole, so that nothing is set */
    EmbeddedWriter(
            Context context, Imports imports, AccessCode access, String entity, boolean isWhole, SourceText out) {
        this.context = context;
        this.imports = imports;
        this.access = access;
        this.entity = entity;
        this.isWhole = isWhole;
        this.out = out;
    }

    void write(Embedded embedded) {
        if (embedded.path().size() == 1) {
            new EmbeddedColumnsWriter(imports, out).writeParts(embedded, access);
        }
        writeRead(embedded);
        for (Attribute part : embedded.parts()) {
            if (part instanceof Embedded inner) {
                write(inner);
            } else if (part instanceof Basic basic) {
                writeGet(basic.column());
                if (!isWhole) {
                    writeSet(basic.column());
                }
            }
        }
    }

    /** An expression that reads an embeddable from {@code row} at {@code position}. */
    static String read(Embedded embedded) {
        return method(embedded) + "(row, position)";
    }

    private static String method(Embedded embedded) {
        return AttributeReader.companionField(embedded.path()) + "From";
    }

    private void writeRead(Embedded embedded) {
        String type = imports.of(embedded.type());
        List<ColumnModel> columns = embedded.columns();
        out.line("")
                .line("private static " + imports.nullable(embedded.type().asType()) + " "
                        + method(embedded) + "("
                        + imports.of("org.alkahest.type.RowReader") + " row, int position) {")
                .line("if (row.allNull(" + MappingWriter.at(columns.get(0).position()) + ", " + columns.size() + ")) {")
                .line("return null;")
                .line("}");
        if (Context.isRecord(embedded.type())) {
            String arguments = embedded.parts().stream().map(this::readPart).collect(Collectors.joining(", "));
            out.line("return new " + type + "(" + arguments + ");");
        } else {
            out.line(type + " value = " + imports.of(context.companion(embedded.type())) + ".newInstance();");
            for (Attribute part : embedded.parts()) {
                out.line(access.set(part.property(), "value", readPart(part)) + ";");
            }
            out.line("return value;");
        }
        out.line("}");
    }

    private String readPart(Attribute part) {
        return switch (part) {
            case Basic basic -> readColumn(basic.column());
            case Embedded inner -> read(inner);
            case Attribute.ToOne toOne -> throw new IllegalStateException("no associations in embeddables");
            case Attribute.ToMany toMany -> throw new IllegalStateException("no associations in embeddables");
        };
    }

    private String readColumn(ColumnModel column) {
        return typed(column, access, imports);
    }

    /** Reads a column with its type said, because there may be several constructors. */
    static String typed(ColumnModel column, AccessCode access, Imports imports) {
        String read = access.read(column, MappingWriter.at(column.position()));
        return read.startsWith("row.at(")
                ? "row.<" + imports.of(column.type().javaType()) + ">at" + read.substring("row.at".length())
                : read;
    }

    /** {@code null} where the embeddable, or one around it, is. */
    private void writeGet(ColumnModel column) {
        out.line("")
                .line("private static " + imports.nullable(column.type().javaType()) + " "
                        + Naming.join("get", column.field()) + "(" + entity + " entity) {");
        List<String> owners = writeOwners(column);
        String owner = owners.get(owners.size() - 1);
        out.line("return " + owner + " == null ? null : " + access.get(column.property(), owner) + ";")
                .line("}");
    }

    /** Local variables for the embeddables around a value, outermost first. */
    private List<String> writeOwners(ColumnModel column) {
        List<String> owners = new ArrayList<>();
        for (Property step : column.steps().subList(0, column.steps().size() - 1)) {
            String owner = "owner" + owners.size();
            String outer = owners.isEmpty() ? "entity" : owners.get(owners.size() - 1);
            String value = access.get(step, outer);
            out.line(imports.of(step.type()) + " " + owner + " = "
                    + (owners.isEmpty() ? value : outer + " == null ? null : " + value) + ";");
            owners.add(owner);
        }
        return owners;
    }

    /**
     * Makes embeddables that are missing, unless for null; records are made anew. One whose last part goes is null, as it
     * would be when it is read.
     */
    private void writeSet(ColumnModel column) {
        out.line("")
                .line("private static void " + Naming.join("set", column.field()) + "(" + entity + " entity, "
                        + imports.nullable(column.type().javaType()) + " value) {");
        List<String> owners = writeOwners(column);
        out.line("if (value == null && " + owners.get(owners.size() - 1) + " == null) {")
                .line("return;")
                .line("}");
        String value = "value";
        for (int i = owners.size() - 1; i >= 0; i--) {
            Property changed = column.steps().get(i + 1);
            TypeMirror type = column.steps().get(i).type();
            String owner = owners.get(i);
            String next = "new" + Character.toUpperCase(owner.charAt(0)) + owner.substring(1);
            String hollow = hollow(owner, changed, value);
            if (changed.access() == Property.Access.COMPONENT) {
                out.line(imports.of(type) + " " + next + " = " + hollow + changedOwner(type, owner, changed, value)
                        + ";");
            } else {
                out.line(imports.of(type) + " " + owner + "Set = " + changedOwner(type, owner, changed, value) + ";")
                        .line(access.set(changed, owner + "Set", value) + ";")
                        .line(imports.of(type) + " " + next + " = " + hollow + owner + "Set;");
            }
            value = next;
        }
        out.line(access.set(column.steps().get(0), "entity", value) + ";").line("}");
    }

    private String changedOwner(TypeMirror type, String owner, Property changed, String value) {
        if (changed.access() != Property.Access.COMPONENT) {
            return owner + " == null ? " + imports.of(context.companion(changed.declaredBy())) + ".newInstance() : "
                    + owner;
        }
        return new Hierarchy(context.silent())
                .ofEmbeddable(changed.declaredBy()).stream()
                        .map(part -> part.name().equals(changed.name())
                                ? value
                                : owner + " == null ? " + unset(part.type()) + " : " + access.get(part, owner))
                        .collect(Collectors.joining(", ", "new " + imports.of(type) + "(", ")"));
    }

    /** {@code value == null && … ? null : }, or nothing where a part is always there. */
    private String hollow(String owner, Property changed, String value) {
        List<Property> parts = new Hierarchy(context.silent()).ofEmbeddable(changed.declaredBy());
        if (parts.stream().anyMatch(part -> part.type().getKind().isPrimitive())) {
            return "";
        }
        String others = parts.stream()
                .filter(part -> !part.name().equals(changed.name()))
                .map(part -> " && (" + owner + " == null || " + access.get(part, owner) + " == null)")
                .collect(Collectors.joining());
        return value + " == null" + others + " ? null : ";
    }

    private static String unset(TypeMirror type) {
        return switch (type.getKind()) {
            case BOOLEAN -> "false";
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, CHAR -> "0";
            default -> "null";
        };
    }
}
