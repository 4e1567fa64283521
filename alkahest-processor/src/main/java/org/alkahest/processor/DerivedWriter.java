package org.alkahest.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Writes the methods of a companion that stand for derived attributes. */
final class DerivedWriter {
    private final TypeElement entity;
    private final Imports imports;
    private final SourceText out;

    DerivedWriter(TypeElement entity, Imports imports, SourceText out) {
        this.entity = entity;
        this.imports = imports;
        this.out = out;
    }

    void write() {
        DerivedRules.declared(entity).forEach(this::write);
    }

    private void write(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        List<String> declarations = new ArrayList<>();
        List<String> arguments = new ArrayList<>(List.of("this"));
        List<? extends VariableElement> parameters = method.getParameters();
        for (int i = 1; i < parameters.size(); i++) {
            String parameter = parameters.get(i).getSimpleName().toString();
            boolean isLast = i == parameters.size() - 1;
            declarations.add(type(parameters.get(i), isLast && method.isVarArgs()) + " " + parameter);
            arguments.add(parameter);
        }
        out.line("")
                .doc("Derived attribute " + Literal.code(name) + ".")
                .line("public " + imports.of(method.getReturnType()) + " " + name + "("
                        + String.join(", ", declarations) + ") {")
                .line("return " + imports.of(entity) + "." + name + "(" + String.join(", ", arguments) + ");")
                .line("}");
    }

    private String type(VariableElement parameter, boolean isVarArgs) {
        TypeMirror type = parameter.asType();
        if (isVarArgs && type instanceof ArrayType array) {
            return imports.of(array.getComponentType()) + "...";
        }
        boolean mayBeNull = type.getAnnotationMirrors().stream()
                .anyMatch(annotation -> annotation
                        .getAnnotationType()
                        .asElement()
                        .getSimpleName()
                        .contentEquals("Nullable"));
        return mayBeNull ? imports.nullable(type) : imports.of(type);
    }
}
