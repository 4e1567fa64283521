package org.alkahest.processor;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/**
 * Writes the statements of a companion's constructor that say how a flush uses columns and makes keys; aliases need none.
 */
final class ColumnUseWriter {
    private static final String MAPPING = "org.alkahest.orm.mapping.";

    private final Imports imports;
    private final SourceText out;

    ColumnUseWriter(Imports imports, SourceText out) {
        this.imports = imports;
        this.out = out;
    }

    void write(EntityModel model) {
        model.idClass().ifPresent(type -> writeIdClass(model, type));
        List<ColumnModel> used = model.columns().stream()
                .filter(column -> column.rules().isSaid())
                .toList();
        if (used.isEmpty() && model.keyGenerations().isEmpty()) {
            return;
        }
        out.line("if (alias == null) {");
        used.forEach(this::writeUse);
        model.keyGenerations()
                .forEach(generation ->
                        out.line("keyed(this." + generation.column().field() + ", " + generator(generation) + ");"));
        out.line("}");
    }

    private void writeIdClass(EntityModel model, TypeElement type) {
        String parts = model.key().stream()
                .map(column -> "key." + column.property().name() + "()")
                .collect(Collectors.joining(", "));
        out.line("identified(" + imports.of(type) + ".class, key -> new Object[] {" + parts + "});");
    }

    private void writeUse(ColumnModel column) {
        String use = imports.of(MAPPING + "ColumnUse");
        ColumnRules rules = column.rules();
        String reading = rules.reading().isEmpty() ? "NEVER" : rules.reading();
        out.line("used(new " + use + "(this." + column.field() + ", " + rules.isInserted() + ", " + rules.isUpdated()
                + ", " + use + ".Reading." + reading + "));");
    }

    private String generator(KeyGeneration generation) {
        return switch (generation) {
            case KeyGeneration.Uuid uuid -> "new " + imports.of(MAPPING + "UuidKeys") + "()";
            case KeyGeneration.Sequence sequence ->
                imports.of(MAPPING + "SequenceKeys") + ".of"
                        + Context.element(sequence.column().type().javaType())
                                .map(TypeElement::getSimpleName)
                                .orElseThrow()
                        + "(" + sequence(sequence) + ")";
            case KeyGeneration.Custom custom -> "new " + imports.of(custom.generator()) + "()";
        };
    }

    private String sequence(KeyGeneration.Sequence sequence) {
        return imports.of("org.alkahest.schema.Sequence") + ".named("
                + (sequence.schema().isEmpty() ? "" : Literal.text(sequence.schema()) + ", ")
                + Literal.text(sequence.name()) + ").startWith(" + sequence.first() + ").incrementBy("
                + sequence.size() + ")";
    }
}
