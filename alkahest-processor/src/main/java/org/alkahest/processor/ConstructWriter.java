package org.alkahest.processor;

import java.util.List;
import java.util.stream.Collectors;

/** Writes how an object is made of a row where its constructor takes every attribute. */
final class ConstructWriter {
    private final Context context;
    private final EntityModel model;
    private final Imports imports;
    private final AccessCode access;
    private final SourceText out;

    ConstructWriter(Context context, EntityModel model, Imports imports, AccessCode access, SourceText out) {
        this.context = context;
        this.model = model;
        this.imports = imports;
        this.access = access;
        this.out = out;
    }

    void write() {
        String entity = imports.of(model.type());
        List<String> parameters = Construction.parameters(context, model.type()).orElseThrow();
        String arguments = parameters.stream().map(this::argument).collect(Collectors.joining(", "));
        out.line("").line("@Override");
        if (!model.associations().isEmpty()) {
            out.line("@SuppressWarnings(\"unchecked\") // the caller knows the associations");
        }
        out.line("public " + entity + " construct(" + imports.of("org.alkahest.type.RowReader")
                        + " row, int position, @" + imports.of("org.jspecify.annotations.Nullable")
                        + " Object[] references) {")
                .line("return new " + entity + "(" + arguments + ");")
                .line("}");
    }

    private String argument(String name) {
        Attribute attribute = model.attributes().stream()
                .filter(each -> each.property().name().equals(name))
                .findFirst()
                .orElseThrow();
        return switch (attribute) {
            case Attribute.Basic basic -> EmbeddedWriter.typed(basic.column(), access, imports);
            case Attribute.Embedded embedded -> EmbeddedWriter.read(embedded);
            case Attribute.ToOne toOne ->
                "(" + imports.of(toOne.property().type()) + ") references["
                        + model.associations().indexOf(toOne) + "]";
            case Attribute.ToMany toMany -> throw new IllegalStateException(toMany + " cannot be constructed");
        };
    }
}
