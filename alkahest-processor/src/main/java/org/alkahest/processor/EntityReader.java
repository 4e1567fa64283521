package org.alkahest.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads an entity class into its model. */
final class EntityReader {
    private final Context context;

    EntityReader(Context context) {
        this.context = context;
    }

    /** The model; empty after reports if the class cannot be mapped. */
    Optional<EntityModel> read(TypeElement type) {
        int before = context.problems().count();
        new ClassRules(context).checkEntity(type);
        if (context.problems().count() > before && type.getKind() != ElementKind.CLASS) {
            return Optional.empty();
        }
        List<Property> properties = new Hierarchy(context).ofEntity(type);
        Optional<Inheritance> inheritance = new InheritanceReader(context, type).read();
        Companion companion = context.companion(type);
        Columns columns = new Columns(context.problems(), companion.constant(), properties);
        List<Attribute> attributes = readAll(type, properties, columns, inheritance);
        checkKey(type, properties);
        new ConstructionRules(context).check(type, attributes);
        inheritance
                .filter(found -> !found.isConcrete())
                .ifPresent(found -> checkDiscriminator(found.discriminator(), columns.all()));
        if (inheritance.filter(Inheritance::isConcrete).isPresent()) {
            checkKeyOfTables(type, columns.all());
        }
        TableReader table = new TableReader(context, type, columns.all());
        Optional<Inheritance.Superclass> shared =
                inheritance.filter(Inheritance::sharesTable).flatMap(Inheritance::superclass);
        EntityModel model = new EntityModel(
                type,
                companion,
                shared.map(Inheritance.Superclass::schema).orElseGet(table::schema),
                shared.map(Inheritance.Superclass::table).orElseGet(table::name),
                inheritance,
                columns.all(),
                attributes,
                table.rules(),
                new VersionReader(context, type).read(columns.all()),
                keyGenerations(type, columns.all()),
                new IdClassReader(context, type)
                        .read(columns.all().stream().filter(ColumnModel::isKey).toList()),
                new LifecycleReader(context).read(type));
        inheritance.ifPresent(found -> checkVersion(found, model.version()));
        new PlainCycles(context).check(type, properties);
        return context.problems().count() > before ? Optional.empty() : Optional.of(model);
    }

    /** The key is the root's, and so is what makes it: two sequences would give two objects one key. */
    private List<KeyGeneration> keyGenerations(TypeElement type, List<ColumnModel> columns) {
        TypeElement root = InheritanceReader.root(type);
        String table = new TableReader(context.silent(), root, columns).name();
        return new KeyGenerationReader(context, root, table).read(columns);
    }

    /** Each table would number its own rows, and give objects of two classes one key. */
    private void checkKeyOfTables(TypeElement type, List<ColumnModel> columns) {
        for (ColumnModel column : columns) {
            if (column.isGenerated()
                    && InheritanceReader.owner(type, column.property(), context).equals(type)) {
                context.problems()
                        .add(
                                "ALK-3026",
                                column.property().field(),
                                "each table of the hierarchy would number its own rows, so that objects of two classes"
                                        + " had one key.",
                                "Add @GeneratedValue(strategy = SEQUENCE), which all tables share, or make it a UUID"
                                        + " with @GeneratedValue.");
            }
        }
    }

    /** How many columns the attributes of a class have. */
    int ownWidth(TypeElement type) {
        List<Property> properties = new Hierarchy(context).ofEntity(type);
        Columns columns = new Columns(context.problems(), "", properties);
        readAll(type, properties, columns, Optional.empty());
        return columns.all().size();
    }

    /** The key columns of an entity that is read, or reported on, elsewhere; empty if the key contains itself. */
    List<ColumnModel> keyOf(TypeElement type) {
        Context silent = context.silent();
        if (!silent.compilation().beginKey(type)) {
            return List.of();
        }
        try {
            List<Property> keys = new Hierarchy(silent)
                    .ofEntity(type).stream()
                            .filter(property -> AttributeReader.isKey(property.field()))
                            .toList();
            Columns columns =
                    new Columns(silent.problems(), silent.companion(type).constant(), keys);
            new EntityReader(silent).readAll(type, keys, columns, Optional.empty());
            return columns.all();
        } finally {
            silent.compilation().endKey(type);
        }
    }

