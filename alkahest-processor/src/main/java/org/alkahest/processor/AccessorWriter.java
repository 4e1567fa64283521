package org.alkahest.processor;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;

/** Writes the accessor companion of a mapped superclass or embeddable: static getters and setters of its fields. */
final class AccessorWriter {
    private final Context context;
    private final TypeElement type;
    private final Companion companion;
    private final Imports imports;
    private final List<Property> properties;
    private final SourceText out = new SourceText();

    AccessorWriter(Context context, TypeElement type, List<Property> properties) {
        this.context = context;
        this.type = type;
        this.properties = properties;
        this.companion = context.companion(type);
        this.imports = new Imports(context.elements(), companion.packageName(), companion.simpleName());
    }

    String write() {
        Header header = new Header(context, imports, type);
        List<Property> hidden = properties.stream()
                .filter(property -> property.field().getModifiers().contains(Modifier.PRIVATE))
                .toList();
        HandleWriter handles = new HandleWriter(context, imports, type, hidden);
        out.doc("Reaches the fields of {@link " + imports.of(type) + "} for the companions of entities.");
        header.annotations(out, properties);
        out.line(header.visibility() + "final class " + companion.simpleName() + " {");
        if (!hidden.isEmpty()) {
            handles.writeConstants(out, hidden);
            out.line("");
        }
        out.line("private " + companion.simpleName() + "() {}");
        if (Annotation.isPresent(type, "Embeddable")) {
            out.line("")
                    .doc("A new object, as its no-argument constructor makes it.")
                    .line("public static " + imports.of(type) + " newInstance() {")
                    .line("return new " + imports.of(type) + "();")
                    .line("}");
        }
        for (Property property : properties) {
            writeProperty(property, handles);
        }
        LifecycleReader.declared(type).forEach(this::writeCallback);
        if (!hidden.isEmpty()) {
            out.line("");
            handles.writeLookup(out);
        }
        out.line("}");
        return header.file(companion.packageName(), out);
    }

    private void writeProperty(Property property, HandleWriter handles) {
        String name = property.name();
        String constant = handles.constant(property);
        String valueType = imports.of(property.type());
        String nullable = imports.nullable(property.type());
        String variables = typeParameters();
        String object = imports.of(type.asType());
        boolean isUnchecked = !constant.isEmpty()
                && !context.types().isSameType(property.type(), context.types().erasure(property.type()));
        out.line("").doc("Reads the field " + Literal.code(name) + ".");
        if (isUnchecked) {
            out.line("@SuppressWarnings(\"unchecked\") // the handle knows the erased type only");
        }
        out.line("public static " + variables + nullable + " " + name + "(" + object + " object) {")
                .line(
                        constant.isEmpty()
                                ? "return object." + name + ";"
                                : "return (" + valueType + ") " + constant + ".get(object);")
                .line("}")
                .line("")
                .doc("Sets the field " + Literal.code(name) + ".")
                .line("public static " + variables + "void " + name + "(" + object + " object, " + nullable
                        + " value) {")
                .line(constant.isEmpty() ? "object." + name + " = value;" : constant + ".set(object, value);")
                .line("}");
    }

    private void writeCallback(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        out.line("")
                .doc("Calls the callback method " + Literal.code(name) + ".")
                .line("public static " + typeParameters() + "void " + LifecycleWriter.accessor(name) + "("
                        + imports.of(type.asType()) + " object) {")
                .line("object." + name + "();")
                .line("}");
    }

    /** {@code <K extends Comparable<K>> }, or nothing. */
    private String typeParameters() {
        return type.getTypeParameters().isEmpty()
                ? ""
                : type.getTypeParameters().stream()
                        .map(this::typeParameter)
                        .collect(Collectors.joining(", ", "<", "> "));
    }

    private String typeParameter(TypeParameterElement parameter) {
        String bounds = parameter.getBounds().stream()
                .filter(bound -> !Context.is(bound, "java.lang.Object"))
                .map(imports::of)
                .collect(Collectors.joining(" & "));
        return parameter.getSimpleName() + (bounds.isEmpty() ? "" : " extends " + bounds);
    }
}
