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
        Companion companion = context.companion(type);
        Columns columns = new Columns(context.problems(), companion.constant(), properties);
        List<Attribute> attributes = readAll(type, properties, columns);
        checkKey(type, properties);
        TableReader table = new TableReader(context, type, columns.all());
        EntityModel model = new EntityModel(
                type,
                companion,
                table.schema(),
                table.name(),
                columns.all(),
                attributes,
                table.rules(),
                new VersionReader(context, type).read(columns.all()),
                new KeyGenerationReader(context, type, table.name()).read(columns.all()),
                new IdClassReader(context, type)
                        .read(columns.all().stream().filter(ColumnModel::isKey).toList()),
                new LifecycleReader(context).read(type));
        new PlainCycles(context).check(type, properties);
        return context.problems().count() > before ? Optional.empty() : Optional.of(model);
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
            new EntityReader(silent).readAll(type, keys, columns);
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
        AttributeReader reader = new AttributeReader(silent, type, columns, overrides, hasLoneKey(properties));
        properties.stream().filter(property -> !isAssociation(property)).forEach(reader::read);
        return columns.all();
    }

    private List<Attribute> readAll(TypeElement type, List<Property> properties, Columns columns) {
        Overrides overrides = new Overrides(context.problems());
        overrides.add(type, "");
        AttributeReader values = new AttributeReader(context, type, columns, overrides, hasLoneKey(properties));
        ToOneReader toOnes = new ToOneReader(context, type, columns);
        ToManyReader toManys = new ToManyReader(context, type);
        List<Attribute> attributes = new ArrayList<>();
        for (Property property : properties) {
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

    private static boolean isAssociation(Property property) {
        return AttributeReader.isToOne(property.field()) || AttributeReader.isToMany(property.field());
    }

    private static boolean hasLoneKey(List<Property> properties) {
        return properties.stream()
                        .filter(property -> AttributeReader.isKey(property.field()))
                        .count()
                == 1;
    }
}
