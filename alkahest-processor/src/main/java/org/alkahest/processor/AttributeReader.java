package org.alkahest.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Tells what each mapped field is, and hands it to the reader of its kind. */
final class AttributeReader {
    private final Context context;
    private final TypeElement entity;
    private final Overrides overrides;
    private final BasicReader basics;
    private final boolean isLoneKey;

    /** @param isLoneKey whether the entity has one {@code @Id} */
    AttributeReader(Context context, TypeElement entity, Columns columns, Overrides overrides, boolean isLoneKey) {
        this.context = context;
        this.entity = entity;
        this.overrides = overrides;
        this.basics = new BasicReader(context, columns, overrides);
        this.isLoneKey = isLoneKey;
    }

    static boolean isToOne(VariableElement field) {
        return Annotation.isPresent(field, "ManyToOne")
                || Annotation.isPresent(field, "OneToOne")
                || (JoinOnReader.isPresent(field) && !ToManyReader.isCollection(field.asType()));
    }

    static boolean isToMany(VariableElement field) {
        return Annotation.isPresent(field, "OneToMany")
                || Annotation.isPresent(field, "ManyToMany")
                || (JoinOnReader.isPresent(field) && ToManyReader.isCollection(field.asType()));
    }

    static boolean isKey(VariableElement field) {
        return Annotation.isPresent(field, "Id") || Annotation.isPresent(field, "EmbeddedId");
    }

    /** {@code address.street}. */
    static String path(List<Property> steps) {
        return steps.stream().map(Property::name).collect(Collectors.joining("."));
    }

    /** {@code addressStreet}. */
    static String companionField(List<Property> steps) {
        String field = "";
        for (Property step : steps) {
            field = Naming.join(field, step.name());
        }
        return field;
    }

    /** An attribute that is one column or several, associations apart; empty if it cannot be mapped. */
    Optional<Attribute> read(Property property) {
        new FinalFields(context).check(property);
        return readValue(List.of(property), isKey(property.field()));
    }

    private Optional<Attribute> readValue(List<Property> steps, boolean isKey) {
        Property property = steps.get(steps.size() - 1);
        VariableElement field = property.field();
        boolean isConverted = !Annotation.all(field, "Convert", "Converts").isEmpty() || ContentReader.isPresent(field);
        if (steps.size() > 1 && (isToOne(field) || isToMany(field) || isKey(field))) {
            context.problems()
                    .add(
                            "ALK-3001",
                            field,
                            "keys and associations in embeddables are not supported yet.",
                            "Declare it in the entity.");
            return Optional.empty();
        }
        if (!isConverted && Context.isEmbeddable(property.type())) {
            return readEmbedded(steps, isKey);
        }
        if (Annotation.isPresent(field, "Embedded") || Annotation.isPresent(field, "EmbeddedId")) {
            context.problems()
                    .add(
                            "ALK-3007",
                            field,
                            TypeText.of(property.type()) + " is no embeddable.",
                            "Annotate that class with @Embeddable.");
            return Optional.empty();
        }
        int before = context.problems().count();
        Supported.BASIC.check(field, context.problems());
        if (context.problems().count() > before || (!isConverted && looksLikeAssociation(property))) {
            return Optional.empty();
        }
        return basics.read(steps, isKey, isKey && isLoneKey && steps.size() == 1);
    }

    private Optional<Attribute> readEmbedded(List<Property> steps, boolean isKey) {
        Property property = steps.get(steps.size() - 1);
        VariableElement field = property.field();
        TypeElement type = Context.element(property.type()).orElseThrow();
        Supported.EMBEDDED.check(field, context.problems());
        if (steps.stream()
                .limit(steps.size() - 1L)
                .anyMatch(step -> context.types().isSameType(step.type(), property.type()))) {
            context.problems()
                    .add("ALK-3007", field, "the embeddable contains itself.", "Make one of the two an entity.");
            return Optional.empty();
        }
        if (!context.isAccessible(type, entity)
                || (!Context.isRecord(type) && !context.compilation().hasCompanion(type))) {
            context.problems()
                    .add(
                            "ALK-3013",
                            field,
                            "the companion cannot reach into " + type.getQualifiedName()
                                    + ": it is not visible from here, or was compiled without alkahest-processor.",
                            "Make it public and compile it with the processor.");
            return Optional.empty();
        }
        overrides.add(field, path(steps));
        List<Attribute> parts = new ArrayList<>();
        for (Property part : new Hierarchy(context).ofEmbeddable(type)) {
            List<Property> longer = new ArrayList<>(steps);
            longer.add(part);
            readValue(longer, isKey).ifPresent(parts::add);
        }
        return Optional.of(new Attribute.Embedded(steps, type, parts));
    }

    private boolean looksLikeAssociation(Property property) {
        TypeMirror type = property.type();
        if (Context.is(type, ToOneReader.REF) || Context.isEntity(type)) {
            context.problems()
                    .add(
                            "ALK-3021",
                            property.field(),
                            "it refers to an entity, but does not say how.",
                            "Annotate it with @ManyToOne or @OneToOne, or mark it @Transient.");
            return true;
        }
        if (ToManyReader.isCollection(type)) {
            boolean ofEntities = type instanceof DeclaredType declared
                    && declared.getTypeArguments().stream().anyMatch(Context::isEntity);
            context.problems()
                    .add(
                            "ALK-3021",
                            property.field(),
                            "a collection needs to say how its rows are found.",
                            ofEntities
                                    ? "Annotate it with @OneToMany(mappedBy = ...) or @ManyToMany, or mark it"
                                            + " @Transient."
                                    : "Make the element an entity and use @OneToMany, keep the list as @ArrayColumn or"
                                            + " in a class as @JsonColumn, give the field a converter with @Convert,"
                                            + " or mark it @Transient.");
            return true;
        }
        return false;
    }
}
