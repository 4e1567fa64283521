package org.alkahest.processor;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/**
 * Names classes in generated source: by simple name, with an import where needed, or in full where another class has the
 * simple name. One thread, one source file.
 */
final class Imports {
    private final Elements elements;
    private final String packageName;
    /** The class that each simple name stands for. */
    private final Map<String, String> meanings = new HashMap<>();

    /** @param own simple names that the file declares itself */
    Imports(Elements elements, String packageName, String... own) {
        this.elements = elements;
        this.packageName = packageName;
        for (String name : own) {
            meanings.put(name, qualified(packageName, name));
        }
    }

    /** A class of a library, by its qualified name; it must be a top-level class. */
    String of(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        return name(qualifiedName.substring(0, dot), qualifiedName.substring(dot + 1));
    }

    String of(Companion companion) {
        return name(companion.packageName(), companion.simpleName());
    }

    /** A class, without type arguments. */
    String of(TypeElement type) {
        Element owner = type.getEnclosingElement();
        String simpleName = type.getSimpleName().toString();
        return owner instanceof TypeElement outer
                ? of(outer) + "." + simpleName
                : name(elements.getPackageOf(type).getQualifiedName().toString(), simpleName);
    }

    /** A type with its arguments, without annotations. */
    String of(TypeMirror type) {
        return switch (type) {
            case ArrayType array -> of(array.getComponentType()) + "[]";
            case DeclaredType declared -> of((TypeElement) declared.asElement()) + arguments(declared);
            case TypeVariable variable -> variable.asElement().getSimpleName().toString();
            case WildcardType wildcard -> {
                TypeMirror upper = wildcard.getExtendsBound();
                TypeMirror lower = wildcard.getSuperBound();
                yield upper != null ? "? extends " + of(upper) : lower != null ? "? super " + of(lower) : "?";
            }
            default -> type.getKind().toString().toLowerCase(Locale.ROOT);
        };
    }

    /** A type that may be null; the annotation stands before the last name, and before the brackets of an array. */
    String nullable(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return of(type);
        }
        String annotation = "@" + of("org.jspecify.annotations.Nullable") + " ";
        if (type instanceof ArrayType array) {
            return of(array.getComponentType()) + " " + annotation + "[]";
        }
        String name = of(type);
        int arguments = name.indexOf('<');
        int dot = name.lastIndexOf('.', arguments < 0 ? name.length() : arguments);
        return name.substring(0, dot + 1) + annotation + name.substring(dot + 1);
    }

    private String arguments(DeclaredType type) {
        return type.getTypeArguments().isEmpty()
                ? ""
                : type.getTypeArguments().stream().map(this::of).collect(Collectors.joining(", ", "<", ">"));
    }

    private String name(String inPackage, String simpleName) {
        String qualified = qualified(inPackage, simpleName);
        String meaning = meanings.computeIfAbsent(simpleName, name -> qualified);
        return meaning.equals(qualified) ? simpleName : qualified;
    }

    private static String qualified(String packageName, String simpleName) {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }

    /** The import declarations, sorted. */
    String declarations() {
        TreeSet<String> imported = new TreeSet<>();
        for (String qualified : meanings.values()) {
            int dot = qualified.lastIndexOf('.');
            String from = dot < 0 ? "" : qualified.substring(0, dot);
            if (!from.equals(packageName) && !from.equals("java.lang") && !from.isEmpty()) {
                imported.add("import " + qualified + ";\n");
            }
        }
        return String.join("", imported);
    }
}
