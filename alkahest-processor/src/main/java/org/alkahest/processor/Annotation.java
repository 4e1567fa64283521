package org.alkahest.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** An annotation that maps, Jakarta Persistence's or our own, as it was written: members that were not given have no value. Immutable. */
record Annotation(AnnotationMirror mirror) {
    static final String PACKAGE = "jakarta.persistence.";

    /** Where our own stand, for what Jakarta Persistence has none. */
    private static final String OWN = "org.alkahest.orm.mapping.";

    static Optional<Annotation> find(Element element, String name) {
        return persistence(element)
                .filter(annotation -> annotation.name().equals(name))
                .findFirst();
    }

    static boolean isPresent(Element element, String name) {
        return find(element, name).isPresent();
    }

    /** A repeatable annotation, with or without its container. */
    static List<Annotation> all(Element element, String name, String container) {
        List<Annotation> all = new ArrayList<>();
        find(element, name).ifPresent(all::add);
        find(element, container).ifPresent(several -> all.addAll(several.annotations("value")));
        return all;
    }

    /** The annotations of an element that map it: Jakarta Persistence's, and our own. */
    static Stream<Annotation> persistence(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(Annotation::new)
                .filter(annotation -> annotation.qualifiedName().startsWith(PACKAGE)
                        || annotation.qualifiedName().startsWith(OWN));
    }

    /** The name within its package. */
    String name() {
        String name = qualifiedName();
        return name.substring(name.startsWith(OWN) ? OWN.length() : PACKAGE.length());
    }

    private String qualifiedName() {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    boolean gives(String member) {
        return value(member) != null;
    }

    /** The text, or empty, which stands for the default in all of these annotations. */
    String text(String member) {
        return value(member) instanceof String text ? text : "";
    }

    int number(String member, int unlessGiven) {
        return value(member) instanceof Integer number ? number : unlessGiven;
    }

    boolean flag(String member, boolean unlessGiven) {
        return value(member) instanceof Boolean flag ? flag : unlessGiven;
    }

    /** The name of an enum's constant. */
    String constant(String member, String unlessGiven) {
        return value(member) instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : unlessGiven;
    }

    Optional<TypeMirror> type(String member) {
        return value(member) instanceof TypeMirror type ? Optional.of(type) : Optional.empty();
    }

    List<TypeMirror> types(String member) {
        return values(member)
                .filter(TypeMirror.class::isInstance)
                .map(TypeMirror.class::cast)
                .toList();
    }

    Optional<Annotation> annotation(String member) {
        return value(member) instanceof AnnotationMirror nested
                ? Optional.of(new Annotation(nested))
                : Optional.empty();
    }

    List<Annotation> annotations(String member) {
        return values(member)
                .filter(AnnotationMirror.class::isInstance)
                .map(nested -> new Annotation((AnnotationMirror) nested))
                .toList();
    }

    List<String> texts(String member) {
        return values(member).map(String::valueOf).toList();
    }

    List<String> constants(String member) {
        return values(member)
                .filter(VariableElement.class::isInstance)
                .map(constant -> ((VariableElement) constant).getSimpleName().toString())
                .toList();
    }

    private Stream<Object> values(String member) {
        return value(member) instanceof List<?> list
                ? list.stream().map(each -> ((AnnotationValue) each).getValue())
                : Stream.empty();
    }

    private @Nullable Object value(String member) {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                .map(entry -> entry.getValue().getValue())
                .findFirst()
                .orElse(null);
    }
}
