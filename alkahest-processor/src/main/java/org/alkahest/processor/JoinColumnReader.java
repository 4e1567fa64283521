package org.alkahest.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import org.alkahest.processor.Attribute.ConstraintName;
import org.jspecify.annotations.Nullable;

/** Matches {@code @JoinColumn}s with the key columns that they refer to. */
final class JoinColumnReader {
    private final Context context;

    JoinColumnReader(Context context) {
        this.context = context;
    }

    /** A foreign-key column and the key column that it refers to. */
    record JoinColumn(ColumnSpec spec, String name, ColumnModel key) {}

    /**
     * The foreign-key columns in the order of the key; empty after a report if they do not match it.
     *
     * @param unlessGiven the name of a column by the key column that it refers to
     */
    List<JoinColumn> read(
            Element field,
            List<Annotation> annotations,
            List<ColumnModel> key,
            Function<ColumnModel, String> unlessGiven) {
        for (Annotation annotation : annotations) {
            ColumnSpec spec = new ColumnSpec(annotation);
            spec.check(field, context.problems());
            spec.checkInserted(field, context.problems());
        }
        if (!annotations.isEmpty() && annotations.size() != key.size()) {
            context.problems()
                    .add(
                            "ALK-3016",
                            field,
                            annotations.get(0),
                            "it has " + annotations.size() + " join columns, and the key it refers to has " + key.size()
                                    + ".",
                            "Give one @JoinColumn for each of " + names(key) + ", or none.");
            return List.of();
        }
        List<JoinColumn> columns = new ArrayList<>();
        for (ColumnModel part : key) {
            Optional<Annotation> annotation = find(field, annotations, part, key);
            if (annotation.isEmpty() && !annotations.isEmpty()) {
                return List.of();
            }
            ColumnSpec spec = new ColumnSpec(annotation.orElse(null));
            columns.add(new JoinColumn(spec, spec.name(unlessGiven.apply(part)), part));
        }
        return columns;
    }

    private Optional<Annotation> find(
            Element field, List<Annotation> annotations, ColumnModel part, List<ColumnModel> key) {
        for (Annotation annotation : annotations) {
            String reference = ColumnSpec.unquoted(annotation.text("referencedColumnName"));
            if (reference.equalsIgnoreCase(part.name()) || (reference.isEmpty() && key.size() == 1)) {
                return Optional.of(annotation);
            }
        }
        if (!annotations.isEmpty()) {
            Annotation first = annotations.get(0);
            context.problems()
                    .add(
                            "ALK-3016",
                            field,
                            first,
                            "no join column refers to '" + part.name() + "', and only keys can be referred to.",
                            "Set referencedColumnName to one of " + names(key) + " in each @JoinColumn.");
        }
        return Optional.empty();
    }

    /** The constraint that the first annotation that says something about it asks for. */
    ConstraintName constraint(Element field, List<Annotation> annotations, String member) {
        for (Annotation annotation : annotations) {
            Annotation foreignKey = annotation.annotation(member).orElse(null);
            if (foreignKey != null) {
                return constraint(field, annotation, foreignKey);
            }
        }
        return ConstraintName.DEFAULT;
    }

    private ConstraintName constraint(Element field, Annotation place, @Nullable Annotation foreignKey) {
        if (foreignKey == null) {
            return ConstraintName.DEFAULT;
        }
        if (foreignKey.gives("foreignKeyDefinition") || foreignKey.gives("options")) {
            context.problems()
                    .add(
                            "ALK-3014",
                            field,
                            place,
                            "SQL text in @ForeignKey is not supported.",
                            "Give its name only, or describe the table by hand.");
        }
        boolean wanted = !foreignKey.constant("value", "CONSTRAINT").equals("NO_CONSTRAINT");
        return new ConstraintName(wanted, ColumnSpec.unquoted(foreignKey.text("name")));
    }

    private static String names(List<ColumnModel> columns) {
        return String.join(
                ", ", columns.stream().map(column -> "'" + column.name() + "'").toList());
    }
}
