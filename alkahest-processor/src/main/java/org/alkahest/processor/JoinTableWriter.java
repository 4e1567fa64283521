package org.alkahest.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alkahest.processor.Attribute.ConstraintName;
import org.alkahest.processor.Attribute.JoinTableModel;
import org.alkahest.processor.Attribute.Placement;
import org.alkahest.processor.Attribute.Reference;

/** Writes the method that makes the table of a many-to-many association. */
final class JoinTableWriter {
    private final Imports imports;
    private final TypeCode types;
    private final SourceText out;

    JoinTableWriter(Imports imports, TypeCode types, SourceText out) {
        this.imports = imports;
        this.types = types;
        this.out = out;
    }

    /**
     * @param owner the prefix of the owner's key columns
     * @param target the prefix of the target's key columns
     */
    void write(String attribute, JoinTableModel model, Optional<Placement> placement, String owner, String target) {
        String joinTable = imports.of("org.alkahest.orm.mapping.JoinTable");
        String table = imports.of("org.alkahest.schema.Table");
        String schema = model.schema().isEmpty() ? "" : Literal.text(model.schema()) + ", ";
        out.line("")
                .line("private static " + joinTable + " " + attribute + "Table() {")
                .line(table + " table = " + table + ".named(" + schema + Literal.text(model.name()) + ")");
        model.owner().forEach(this::writeColumn);
        model.target().forEach(this::writeColumn);
        if (placement.orElse(null) instanceof Placement.InTable place) {
            out.line("        .column(" + Literal.text(place.name()) + ", "
                    + types.sqlType(place.type().code()) + ", "
                    + imports.of("org.alkahest.schema.ColumnOptions") + ".notNull())");
        }
        writeForeignKey(model.owner(), model.ownerConstraint(), owner);
        writeForeignKey(model.target(), model.targetConstraint(), target);
        if (model.isTargetUnique()) {
            out.line("        .unique(" + names(model.target()) + ")");
        }
        out.line("        .build();")
                .line("return new " + joinTable + "(table, " + columns(model.owner()) + ", " + columns(model.target())
                        + ");")
                .line("}");
    }

    private void writeColumn(Reference reference) {
        out.line("        .column(" + Literal.text(reference.column()) + ", "
                + types.sqlType(reference.key().type().code()) + ", "
                + imports.of("org.alkahest.schema.ColumnOptions") + ".primaryKey())");
    }

    private void writeForeignKey(List<Reference> references, ConstraintName constraint, String prefix) {
        if (!constraint.isWanted()) {
            return;
        }
        String list = imports.of("java.util.List");
        String targets = references.stream()
                .map(reference -> prefix + reference.key().field())
                .collect(Collectors.joining(", "));
        if (references.size() == 1 && constraint.name().isEmpty()) {
            out.line("        .foreignKey(" + names(references) + ", () -> " + targets + ")");
            return;
        }
        String action = imports.of("org.alkahest.schema.ForeignKey") + ".Action.NO_ACTION";
        String name = constraint.name().isEmpty() ? "" : Literal.text(constraint.name()) + ", ";
        out.line("        .foreignKey(" + name + list + ".of(" + names(references) + "), () -> " + list + ".of("
                + targets + "), " + action + ", " + action + ")");
    }

    private String columns(List<Reference> references) {
        return references.stream()
                .map(reference -> "table.column(" + Literal.text(reference.column()) + ")")
                .collect(Collectors.joining(", ", imports.of("java.util.List") + ".of(", ")"));
    }

    private static String names(List<Reference> references) {
        return references.stream()
                .map(reference -> Literal.text(reference.column()))
                .collect(Collectors.joining(", "));
    }
}
