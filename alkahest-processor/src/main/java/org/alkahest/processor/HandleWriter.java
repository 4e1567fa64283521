package org.alkahest.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Writes VarHandles for private fields. */
final class HandleWriter {
    private final Context context;
    private final Imports imports;
    private final TypeElement owner;
    private final Map<String, String> constants = new LinkedHashMap<>();

    /** @param properties those of {@code owner} that are private */
    HandleWriter(Context context, Imports imports, TypeElement owner, List<Property> properties) {
        this.context = context;
        this.imports = imports;
        this.owner = owner;
        for (Property property : properties) {
            String constant = Naming.constant(property.name()) + "_FIELD";
            while (constants.containsValue(constant)) {
                constant += "_";
            }
            constants.put(property.name(), constant);
        }
    }

    /** The constant that holds a property's handle. */
    String constant(Property property) {
        return constants.getOrDefault(property.name(), "");
    }

    void writeConstants(SourceText out, List<Property> properties) {
        for (Property property : properties) {
            TypeMirror erased = context.types().erasure(property.field().asType());
            out.line("private static final " + imports.of("java.lang.invoke.VarHandle") + " " + constant(property)
                    + " = field(" + Literal.text(property.name()) + ", " + imports.of(erased) + ".class);");
        }
    }

    void writeLookup(SourceText out) {
        String handles = imports.of("java.lang.invoke.MethodHandles");
        String type = imports.of(owner);
        out.line("private static " + imports.of("java.lang.invoke.VarHandle") + " field(String name, Class<?> type) {")
                .line("try {")
                .line("return " + handles + ".privateLookupIn(" + type + ".class, " + handles + ".lookup())")
                .line("        .findVarHandle(" + type + ".class, name, type);")
                .line("} catch (ReflectiveOperationException e) {")
                .line("throw new ExceptionInInitializerError(e);")
                .line("}")
                .line("}");
    }
}
