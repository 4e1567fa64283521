package org.alkahest.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** What a mapped field is. */
sealed interface Attribute {
    Property property();

    /** A value in one column. */
    record Basic(ColumnModel column) implements Attribute {
        @Override
        public Property property() {
            return column.property();
        }
    }

    /**
     * An embeddable, whose columns lie side by side in the owner's table.
     *
     * @param path the properties that lead to it, itself the last
     */
    record Embedded(List<Property> path, TypeElement type, List<Attribute> parts) implements Attribute {
        public Embedded {
            path = List.copyOf(path);
            parts = List.copyOf(parts);
        }

        @Override
        public Property property() {
            return path.get(path.size() - 1);
        }

        /** The columns of its parts, those of embeddables in it included. */
        List<ColumnModel> columns() {
            return parts.stream()
                    .flatMap(part -> switch (part) {
                        case Basic basic -> List.of(basic.column()).stream();
                        case Embedded embedded -> embedded.columns().stream();
                        case ToOne toOne -> toOne.columns().stream();
                        case ToMany toMany -> List.<ColumnModel>of().stream();
                    })
                    .toList();
        }
    }

    /**
     * A reference to one entity.
     *
     * @param isReference whether the field is a Ref
     * @param cascades names of Cascade constants; empty for the default
     * @param columns the foreign key, empty on the inverse side
     * @param mappedBy the attribute on the other side that has the foreign key, else empty
     * @param on the condition that tells the target instead of a foreign key
     * @param constraint whether and how the table has a foreign-key constraint
     */
    record ToOne(
            Property property,
            Target target,
            boolean isReference,
            List<String> cascades,
            List<ColumnModel> columns,
            String mappedBy,
            Optional<Link.On> on,
            ConstraintName constraint,
            boolean isUnique)
            implements Attribute {}

    /**
     * A collection of entities.
     *
     * @param kind a constant of CollectionKind
     * @param isViewOnly whether it is read alone
     * @param orderBy empty for the order of the key
     */
    record ToMany(
            Property property,
            Target target,
            String kind,
            List<String> cascades,
            Link link,
            boolean isViewOnly,
            List<SortKey> orderBy,
            Optional<Placement> placement)
            implements Attribute {}

    /** What is kept of where elements stand in a collection: the key in a map, or the position in a list. */
    sealed interface Placement {
        boolean isKey();

        /** By an attribute of the target; its field in the companion. */
        record OfTarget(boolean isKey, String field) implements Placement {}

        /** In a column of the table between the two. */
        record InTable(boolean isKey, String name, ColumnType type) implements Placement {}
    }

    /** An entity at the other end. */
    record Target(TypeElement type, Companion companion, List<ColumnModel> key) {}

    /** A foreign-key constraint's name, empty for the naming convention's; {@code isWanted} unless NO_CONSTRAINT; {@code onDelete} and {@code onUpdate} name Actions. */
    record ConstraintName(boolean isWanted, String name, String onDelete, String onUpdate) {
        static final ConstraintName DEFAULT = new ConstraintName(true, "");

        ConstraintName(boolean isWanted, String name) {
            this(isWanted, name, "NO_ACTION", "NO_ACTION");
        }

        boolean isDefault() {
            return equals(DEFAULT);
        }
    }

    /** One key of an order; {@code suffix} is what is called on the column. */
    record SortKey(String column, String suffix) {}

    /** How the rows of a collection are found. */
    sealed interface Link {
        /** By the attribute of the target; {@code isMany} if that is a collection itself. */
        record MappedBy(String attribute, boolean isMany) implements Link {}

        /** Through a table between the two. */
        record Through(JoinTableModel table) implements Link {}

        /**
         * By a condition.
         *
         * @param type the class of the method
         * @param limit how many targets an owner has at most; 0 for all
         */
        record On(TypeElement type, String method, int limit, List<SortKey> orderBy) implements Link {}
    }

    /**
     * A table between two entities.
     *
     * @param schema empty for the connection's own
     * @param isTargetUnique whether a target belongs to one owner only
     */
    record JoinTableModel(
            String schema,
            String name,
            List<Reference> owner,
            ConstraintName ownerConstraint,
            List<Reference> target,
            ConstraintName targetConstraint,
            boolean isTargetUnique) {}

    /** A column that refers to a key column. */
    record Reference(String column, ColumnModel key) {}
}
