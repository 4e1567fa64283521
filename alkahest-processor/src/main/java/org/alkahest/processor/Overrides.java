package org.alkahest.processor;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** {@code @AttributeOverride}s by attribute path; those nearer to the entity win. One thread. */
final class Overrides {
    private final Problems problems;
    private final Map<String, Entry> byPath = new TreeMap<>();
    private final Set<String> used = new HashSet<>();

    Overrides(Problems problems) {
        this.problems = problems;
    }

    /** Takes the overrides on an element for attributes below a path, which is empty for the entity itself. */
    void add(Element element, String path) {
        for (Annotation annotation : Annotation.all(element, "AttributeOverride", "AttributeOverrides")) {
            String name = annotation.text("name");
            byPath.putIfAbsent(
                    path.isEmpty() ? name : path + "." + name,
                    new Entry(
                            element, annotation, annotation.annotation("column").orElse(null)));
        }
    }

    /** What is said about the column of an attribute. */
    ColumnSpec spec(String path, Element field) {
        Entry override = byPath.get(path);
        if (override == null) {
            return new ColumnSpec(Annotation.find(field, "Column").orElse(null));
        }
        used.add(path);
        return new ColumnSpec(override.column);
    }

    /** Reports those that nothing used. */
    void checkUsed() {
        byPath.forEach((path, override) -> {
            if (!used.contains(path)) {
                problems.add(
                        "ALK-3017",
                        override.element,
                        override.annotation,
                        "there is no inherited or embedded attribute '" + path + "' to override.",
                        "Name one, with dots for attributes of embeddables.");
            }
        });
    }

    private record Entry(
            Element element,
            Annotation annotation,
            @Nullable Annotation column) {}
}
