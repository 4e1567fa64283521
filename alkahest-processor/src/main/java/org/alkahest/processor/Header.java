package org.alkahest.processor;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The lines above and around the body of each generated class. */
final class Header {
    private static final String GENERATED = "javax.annotation.processing.Generated";

    private final Context context;
    private final Imports imports;
    private final TypeElement type;

    Header(Context context, Imports imports, TypeElement type) {
        this.context = context;
        this.imports = imports;
        this.type = type;
    }

    /** The annotations of the class, which does not say more about itself than its modules can see. */
    void annotations(SourceText out, List<Property> properties) {
        ModuleElement module = context.elements().getModuleOf(type);
        boolean sees = module == null
                ? context.elements().getTypeElement(GENERATED) != null
                : context.elements().getTypeElement(module, GENERATED) != null;
        if (sees) {
            out.line("@" + imports.of(GENERATED) + "(" + Literal.text(EntityProcessor.class.getName()) + ")");
        }
        Set<String> warnings = new TreeSet<>();
        if (module != null && !module.isUnnamed()) {
            warnings.add("exports");
        }
        properties.stream()
                .flatMap(property -> Stream.concat(Stream.of(property.field()), classes(property.type())))
                .forEach(element -> addDeprecation(element, warnings));
        addDeprecation(type, warnings);
        if (!warnings.isEmpty()) {
            List<String> quoted = warnings.stream().map(Literal::text).toList();
            out.line("@SuppressWarnings(" + (quoted.size() == 1 ? quoted.get(0) : "{" + String.join(", ", quoted) + "}")
                    + ")");
        }
        out.line("@" + imports.of("org.jspecify.annotations.NullMarked"));
    }

    /** The class of a type and those of its arguments. */
    private static Stream<Element> classes(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? Stream.concat(
                        Stream.of(declared.asElement()),
                        declared.getTypeArguments().stream().flatMap(Header::classes))
                : Stream.of();
    }

    private void addDeprecation(Element element, Set<String> warnings) {
        element.getAnnotationMirrors().stream()
                .map(Annotation::new)
                .filter(annotation ->
                        annotation.mirror().getAnnotationType().toString().equals("java.lang.Deprecated"))
                .forEach(annotation -> warnings.add(annotation.flag("forRemoval", false) ? "removal" : "deprecation"));
    }

    /** {@code public } if the class is visible everywhere, else nothing. */
    String visibility() {
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (!each.getModifiers().contains(Modifier.PUBLIC)) {
                return "";
            }
        }
        return "public ";
    }

    /** The whole file. */
    String file(String packageName, SourceText body) {
        String declarations = imports.declarations();
        return (packageName.isEmpty() ? "" : "package " + packageName + ";\n\n")
                + (declarations.isEmpty() ? "" : declarations + "\n")
                + body;
    }
}
