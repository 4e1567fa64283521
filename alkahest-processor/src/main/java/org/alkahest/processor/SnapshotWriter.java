package org.alkahest.processor;

import org.alkahest.processor.Attribute.ToOne;

/** Writes the class that holds the column values of an object at one moment. */
final class SnapshotWriter {
    private final EntityModel model;
    private final Imports imports;
    private final AccessCode access;
    private final SourceText out;

    SnapshotWriter(EntityModel model, Imports imports, AccessCode access, SourceText out) {
        this.model = model;
        this.imports = imports;
        this.access = access;
        this.out = out;
    }

    void write() {
        String entity = imports.of(model.type());
        out.line("").doc("The column values of an object at one moment.").line("private static final class Snapshot {");
        for (ColumnModel column : model.columns()) {
            out.line("private final " + type(column) + " " + column.field() + ";");
        }
        out.line("").line("Snapshot(" + entity + " entity) {");
        for (ColumnModel column : model.columns()) {
            String value = value(model, column, access, imports);
            out.line("this." + column.field() + " = "
                    + (column.type().isMutable() && !column.isLazy() ? copy(column, value) : value) + ";");
        }
        out.line("}").line("}");
    }

    private String copy(ColumnModel column, String value) {
        return value + " == null ? null : " + model.companion().constant() + "." + column.field() + ".type().copy("
                + value + ")";
    }

    private String type(ColumnModel column) {
        if (column.isForeignKey()) {
            return "@" + imports.of("org.jspecify.annotations.Nullable") + " Object";
        }
        if (column.isLazy()) {
            return "@" + imports.of("org.jspecify.annotations.Nullable") + " " + imports.of(LazyReader.LAZY) + "<?>";
        }
        return column.mayBeNull()
                ? imports.nullable(column.type().javaType())
                : imports.of(column.property().type());
    }

    /** An expression for what a column holds for {@code entity} now. */
    static String value(EntityModel model, ColumnModel column, AccessCode access, Imports imports) {
        if (!column.isForeignKey()) {
            return access.value(column, "entity");
        }
        ToOne toOne = model.attributes().stream()
                .filter(attribute ->
                        attribute instanceof ToOne each && each.columns().contains(column))
                .map(ToOne.class::cast)
                .findFirst()
                .orElseThrow();
        String field = access.get(column.property(), "entity");
        String keys = imports.of("org.alkahest.orm.mapping.Keys");
        Companion target = toOne.target().companion();
        return toOne.isReference()
                ? keys + ".of(" + field + ", " + column.part() + ")"
                : keys + ".of(" + imports.of(target) + "." + target.constant() + ", " + field + ", " + column.part()
                        + ")";
    }
}
