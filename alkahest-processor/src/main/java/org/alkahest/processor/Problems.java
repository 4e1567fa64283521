package org.alkahest.processor;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Reports mistakes at the element and annotation that have them. A mistake in a class that is not being compiled has no
 * place in the sources, so it is reported at the class that meets it. One thread.
 */
final class Problems {
    private final @Nullable Messager messager;
    private final Compilation compilation;
    private final Set<String> reported = new HashSet<>();
    private @Nullable Element subject;
    private int count;

    /** Without a messager mistakes are counted only: they are reported when the class that has them is compiled. */
    Problems(@Nullable Messager messager, Compilation compilation) {
        this.messager = messager;
        this.compilation = compilation;
    }

    /** The class that is being read from now on. */
    void begin(Element newSubject) {
        subject = newSubject;
    }

    int count() {
        return count;
    }

    void add(String code, Element element, String problem, String fix) {
        report(code, element, null, problem, fix);
    }

    void add(String code, Element element, Annotation annotation, String problem, String fix) {
        report(code, element, annotation, problem, fix);
    }

    private void report(String code, Element element, @Nullable Annotation annotation, String problem, String fix) {
        count++;
        String text = "Cannot map " + describe(element) + ": " + problem + " " + fix + " [" + code + "]";
        if (messager == null || !reported.add(text)) {
            return;
        }
        boolean hasPlace = subject == null || compilation.contains(element);
        if (hasPlace && annotation != null) {
            messager.printMessage(Diagnostic.Kind.ERROR, text, element, annotation.mirror());
        } else {
            messager.printMessage(Diagnostic.Kind.ERROR, text, hasPlace ? element : subject);
        }
    }

    /** {@code Outer.Student.name} for a member, {@code Outer.Student} for a class. */
    static String describe(Element element) {
        Element owner = element.getEnclosingElement();
        String name = element.getSimpleName().toString();
        return owner instanceof TypeElement ? describe(owner) + "." + name : name;
    }
}
