package org.alkahest.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What a method has to be so that a companion can offer it as a derived attribute. */
final class DerivedRules {
    static final String ANNOTATION = "Derived";

    private static final String TABLE = "org.alkahest.orm.mapping.EntityTable";
    private static final String EXPRESSION = "org.alkahest.sql.Expression";

    private final Context context;
    private final Problems problems;

    DerivedRules(Context context) {
        this.context = context;
        this.problems = context.problems();
    }

    /** The methods of a class that derive attributes, in the order of the source. */
    static List<ExecutableElement> declared(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> Annotation.isPresent(method, ANNOTATION))
                .toList();
    }

    /** Reports those of a class that has no companion with columns. */
    void refuse(TypeElement type, String place) {
        for (ExecutableElement method : declared(type)) {
            problems.add(
                    "ALK-3014",
                    method,
                    "@" + ANNOTATION + " means nothing on " + place + ", whose columns no companion has.",
                    "Put it into the entity.");
        }
    }

    void check(TypeElement entity) {
        for (ExecutableElement method : declared(entity)) {
            checkShape(method);
            checkTypes(method, entity);
            checkName(method, entity);
        }
    }

    private void checkShape(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        if (!modifiers.contains(Modifier.STATIC)) {
            add(method, "is not static, and a query has no object.", "Make it static; keep the object's beside it.");
        }
        if (modifiers.contains(Modifier.PRIVATE)) {
            add(method, "is private, so that no companion can call it.", "Make it package-private.");
        }
        if (!method.getTypeParameters().isEmpty()) {
            add(method, "has type parameters.", "Write out its types.");
        }
        if (method.getThrownTypes().stream().anyMatch(this::isChecked)) {
            add(method, "throws a checked exception.", "Catch it there, or wrap it unchecked.");
        }
    }

    private void checkTypes(ExecutableElement method, TypeElement entity) {
        Companion companion = context.companion(entity);
        if (method.getParameters().isEmpty()
                || !isCompanion(method.getParameters().get(0).asType(), companion)) {
            add(
                    method,
                    "does not take the companion first.",
                    "Let its first parameter be " + companion.simpleName() + ", whose columns it uses.");
        }
        if (!isA(method.getReturnType(), EXPRESSION)) {
            add(method, "returns " + method.getReturnType() + ".", "Let it return an Expression of the value's type.");
        }
    }

    /** The companion does not exist yet, unless it is there from an earlier build: the name has to do. */
    static boolean isCompanion(TypeMirror type, Companion companion) {
        String name = Context.element(type)
                .map(element -> element.getQualifiedName().toString())
                .orElseGet(type::toString);
        return name.equals(companion.simpleName()) || name.equals(companion.qualifiedName());
    }

    private void checkName(ExecutableElement method, TypeElement entity) {
        String name = method.getSimpleName().toString();
        if (tableMethods().contains(name)) {
            add(method, "has the name of a method that every companion has.", "Rename it.");
        }
        boolean joins = new Hierarchy(context.silent())
                .find(entity, name)
                .filter(property -> AttributeReader.isToOne(property.field()))
                .isPresent();
        if (joins && method.getParameters().size() < 2) {
            add(
                    method,
                    "has the name of an association, which joins itself by " + name + "() of the companion.",
                    "Rename it.");
        }
    }

    private Set<String> tableMethods() {
        TypeElement table = context.elements().getTypeElement(TABLE);
        return table == null
                ? Set.of()
                : ElementFilter.methodsIn(context.elements().getAllMembers(table)).stream()
                        .filter(method -> !method.getModifiers().contains(Modifier.PRIVATE))
                        .map(method -> method.getSimpleName().toString())
                        .collect(Collectors.toSet());
    }

    private boolean isChecked(TypeMirror thrown) {
        return !isA(thrown, "java.lang.RuntimeException") && !isA(thrown, "java.lang.Error");
    }

    private boolean isA(TypeMirror type, String name) {
        TypeElement known = context.elements().getTypeElement(name);
        return known != null
                && type.getKind() == TypeKind.DECLARED
                && context.types().isSubtype(type, context.types().erasure(known.asType()));
    }

    private void add(ExecutableElement method, String problem, String fix) {
        problems.add("ALK-3037", method, "it has @" + ANNOTATION + ", but " + problem, fix);
    }
}
