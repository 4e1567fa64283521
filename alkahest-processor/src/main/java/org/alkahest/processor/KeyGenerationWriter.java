package org.alkahest.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;

/** Writes the statements of a companion's constructor that let the program make keys; aliases need none. */
final class KeyGenerationWriter {
    private static final String MAPPING = "org.alkahest.orm.mapping.";

    private final Imports imports;
    private final SourceText out;

    KeyGenerationWriter(Imports imports, SourceText out) {
        this.imports = imports;
        this.out = out;
    }

    void write(List<KeyGeneration> generations) {
        if (generations.isEmpty()) {
            return;
        }
        out.line("if (alias == null) {");
        generations.forEach(generation ->
                out.line("keyed(this." + generation.column().field() + ", " + generator(generation) + ");"));
        out.line("}");
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