    /** The columns of another entity, foreign keys apart. */
    List<ColumnModel> columnsOf(TypeElement type) {
        Context silent = context.silent();
        List<Property> properties = new Hierarchy(silent).ofEntity(type);
        Columns columns = new Columns(silent.problems(), silent.companion(type).constant(), properties);
        Overrides overrides = new Overrides(silent.problems());
        overrides.add(type, "");
        AttributeReader reader = new AttributeReader(silent, type, columns, overrides, hasLoneKey(type, properties));
        properties.stream().filter(property -> !isAssociation(property)).forEach(reader::read);
        return columns.all();
    }

    private List<Attribute> readAll(
            TypeElement type, List<Property> properties, Columns columns, Optional<Inheritance> inheritance) {
        Overrides overrides = new Overrides(context.problems());
        overrides.add(type, "");
        AttributeReader values = new AttributeReader(context, type, columns, overrides, hasLoneKey(type, properties));
        List<Attribute> attributes = new ArrayList<>();
        for (Property property : properties) {
            TypeElement owner = InheritanceReader.owner(type, property, context);
            ToOneReader toOnes = new ToOneReader(context, owner, columns);
            ToManyReader toManys = new ToManyReader(context, owner);
            inheritance
                    .map(Inheritance::discriminator)
                    .filter(discriminator -> discriminator.position() == columns.next())
                    .ifPresent(discriminator -> columns.reserve());
            if (AttributeReader.isToOne(property.field())) {
                toOnes.read(property).ifPresent(attributes::add);
            } else if (AttributeReader.isToMany(property.field())) {
                toManys.read(property).ifPresent(attributes::add);
            } else {
                values.read(property).ifPresent(attributes::add);
            }
        }
        overrides.checkUsed();
        return attributes;
    }

    private void checkKey(TypeElement type, List<Property> properties) {
        List<Property> keys = properties.stream()
                .filter(property -> AttributeReader.isKey(property.field()))
                .toList();
        boolean mixed = keys.size() > 1
                && keys.stream().anyMatch(property -> Annotation.isPresent(property.field(), "EmbeddedId"));
        if (keys.isEmpty()) {
            context.problems()
                    .add(
                            "ALK-3005",
                            type,
                            "it has no key.",
                            "Annotate a field with @Id, for example '@Id Integer id;', which the database numbers.");
        } else if (mixed) {
            context.problems()
                    .add(
                            "ALK-3005",
                            type,
                            "it has an @EmbeddedId beside another key.",
                            "Keep one @EmbeddedId, or several @Id.");
        }
    }

    private void checkDiscriminator(Inheritance.Discriminator discriminator, List<ColumnModel> columns) {
        for (ColumnModel column : columns) {
            if (column.name().equalsIgnoreCase(discriminator.name())
                    || column.field().equals(discriminator.field())) {
                context.problems()
                        .add(
                                "ALK-3008",
                                column.property().field(),
                                "'" + column.name() + "' is already the discriminator, whose value the class tells.",
                                "Rename one with @Column or @DiscriminatorColumn, and the field if it is called '"
                                        + discriminator.field() + "'; or remove it.");
            }
        }
    }

    /** A flush that writes another table of the object would neither change nor ask for such a version. */
    private void checkVersion(Inheritance inheritance, Optional<EntityModel.Version> version) {
        boolean byOthers = version.filter(found ->
                        found instanceof EntityModel.Version.Manual || found instanceof EntityModel.Version.ByDatabase)
                .isPresent();
        if (inheritance.strategy().equals("JOINED") && byOthers) {
            ColumnModel column = version.orElseThrow().column();
            context.problems()
                    .add(
                            "ALK-3023",
                            column.property().field(),
                            "a change in another table of the object does not change this version.",
                            "Let the flush write it: remove @VersionBy.");
        }
    }

    private static boolean isAssociation(Property property) {
        return AttributeReader.isToOne(property.field()) || AttributeReader.isToMany(property.field());
    }

    /** A key that the constructor takes is the user's. */
    private static boolean hasLoneKey(TypeElement type, List<Property> properties) {
        return !Construction.isWhole(type)
                && properties.stream()
                                .filter(property -> AttributeReader.isKey(property.field()))
                                .count()
                        == 1;
    }
}
