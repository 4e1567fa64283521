package org.alkahest.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;

/** Collects the columns of one table in order, and sees to it that their names differ. One thread. */
final class Columns {
    private final Problems problems;
    private final String constant;
    private final Set<String> properties = new HashSet<>();
    private final List<ColumnModel> all = new ArrayList<>();
    private int reserved;

    /**
     * @param constant the companion's own constant, which no field may hide
     * @param properties the entity's attributes, which are fields of the companion too
     */
    Columns(Problems problems, String constant, List<Property> properties) {
        this.problems = problems;
        this.constant = constant;
        properties.forEach(property -> this.properties.add(property.name()));
    }

    List<ColumnModel> all() {
        return all;
    }

    int next() {
        return all.size() + reserved;
    }

    /** Leaves a position free for a column that is no attribute. */
    void reserve() {
        reserved++;
    }

    void add(ColumnModel column) {
        Element element = column.property().field();
        for (ColumnModel other : all) {
            if (other.name().equalsIgnoreCase(column.name())) {
                problems.add(
                        "ALK-3008",
                        element,
                        "column '" + column.name() + "' is already that of " + other.path() + ".",
                        column.isForeignKey() || other.isForeignKey()
                                ? "Drop the plain field, since a Ref gives its key without a query, or rename one"
                                        + " column."
                                : "Rename one with @Column(name = ...), or @AttributeOverride in an embeddable.");
                break;
            }
        }
        boolean isNested = column.steps().size() > 1;
        if (column.field().equals(constant)
                || (isNested && properties.contains(column.field()))
                || all.stream().anyMatch(other -> other.field().equals(column.field()))) {
            problems.add(
                    "ALK-3020",
                    element,
                    "its companion would have two fields '" + column.field() + "'.",
                    "Rename the Java field; @Column(name = \"" + column.name() + "\") keeps the column's name.");
        }
        all.add(column);
    }

    /** A companion's field for a foreign-key column, apart from all others. */
    String foreignKeyField(String wanted) {
        String field = wanted;
        while (properties.contains(field) || field.equals(constant)) {
            field += "Column";
        }
        return field;
    }
}
