package org.alkahest.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.alkahest.processor.Inheritance.Discriminator;
import org.alkahest.processor.Inheritance.Superclass;

/** Reads {@code @Inheritance}, {@code @DiscriminatorColumn} and {@code @DiscriminatorValue} of an entity and its root. */
final class InheritanceReader {
    private static final String CODE = "ALK-3028";
    private static final List<String> OF_ROOT = List.of("Inheritance", "DiscriminatorColumn");
    private static final List<String> NOT_HONOURED = List.of("columnDefinition", "options");

    private final Context context;
    private final TypeElement type;
    private final List<TypeElement> superclasses;

    InheritanceReader(Context context, TypeElement type) {
        this.context = context;
        this.type = type;
        this.superclasses = entitySuperclasses(type);
    }

    /** The superclasses that are entities, nearest first. */
    static List<TypeElement> entitySuperclasses(TypeElement type) {
        return Stream.iterate(
                        Context.element(type.getSuperclass()),
                        Optional::isPresent,
                        each -> Context.element(each.orElseThrow().getSuperclass()))
                .flatMap(Optional::stream)
                .filter(each -> Annotation.isPresent(each, "Entity"))
                .toList();
    }

    /** Whether an entity is part of a hierarchy of entities. */
    static boolean isInherited(TypeElement type) {
        return !entitySuperclasses(type).isEmpty() || isRoot(type);
    }

    private static boolean isRoot(TypeElement type) {
        return OF_ROOT.stream().anyMatch(name -> Annotation.isPresent(type, name));
    }

    /** The class whose attribute a property is: the topmost entity that has it. */
    static TypeElement owner(TypeElement type, Property property, Context context) {
        TypeElement owner = type;
        for (TypeElement superclass : entitySuperclasses(type)) {
            boolean has = context.types()
                    .isSubtype(
                            context.types().erasure(superclass.asType()),
                            context.types().erasure(property.declaredBy().asType()));
            owner = has ? superclass : owner;
        }
        return owner;
    }

    /** The place of the class; empty if it is in no hierarchy, or after a report. */
    Optional<Inheritance> read() {
        if (!isInherited(type)) {
            for (String name : List.of("DiscriminatorValue", "LoadSubclasses", "OnDelete")) {
                refuse(name, "it is in no hierarchy", "Add @Inheritance to the root, or remove it.");
            }
            return Optional.empty();
        }
        TypeElement root = superclasses.isEmpty() ? type : superclasses.get(superclasses.size() - 1);
        if (!isRoot(root)) {
            return wrong(
                    "it extends entity " + root.getSimpleName() + ", which does not say how its subclasses are stored.",
                    "Annotate " + root.getSimpleName() + " with @Inheritance, or make it a @MappedSuperclass.");
        }
        String strategy = Annotation.find(root, "Inheritance")
                .map(annotation -> annotation.constant("strategy", "SINGLE_TABLE"))
                .orElse("SINGLE_TABLE");
        if (!superclasses.isEmpty()) {
            checkSubclass(root, strategy);
        }
        checkOnDelete(strategy);
        boolean concrete = strategy.equals("TABLE_PER_CLASS");
        if (concrete) {
            checkConcrete();
        }
        int position = concrete ? -1 : new EntityReader(context.silent()).ownWidth(root);
        Discriminator discriminator = discriminator(root, position);
        String value = type.getModifiers().contains(Modifier.ABSTRACT) ? "" : value(discriminator);
        return Optional.of(new Inheritance(strategy, superclass(), discriminator, value));
    }

    private void checkSubclass(TypeElement root, String strategy) {
        for (String name : OF_ROOT) {
            refuse(name, "the root " + root.getSimpleName() + " says it for all its subclasses", "Remove it.");
        }
        if (strategy.equals("SINGLE_TABLE")) {
            refuse("Table", "its rows are in the table of " + root.getSimpleName(), "Remove it.");
        }
        for (Property property : new Hierarchy(context.silent()).ofEntity(type)) {
            if (AttributeReader.isKey(property.field())
                    && owner(type, property, context).equals(type)) {
                context.problems()
                        .add(
                                CODE,
                                property.field(),
                                "a subclass of entity " + root.getSimpleName() + " has that entity's key.",
                                "Remove @Id.");
            }
        }
    }

