package org.alkahest.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.schema.Table;

/** The tables that the rows of a class lie in, as its hierarchy says. */
final class TableParts {
    private TableParts() {}

    /** The root's first, and what each holds of an object. */
    static List<TablePart> of(EntityTable<?> table) {
        Lineage<?> lineage = table.lineageOrNull();
        EntityTable<?> superclass = table.superclass();
        if (lineage == null) {
            return List.of(new TablePart(table, table.columns()));
        }
        return switch (lineage.strategy()) {
            case SINGLE_TABLE -> {
                EntityTable<?> unrestricted = superclass == null ? table : table.below(superclass);
                yield List.of(new TablePart(unrestricted, unrestricted.columns()));
            }
            case JOINED -> {
                List<TablePart> all = new ArrayList<>(superclass == null ? List.of() : superclass.parts());
                all.add(new TablePart(table, table.columns()));
                yield List.copyOf(all);
            }
            case TABLE_PER_CLASS -> {
                EntityTable<?> own = table.alone();
                yield table.isAbstract() ? List.of() : List.of(new TablePart(own, own.columns()));
            }
        };
    }

    /** What the database has for a class. */
    static List<Table> stored(EntityTable<?> table) {
        Lineage<?> lineage = table.lineageOrNull();
        if (lineage == null) {
            return List.of(table);
        }
        return switch (lineage.strategy()) {
            case SINGLE_TABLE -> SharedTable.of(table);
            case JOINED -> List.of(table);
            case TABLE_PER_CLASS -> table.isAbstract() ? List.of() : List.of(table);
        };
    }
}
