package org.alkahest.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.alkahest.processor.Attribute.ConstraintName;
import org.alkahest.processor.Attribute.JoinTableModel;
import org.alkahest.processor.Attribute.Reference;
import org.alkahest.processor.Attribute.Target;
import org.alkahest.processor.JoinColumnReader.JoinColumn;

/** Reads the table between two entities, named as Jakarta Persistence 3.2, 11.1.27 says where nothing names it. */
final class JoinTableReader {
    private static final List<String> NOT_HONOURED =
            List.of("catalog", "uniqueConstraints", "indexes", "check", "comment", "options");

    private final Context context;
    private final TypeElement entity;
    private final JoinColumnReader joinColumns;

    JoinTableReader(Context context, TypeElement entity) {
        this.context = context;
        this.entity = entity;
        this.joinColumns = new JoinColumnReader(context);
    }

    /** @param isTargetUnique whether a target belongs to one owner only */
    Optional<JoinTableModel> read(Property property, Target target, boolean isTargetUnique) {
        VariableElement field = property.field();
        Annotation table = Annotation.find(field, "JoinTable").orElse(null);
        if (table != null) {
            checkMembers(field, table);
        }
        List<Annotation> ownerJoins = table == null ? List.of() : table.annotations("joinColumns");
        List<Annotation> targetJoins = table == null ? List.of() : table.annotations("inverseJoinColumns");
        Naming naming = context.naming();
        String ownerPrefix = naming.name(inverse(property, target).orElse(TableReader.entityName(entity)));
        String targetPrefix = naming.name(property.name());
        List<JoinColumn> owner = joinColumns.read(
                field,
                ownerJoins,
                new EntityReader(context).keyOf(entity),
                key -> naming.joined(ownerPrefix, key.name()));
        List<JoinColumn> other =
                joinColumns.read(field, targetJoins, target.key(), key -> naming.joined(targetPrefix, key.name()));
        if (owner.isEmpty() || other.isEmpty() || !checkNames(field, owner, other)) {
            return Optional.empty();
        }
        String unlessGiven = naming.joined(tableName(entity), tableName(target.type()));
        String name = table == null ? "" : ColumnSpec.unquoted(table.text("name"));
        List<Annotation> places = table == null ? List.of() : List.of(table);
        return Optional.of(new JoinTableModel(
                table == null ? "" : ColumnSpec.unquoted(table.text("schema")),
                name.isEmpty() ? unlessGiven : name,
                references(owner),
                constraint(field, ownerJoins, places, "foreignKey"),
                references(other),
                constraint(field, targetJoins, places, "inverseForeignKey"),
                isTargetUnique));
    }

    private ConstraintName constraint(
            VariableElement field, List<Annotation> joins, List<Annotation> places, String member) {
        ConstraintName ofTable = joinColumns.constraint(field, places, member);
        return ofTable.equals(ConstraintName.DEFAULT) ? joinColumns.constraint(field, joins, "foreignKey") : ofTable;
    }

    private String tableName(TypeElement type) {
        return new TableReader(context.silent(), type, List.of()).name();
    }

    /** The collection at the other side that this one maps. */
    private Optional<String> inverse(Property property, Target target) {
        return new Hierarchy(context.silent())
                .ofEntity(target.type()).stream()
                        .filter(other -> Annotation.find(other.field(), "ManyToMany")
                                .filter(annotation ->
                                        annotation.text("mappedBy").equals(property.name()))
                                .isPresent())
                        .filter(other -> !Annotation.isPresent(other.field(), ToManyReader.VIEW_ONLY))
                        .filter(other ->
                                context.types().isSameType(ToManyReader.elementType(other.type()), entity.asType()))
                        .map(Property::name)
                        .findFirst();
    }

    private boolean checkNames(VariableElement field, List<JoinColumn> owner, List<JoinColumn> other) {
        Set<String> names = new HashSet<>();
        List<JoinColumn> all = new ArrayList<>(owner);
        all.addAll(other);
        for (JoinColumn column : all) {
            if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
                context.problems()
                        .add(
                                "ALK-3008",
                                field,
                                "its table would have two columns '" + column.name() + "'.",
                                "Name them with @JoinTable(joinColumns = ..., inverseJoinColumns = ...).");
                return false;
            }
        }
        return true;
    }

    private void checkMembers(VariableElement field, Annotation table) {
        for (String member : NOT_HONOURED) {
            if (table.gives(member)) {
                context.problems()
                        .add(
                                "ALK-3014",
                                field,
                                table,
                                "'" + member + "' of @JoinTable is not supported yet.",
                                "Remove it, or map the table as an entity.");
            }
        }
    }

    private static List<Reference> references(List<JoinColumn> columns) {
        return columns.stream()
                .map(column -> new Reference(column.name(), column.key()))
                .toList();
    }
}
