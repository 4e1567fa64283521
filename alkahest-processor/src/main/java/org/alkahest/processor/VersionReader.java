package org.alkahest.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.alkahest.processor.EntityModel.Version;
import org.jspecify.annotations.Nullable;

/** Reads {@code @Version} and {@code @VersionBy}: which column is the version, and who writes it. */
final class VersionReader {
    private static final String GENERATOR = "org.alkahest.orm.mapping.VersionGenerator";

    /** The constants of Versions. */
    private static final Map<String, String> CONSTANTS = Map.of(
            "java.lang.Short", "SHORT",
            "java.lang.Integer", "INTEGER",
            "java.lang.Long", "LONG",
            "java.time.Instant", "INSTANT",
            "java.time.LocalDateTime", "LOCAL_DATE_TIME",
            "java.time.OffsetDateTime", "OFFSET_DATE_TIME",
            "java.util.UUID", "UUID");

    private final Context context;
    private final TypeElement entity;

    VersionReader(Context context, TypeElement entity) {
        this.context = context;
        this.entity = entity;
    }

    static boolean isVersion(VariableElement field) {
        return Annotation.isPresent(field, "Version");
    }

    /** The version among an entity's columns; empty if it has none, or after a report. */
    Optional<Version> read(List<ColumnModel> columns) {
        List<Version> versions = new ArrayList<>();
        for (ColumnModel column : columns) {
            VariableElement field = column.property().field();
            Optional<Annotation> by = Annotation.find(field, "VersionBy");
            if (isVersion(field)) {
                if (!versions.isEmpty()) {
                    wrong(
                            column,
                            "the entity has the version '"
                                    + versions.get(0).column().path() + "' already.",
                            "Keep one @Version.");
                }
                read(column, by.orElse(null)).ifPresent(versions::add);
            } else {
                by.ifPresent(annotation -> context.problems()
                        .add(
                                "ALK-3014",
                                field,
                                annotation,
                                "@VersionBy means nothing without @Version.",
                                "Add @Version, or remove it."));
            }
        }
        return versions.stream().findFirst();
    }

    private Optional<Version> read(ColumnModel column, @Nullable Annotation by) {
        if (column.isKey()) {
            return wrong(column, "a version cannot be part of the key.", "Give it a field of its own.");
        }
        if (column.steps().size() > 1) {
            return wrong(column, "a version cannot be in an embeddable.", "Declare it in the entity.");
        }
        if (!column.rules().isUpdated()) {
            return wrong(column, "a version is updated with its row.", "Remove updatable = false.");
        }
        TypeElement generator = by == null
                ? null
                : by.type("generator").flatMap(Context::element).orElse(null);
        String source = by == null ? "GENERATOR" : by.constant("value", "GENERATOR");
        if (!source.equals("GENERATOR")) {
            return generator != null
                    ? wrong(column, "a version that no flush writes has no generator.", "Remove one of the two.")
                    : Optional.of(
                            source.equals("MANUAL") ? new Version.Manual(column) : new Version.ByDatabase(column));
        }
        return generator == null ? byType(column) : byGenerator(column, generator);
    }

    private Optional<Version> byType(ColumnModel column) {
        String type = Context.element(column.type().javaType())
                .map(element -> element.getQualifiedName().toString())
                .orElse("");
        String constant = CONSTANTS.get(type);
        return constant == null
                ? wrong(
                        column,
                        "nothing numbers versions of "
                                + TypeText.of(column.property().type()) + ".",
                        "Use int, long, short, Instant, LocalDateTime, OffsetDateTime or UUID, or say who makes it with"
                                + " @VersionBy.")
                : Optional.of(new Version.Standard(column, constant));
    }

    private Optional<Version> byGenerator(ColumnModel column, TypeElement generator) {
        TypeMirror type = column.type().javaType();
        boolean fits = context.argument(generator.asType(), GENERATOR)
                .filter(made -> context.types().isSameType(made, type))
                .isPresent();
        if (!fits) {
            return wrong(
                    column,
                    generator.getSimpleName() + " is no VersionGenerator<" + TypeText.of(type) + ">.",
                    "Implement that interface.");
        }
        if (!context.canMake(generator, entity)) {
            return wrong(
                    column,
                    generator.getSimpleName() + " cannot be made by the companion: it is abstract, inner, not visible,"
                            + " or has no constructor without arguments that is.",
                    "Make it a public or package-private class with such a constructor.");
        }
        return Optional.of(new Version.Generator(column, generator));
    }

    private Optional<Version> wrong(ColumnModel column, String problem, String fix) {
        VariableElement field = column.property().field();
        Annotation.find(field, "Version")
                .ifPresent(annotation -> context.problems().add("ALK-3023", field, annotation, problem, fix));
        return Optional.empty();
    }
}
