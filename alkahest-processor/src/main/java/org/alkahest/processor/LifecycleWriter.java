package org.alkahest.processor;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Writes the calls of an entity's listeners and callback methods into its mapping. */
final class LifecycleWriter {
    private final Context context;
    private final EntityModel model;
    private final Imports imports;
    private final SourceText out;
    private final Map<TypeElement, String> listeners = new LinkedHashMap<>();

    LifecycleWriter(Context context, EntityModel model, Imports imports, SourceText out) {
        this.context = context;
        this.model = model;
        this.imports = imports;
        this.out = out;
        model.callbacks()
                .forEach(callback -> callback.listener()
                        .ifPresent(
                                listener -> listeners.computeIfAbsent(listener, l -> "LISTENER_" + listeners.size())));
    }

    /** The constants: one object of each listener class. */
    void writeConstants() {
        listeners.forEach((listener, name) -> out.line("private static final " + imports.of(listener) + " " + name
                + " = new " + imports.of(listener) + "();"));
        if (!model.callbacks().isEmpty()) {
            out.line("private static final " + imports.of("java.util.Set") + "<" + event() + "> LIFECYCLE = "
                    + imports.of("java.util.Set") + ".of("
                    + events().stream().map(name -> event() + "." + name).collect(Collectors.joining(", ")) + ");");
        }
    }

    void writeMethods() {
        if (model.callbacks().isEmpty()) {
            return;
        }
        out.line("")
                .line("@Override")
                .line("public " + imports.of("java.util.Set") + "<" + event() + "> lifecycle() {")
                .line("return LIFECYCLE;")
                .line("}")
                .line("")
                .line("@Override")
                .line("public void call(" + event() + " event, " + imports.of(model.type()) + " entity) {")
                .line("switch (event) {");
        for (String name : events()) {
            out.line("case " + name + " -> {").lines(calls(name)).line("}");
        }
        out.line("default -> {}").line("}").line("}");
    }

    private List<String> calls(String event) {
        return model.callbacks().stream()
                .filter(callback -> callback.constant().equals(event))
                .map(this::call)
                .toList();
    }

    private String call(Callback callback) {
        String name = callback.method().getSimpleName().toString();
        if (callback.listener().isPresent()) {
            TypeMirror parameter = context.types()
                    .erasure(callback.method().getParameters().get(0).asType());
            boolean same = context.types()
                    .isSameType(parameter, context.types().erasure(model.type().asType()));
            // Without the cast, the method that is called might be another one of that name.
            String argument = same ? "entity" : "(" + imports.of(parameter) + ") entity";
            return listeners.get(callback.declaredBy()) + "." + name + "(" + argument + ");";
        }
        return callback.declaredBy().equals(model.type())
                ? "entity." + name + "();"
                : imports.of(context.companion(callback.declaredBy())) + "." + accessor(name) + "(entity);";
    }

    /** The method of a mapped superclass's companion that calls a callback method. */
    static String accessor(String method) {
        return Naming.join("call", method);
    }

    private Set<String> events() {
        Set<String> events = new LinkedHashSet<>();
        model.callbacks().forEach(callback -> events.add(callback.constant()));
        return events;
    }

    private String event() {
        return imports.of("org.alkahest.orm.mapping.LifecycleEvent");
    }
}
