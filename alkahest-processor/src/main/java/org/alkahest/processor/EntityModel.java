package org.alkahest.processor;

import java.util.List;
import java.util.Optional;
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
        Optional<Inheritance> inheritance,
        List<ColumnModel> columns,
        List<Attribute> attributes,
        List<TableRule> rules,
        Optional<Version> version,
        List<KeyGeneration> keyGenerations,
        Optional<TypeElement> idClass,
        List<Callback> callbacks) {
    EntityModel {
        columns = List.copyOf(columns);
        attributes = List.copyOf(attributes);
        rules = List.copyOf(rules);
        keyGenerations = List.copyOf(keyGenerations);
        callbacks = List.copyOf(callbacks);
    }

    /** Whether an attribute is that of a superclass that is an entity. */
    boolean isInherited(Attribute attribute) {
        int index = attributes.indexOf(attribute);
        return inheritance
                .flatMap(Inheritance::superclass)
                .filter(superclass -> index >= 0 && index < superclass.attributes())
                .isPresent();
    }

    /** The column of the superclass that is a column's in this class; empty for a column of its own. */
    Optional<ColumnModel> inherited(ColumnModel column) {
        return inheritance
                .flatMap(Inheritance::superclass)
                .flatMap(superclass -> superclass.columns().stream()
                        .filter(other -> other.position() == column.position())
                        .findFirst());
    }

    /** Whether the constructor takes every attribute, so that nothing is set afterwards. */
    boolean isWhole() {
        return Construction.isWhole(type);
    }

    /** Whether no flush updates objects. */
    boolean isImmutable() {
        return Construction.isImmutable(type);
    }

    List<ColumnModel> key() {
        return columns.stream().filter(ColumnModel::isKey).toList();
    }

    /** Whether a flush fills in a key column of new objects, so that 0 in a primitive field means that it is unset. */
    boolean isGenerated(ColumnModel column) {
        return column.isGenerated()
                || keyGenerations.stream()
                        .anyMatch(generation -> generation.column().equals(column));
    }

    /** To-one and to-many attributes in the order of their indexes. */
    List<Attribute> associations() {
        return attributes.stream()
                .filter(attribute -> attribute instanceof Attribute.ToOne || attribute instanceof Attribute.ToMany)
                .toList();
    }

    /** The column that holds the version of each row, and who writes it. */
    sealed interface Version {
        ColumnModel column();

        /** The flush, by a constant of Versions. */
        record Standard(ColumnModel column, String constant) implements Version {}

        /** The flush, by a class of the user's. */
        record Generator(ColumnModel column, TypeElement type) implements Version {}

        /** The database. */
        record ByDatabase(ColumnModel column) implements Version {}

        /** The user. */
        record Manual(ColumnModel column) implements Version {}
    }

    /** A constraint or index; an empty name stands for the naming convention's. */
    sealed interface TableRule {
        record Unique(String name, List<ColumnModel> columns) implements TableRule {}

        record Check(String name, String condition) implements TableRule {}

        record Index(String name, List<Attribute.SortKey> keys, boolean isUnique) implements TableRule {}
    }
}
