package org.alkahest.processor;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The classes that are being compiled, as far as the rounds have shown them. One thread. */
final class Compilation {
    private final Elements elements;
    private final Set<String> roots = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    Compilation(Elements elements) {
        this.elements = elements;
    }

    void add(RoundEnvironment round) {
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                roots.add(type.getQualifiedName().toString());
            }
        }
    }

    /** Begins to read the key of a class; false if that is under way, so that the key contains itself. */
    boolean beginKey(TypeElement type) {
        return keys.add(type.getQualifiedName().toString());
    }

    void endKey(TypeElement type) {
        keys.remove(type.getQualifiedName().toString());
    }

    boolean contains(Element element) {
        Element outermost = element;
        while (outermost.getEnclosingElement() != null
                && outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            outermost = outermost.getEnclosingElement();
        }
        return outermost instanceof TypeElement type
                && roots.contains(type.getQualifiedName().toString());
    }

    /** Whether a class has a companion, or gets one in this compilation. */
    boolean hasCompanion(TypeElement type) {
        return contains(type)
                || elements.getTypeElement(Companion.of(type, elements).qualifiedName()) != null;
    }
}
