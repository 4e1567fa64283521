package org.alkahest.processor;

import java.util.List;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** What {@code @Column} or {@code @JoinColumn} says about a column, or nothing. Immutable. */
record ColumnSpec(@Nullable Annotation annotation) {
    private static final List<String> NOT_HONOURED =
            List.of("columnDefinition", "table", "options", "check", "secondPrecision");

    /** The name as it is in the database; the quotes of JPA's delimited names are not part of it. */
    String name(String unlessGiven) {
        String name = annotation == null ? "" : annotation.text("name").strip();
        return name.isEmpty() ? unlessGiven : unquoted(name);
    }

    boolean isNullable() {
        return annotation == null || annotation.flag("nullable", true);
    }

    boolean isUnique() {
        return annotation != null && annotation.flag("unique", false);
    }

    boolean isUpdatable() {
        return annotation == null || annotation.flag("updatable", true);
    }

    boolean isInsertable() {
        return annotation == null || annotation.flag("insertable", true);
    }

    boolean saysWhatIsWritten() {
        return annotation != null && (annotation.gives("insertable") || annotation.gives("updatable"));
    }

    String comment() {
        return annotation == null ? "" : annotation.text("comment");
    }

    /** A number that was given, or -1. */
    int number(String member) {
        return annotation == null ? -1 : annotation.number(member, -1);
    }

    /** Reports members that nothing makes true. */
    void check(Element element, Problems problems) {
        if (annotation == null) {
            return;
        }
        for (String member : NOT_HONOURED) {
            if (annotation.gives(member)) {
                problems.add(
                        "ALK-3014",
                        element,
                        annotation,
                        "'" + member + "' of @" + annotation.name() + " is not supported yet.",
                        member.equals("columnDefinition") && annotation.name().equals("Column")
                                ? "Use @ServerDefault, @Computed or @ServerGenerated, or describe the table by hand."
                                : "Remove it, or describe the table by hand.");
            }
        }
    }

    /** Reports a foreign key that no INSERT writes: the association would not be saved. */
    void checkInserted(Element element, Problems problems) {
        if (annotation != null && !isInsertable()) {
            problems.add(
                    "ALK-3014",
                    element,
                    annotation,
                    "insertable = false is not supported for associations.",
                    "Map each column once: the key of a Ref is there without a query, as key().");
        }
    }

    /** Reports numbers that mean nothing for a type. */
    void checkUnused(Element element, Problems problems, String type, String... members) {
        for (String member : members) {
            if (annotation != null && annotation.gives(member)) {
                problems.add(
                        "ALK-3014",
                        element,
                        annotation,
                        "'" + member + "' means nothing for " + type + ".",
                        "Remove it.");
            }
        }
    }

    static String unquoted(String name) {
        boolean quoted = name.length() > 1 && (isBetween(name, "\"") || isBetween(name, "`"));
        return quoted ? name.substring(1, name.length() - 1) : name;
    }

    private static boolean isBetween(String name, String quote) {
        return name.startsWith(quote) && name.endsWith(quote);
    }
}