    private void checkOnDelete(String strategy) {
        if (superclasses.isEmpty() || !strategy.equals("JOINED")) {
            refuse("OnDelete", "no row of it is joined to one of a superclass", "Remove it.");
        } else if (Annotation.find(type, "OnDelete")
                .filter(annotation -> !annotation.constant("value", "").equals("CASCADE"))
                .isPresent()) {
            refuse("OnDelete", "no row outlives the other rows of its object", "Give it CASCADE, or remove it.");
        }
    }

    private void checkConcrete() {
        for (String name : List.of("DiscriminatorColumn", "DiscriminatorValue")) {
            refuse(name, "each class has a table of its own, which tells the class of a row", "Remove it.");
        }
    }

    /** The topmost entity among a class and its superclasses. */
    static TypeElement root(TypeElement type) {
        List<TypeElement> entities = entitySuperclasses(type);
        return entities.isEmpty() ? type : entities.get(entities.size() - 1);
    }

    private void refuse(String name, String why, String fix) {
        Annotation.find(type, name)
                .ifPresent(annotation -> context.problems()
                        .add(CODE, type, annotation, "@" + name + " means nothing here: " + why + ".", fix));
    }

    private Optional<Superclass> superclass() {
        if (superclasses.isEmpty()) {
            return Optional.empty();
        }
        TypeElement nearest = superclasses.get(0);
        return new EntityReader(context.silent())
                .read(nearest)
                .map(model -> new Superclass(
                        nearest,
                        model.companion(),
                        model.schema(),
                        model.table(),
                        model.columns(),
                        model.attributes().size()));
    }

    private Discriminator discriminator(TypeElement root, int position) {
        Annotation annotation = Annotation.find(root, "DiscriminatorColumn").orElse(null);
        String kind = annotation == null ? "STRING" : annotation.constant("discriminatorType", "STRING");
        String given = annotation == null ? "" : ColumnSpec.unquoted(annotation.text("name"));
        int length = annotation == null ? 31 : annotation.number("length", 31);
        if (annotation != null && superclasses.isEmpty()) {
            for (String member : NOT_HONOURED) {
                if (annotation.gives(member)) {
                    context.problems()
                            .add(
                                    "ALK-3014",
                                    type,
                                    annotation,
                                    "'" + member + "' of @DiscriminatorColumn is not supported.",
                                    "Remove it.");
                }
            }
        }
        String name = given.isEmpty() ? context.naming().name("dtype") : given;
        List<Property> properties = new Hierarchy(context.silent()).ofEntity(root);
        Columns columns = new Columns(context.silent().problems(), "", properties);
        String field = columns.foreignKeyField("discriminator");
        return kind.equals("INTEGER")
                ? new Discriminator(position, field, name, "java.lang.Integer", "INTEGER")
                : new Discriminator(
                        position,
                        field,
                        name,
                        "java.lang.String",
                        "varchar(" + (kind.equals("CHAR") ? 1 : length) + ")");
    }

    /** The value that was given, else the name of the class, which is no number. */
    private String value(Discriminator discriminator) {
        Annotation annotation = Annotation.find(type, "DiscriminatorValue").orElse(null);
        String text = annotation == null ? type.getSimpleName().toString() : annotation.text("value");
        if (!discriminator.javaType().equals("java.lang.Integer")) {
            int length = Integer.parseInt(discriminator.sqlType().replaceAll("\\D", ""));
            if (text.isEmpty() || text.length() > length) {
                wrong(
                        "its discriminator '" + text + "' is not of 1 to " + length + " characters.",
                        "Give a shorter one with @DiscriminatorValue, or a longer column.");
            }
            return Literal.text(text);
        }
        try {
            return Integer.toString(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            wrong(
                    "its discriminator '" + text + "' is no number, and the discriminators of its root are.",
                    "Give one with @DiscriminatorValue.");
            return "0";
        }
    }

    private Optional<Inheritance> wrong(String problem, String fix) {
        context.problems().add(CODE, type, problem, fix);
        return Optional.empty();
    }
}
