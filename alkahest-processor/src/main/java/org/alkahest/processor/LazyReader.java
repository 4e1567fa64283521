package org.alkahest.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** Reads {@code Lazy<T>} fields: columns that queries leave out. */
final class LazyReader {
    static final String LAZY = "org.alkahest.orm.mapping.Lazy";

    private final Context context;

    LazyReader(Context context) {
        this.context = context;
    }

    /**
     * What a Lazy field holds.
     *
     * @param content the property with the type of the column
     * @param group what it is loaded with; empty for it alone
     */
    record LazyContent(Property content, String group) {}

    static boolean isLazy(Property property) {
        return Context.is(property.type(), LAZY);
    }

    /** Empty for other fields; what cannot be lazy is reported, and read as its content. */
    Optional<LazyContent> read(Property property, boolean isInEmbeddable, boolean isKey) {
        VariableElement field = property.field();
        Optional<Annotation> group = Annotation.find(field, "LazyGroup");
        if (!isLazy(property)) {
            group.ifPresent(annotation -> context.problems()
                    .add(
                            "ALK-3014",
                            field,
                            annotation,
                            "@LazyGroup means nothing on a field that is loaded with its object.",
                            "Declare the field as Lazy<" + TypeText.of(new TypeReader(context).boxed(property.type()))
                                    + ">, or remove it."));
            return Optional.empty();
        }
        if (property.type() instanceof DeclaredType type
                && type.getTypeArguments().size() == 1) {
            check(field, isInEmbeddable, isKey);
            group.filter(annotation -> annotation.text("value").isEmpty())
                    .ifPresent(annotation -> context.problems()
                            .add("ALK-3040", field, annotation, "a group needs a name.", "Give one, or remove it."));
            return Optional.of(new LazyContent(
                    property.of(type.getTypeArguments().get(0)),
                    group.map(annotation -> annotation.text("value")).orElse("")));
        }
        return Optional.empty(); // a raw one has no column type
    }

    private void check(VariableElement field, boolean isInEmbeddable, boolean isKey) {
        if (isKey || VersionReader.isVersion(field)) {
            wrong(
                    field,
                    isKey
                            ? "a key is loaded with its object, which is known by it."
                            : "a version is loaded with its object, whose state it tells.",
                    "Declare the field without Lazy.");
        } else if (isInEmbeddable) {
            wrong(field, "a part of an embeddable is loaded with it.", "Declare the Lazy in the entity.");
        }
        List<String> filled = Stream.of("Computed", "ServerDefault", "ServerGenerated")
                .filter(name -> Annotation.isPresent(field, name))
                .toList();
        if (!filled.isEmpty()) {
            wrong(
                    field,
                    "a column that the database fills (@" + filled.get(0) + ") is read after each flush.",
                    "Remove the annotation, or Lazy.");
        }
    }

    private void wrong(VariableElement field, String problem, String fix) {
        context.problems().add("ALK-3040", field, problem, fix);
    }
}
