package org.alkahest.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * What an entity class maps to.
 *
 * @param schema empty for the connection's own
 */
record EntityModel(
        TypeElement type,
        Companion companion,
        String schema,
        String table,
        List<ColumnModel> columns,
        List<Attribute> attributes,
        List<TableRule> rules) {
    EntityModel {
        columns = List.copyOf(columns);
        attributes = List.copyOf(attributes);
        rules = List.copyOf(rules);
    }

    List<ColumnModel> key() {
        return columns.stream().filter(ColumnModel::isKey).toList();
    }

    /** To-one and to-many attributes in the order of their indexes. */
    List<Attribute> associations() {
        return attributes.stream()
                .filter(attribute -> attribute instanceof Attribute.ToOne || attribute instanceof Attribute.ToMany)
                .toList();
    }

    /** A constraint or index; an empty name stands for the naming convention's. */
    sealed interface TableRule {
        record Unique(String name, List<ColumnModel> columns) implements TableRule {}

        record Check(String name, String condition) implements TableRule {}

        record Index(String name, List<Attribute.SortKey> keys, boolean isUnique) implements TableRule {}
    }
}
