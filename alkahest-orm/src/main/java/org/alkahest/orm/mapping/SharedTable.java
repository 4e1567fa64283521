package org.alkahest.orm.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alkahest.schema.Column;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.Table;
import org.jspecify.annotations.Nullable;

/** A table of several classes as the database has it, with the columns of all of them. */
final class SharedTable extends Table {
    private final Map<String, EntityTable<?>> declaredBy = new HashMap<>();

    private SharedTable(EntityTable<?> root) {
        super(root.schema(), root.name(), null);
        for (EntityTable<?> table : Hierarchies.family(root)) {
            table.columns().forEach(column -> add(table, column));
            addKeys(table);
        }
        root.tableOptions().all().forEach(this::option);
        root.primaryKeyOptions().all().forEach(this::primaryKeyOption);
        String comment = root.tableComment();
        if (comment != null) {
            comment(comment);
        }
    }

    /** The one table of a hierarchy, for any of its classes. */
    static List<Table> of(EntityTable<?> table) {
        EntityTable<?> superclass = table.superclass();
        return superclass == null ? List.of(new SharedTable(table)) : superclass.storedTables();
    }

    /** A column that several classes have is one, if they agree on its type. */
    private void add(EntityTable<?> table, Column<?> column) {
        Column<?> present = find(column.name()).orElse(null);
        if (present == null) {
            column(column.name(), column.type(), column.options());
            declaredBy.put(column.name(), table);
        } else if (!present.type().equals(column.type())) {
            throw new MappingException(
                    "ALK-2021",
                    "Cannot make table '" + name() + "': column '" + column.name() + "' is " + present.type() + " in "
                            + nameOf(declaredBy.get(column.name())) + " and " + column.type() + " in " + nameOf(table)
                            + ". Give one of the two another column name.");
        }
    }

    private static String nameOf(@Nullable EntityTable<?> table) {
        return table == null ? "?" : table.mapping().entityClass().getSimpleName();
    }

    /** A subclass repeats those of its superclasses. */
    private void addKeys(EntityTable<?> table) {
        List<List<Column<?>>> known = new ArrayList<>();
        foreignKeys().forEach(key -> known.add(key.columns()));
        for (ForeignKey key : table.foreignKeys()) {
            if (!known.contains(key.columns())) {
                foreignKey(key);
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (!constraints().contains(constraint)) {
                constraint(constraint);
            }
        }
        for (Index index : table.indexes()) {
            if (indexes().stream().noneMatch(other -> Objects.equals(other, index))) {
                index(index);
            }
        }
    }
}
