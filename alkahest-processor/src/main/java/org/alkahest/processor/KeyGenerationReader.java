package org.alkahest.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Reads {@code @GeneratedValue} where it is not the database that numbers rows, {@code @SequenceGenerator} and {@code @KeyBy}. */
final class KeyGenerationReader {
    static final Set<String> NUMBERED = Set.of("java.lang.Integer", "java.lang.Long", "java.lang.Short");

    private static final String GENERATOR = "org.alkahest.orm.mapping.KeyGenerator";

    private final Context context;
    private final TypeElement entity;
    private final String table;

    KeyGenerationReader(Context context, TypeElement entity, String table) {
        this.context = context;
        this.entity = entity;
        this.table = table;
    }

    /** Whether it is the program that makes the values of a field, so that the database does not number it. */
    static boolean isByProgram(VariableElement field, TypeMirror type) {
        return Annotation.isPresent(field, "KeyBy") || !strategy(field, type).isEmpty();
    }

    /** UUID, SEQUENCE, or empty for what the database numbers. */
    private static String strategy(VariableElement field, TypeMirror type) {
        return Annotation.find(field, "GeneratedValue")
                .map(annotation -> annotation.constant("strategy", "AUTO"))
                .map(strategy -> strategy.equals("AUTO") && Context.is(type, "java.util.UUID") ? "UUID" : strategy)
                .filter(strategy -> strategy.equals("UUID") || strategy.equals("SEQUENCE"))
                .orElse("");
    }

    /** What the program makes among an entity's columns. */
    List<KeyGeneration> read(List<ColumnModel> columns) {
        List<KeyGeneration> all = new ArrayList<>();
        boolean takesSequence = false;
        for (ColumnModel column : columns) {
            VariableElement field = column.property().field();
            boolean isSequence = strategy(field, column.type().javaType()).equals("SEQUENCE");
            takesSequence |= isSequence;
            if (!isSequence) {
                refuseUnused(field);
            }
            if (!column.isForeignKey() && isByProgram(field, column.type().javaType())) {
                read(column).ifPresent(all::add);
            }
        }
        if (!takesSequence) {
            refuseUnused(entity);
        }
        return all;
    }

    private void refuseUnused(Element element) {
        Annotation.find(element, "SequenceGenerator")
                .ifPresent(annotation -> context.problems()
                        .add(
                                "ALK-3014",
                                element,
                                annotation,
                                "@SequenceGenerator means nothing without a key that takes numbers from it.",
                                "Add @GeneratedValue(strategy = SEQUENCE) to the @Id, or remove it."));
    }

    private Optional<KeyGeneration> read(ColumnModel column) {
        VariableElement field = column.property().field();
        Optional<Annotation> custom = Annotation.find(field, "KeyBy");
        Optional<Annotation> generated = Annotation.find(field, "GeneratedValue");
        Annotation annotation = custom.or(() -> generated).orElseThrow();
        if (!column.isKey() || column.steps().size() > 1) {
            return wrong(column, annotation, "only an @Id of the entity itself is made by the program.", "Remove it.");
        }
        if (custom.isPresent()) {
            return generated.isPresent()
                    ? wrong(column, annotation, "@GeneratedValue says otherwise who makes the key.", "Remove one.")
                    : custom(column, annotation);
        }
        return strategy(field, column.type().javaType()).equals("UUID")
                ? uuid(column, annotation)
                : sequence(column, annotation);
    }

    private Optional<KeyGeneration> uuid(ColumnModel column, Annotation annotation) {
        if (annotation.gives("generator")) {
            return wrong(column, annotation, "UUIDs have no generator of a name.", "Remove 'generator'.");
        }
        return Context.is(column.type().javaType(), "java.util.UUID")
                ? Optional.of(new KeyGeneration.Uuid(column))
                : wrong(column, annotation, "strategy = UUID makes values of UUID.", "Make the field a UUID.");
    }

    private Optional<KeyGeneration> sequence(ColumnModel column, Annotation annotation) {
        boolean isNumber = Context.element(column.type().javaType())
                .filter(type -> NUMBERED.contains(type.getQualifiedName().toString()))
                .isPresent();
        if (!isNumber || !(column.type().code() instanceof ColumnType.Standard)) {
            return wrong(column, annotation, "a sequence gives numbers.", "Make the field a Long or Integer.");
        }
        String wanted = annotation.text("generator");
        Optional<Annotation> generator = Stream.of(column.property().field(), entity)
                .flatMap(element -> Annotation.find(element, "SequenceGenerator").stream())
                .filter(each -> wanted.isEmpty() || wanted.equals(each.text("name")))
                .findFirst();
        if (generator.isEmpty() && !wanted.isEmpty()) {
            return wrong(
                    column,
                    annotation,
                    "neither the field nor the entity has a @SequenceGenerator named '" + wanted + "'.",
                    "Add @SequenceGenerator(name = \"" + wanted + "\", sequenceName = ...) to the field.");
        }
        return generator.isEmpty()
                ? Optional.of(new KeyGeneration.Sequence(column, "", defaultName(), 1, 50))
                : sequence(column, annotation, generator.get());
    }

    private Optional<KeyGeneration> sequence(ColumnModel column, Annotation annotation, Annotation generator) {
        for (String member : List.of("catalog", "options")) {
            if (generator.gives(member)) {
                return wrong(
                        column,
                        annotation,
                        "'" + member + "' of @SequenceGenerator is not supported.",
                        "Remove it, or create the sequence yourself.");
            }
        }
        int size = generator.number("allocationSize", 50);
        if (size < 1) {
            return wrong(
                    column, annotation, "allocationSize is " + size + ".", "Give the sequence's increment, 1 or more.");
        }
        String given = ColumnSpec.unquoted(generator.text("sequenceName"));
        String name = given.isEmpty() ? ColumnSpec.unquoted(generator.text("name")) : given;
        return Optional.of(new KeyGeneration.Sequence(
                column,
                ColumnSpec.unquoted(generator.text("schema")),
                name.isEmpty() ? defaultName() : name,
                generator.number("initialValue", 1),
                size));
    }

    private String defaultName() {
        return context.naming().joined(table, context.naming().name("seq"));
    }

    private Optional<KeyGeneration> custom(ColumnModel column, Annotation annotation) {
        TypeElement generator =
                annotation.type("value").flatMap(Context::element).orElseThrow();
        TypeMirror type = column.type().javaType();
        boolean fits = context.argument(generator.asType(), GENERATOR)
                .filter(made -> context.types().isSameType(made, type))
                .isPresent();
        if (!fits) {
            return wrong(
                    column,
                    annotation,
                    generator.getSimpleName() + " is no KeyGenerator<" + TypeText.of(type) + ">.",
                    "Implement that interface.");
        }
        if (!context.canMake(generator, entity)) {
            return wrong(
                    column,
                    annotation,
                    generator.getSimpleName() + " cannot be made by the companion: it is abstract, inner, not visible,"
                            + " or has no constructor without arguments that is.",
                    "Make it a public or package-private class with such a constructor.");
        }
        return Optional.of(new KeyGeneration.Custom(column, generator));
    }

    private Optional<KeyGeneration> wrong(ColumnModel column, Annotation annotation, String problem, String fix) {
        context.problems().add("ALK-3015", column.property().field(), annotation, problem, fix);
        return Optional.empty();
    }
}
