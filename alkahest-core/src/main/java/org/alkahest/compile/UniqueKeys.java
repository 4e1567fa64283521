package org.alkahest.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.alkahest.schema.Column;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.Index;
import org.alkahest.schema.Table;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Insert;
import org.alkahest.sql.OnConflict;

/** The unique keys that a table declares, for databases where an upsert cannot say which one it means. */
final class UniqueKeys {
    private UniqueKeys() {}

    /** Errors with ALK-1254 if the row could meet another key than the one that was named: that row would be changed. */
    static void requireOnly(OnConflict conflict, Insert insert, DialectTraits traits) {
        if (conflict.columns().isEmpty() || !(insert.table() instanceof Table table)) {
            return;
        }
        Set<String> named = names(conflict.columns());
        Set<String> inserted = names(insert.columns());
        for (Set<String> key : of(table)) {
            if (!key.equals(named) && inserted.containsAll(key)) {
                throw new CompileException(
                        "ALK-1254",
                        "Cannot compile the upsert for " + traits.dialect() + " " + traits.version()
                                + ": any unique key counts there, and the row has values for the key " + key + " of '"
                                + table.name() + "' beside " + named + ". Leave one of them out, or say onConflict()"
                                + " without columns if any key is meant.");
            }
        }
    }

    private static List<Set<String>> of(Table table) {
        List<Set<String>> keys = new ArrayList<>();
        if (!table.primaryKey().isEmpty()) {
            keys.add(names(table.primaryKey()));
        }
        for (Column<?> column : table.columns()) {
            if (column.options().isUnique()) {
                keys.add(Set.of(column.name()));
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Unique unique) {
                keys.add(names(unique.columns()));
            }
        }
        for (Index index : table.indexes()) {
            List<ColumnRef<?>> columns = new ArrayList<>();
            index.items().forEach(item -> {
                if (item.expression() instanceof ColumnRef<?> column) {
                    columns.add(column);
                }
            });
            if (index.unique() && columns.size() == index.items().size()) {
                keys.add(names(columns));
            }
        }
        return keys;
    }

    private static Set<String> names(List<? extends ColumnRef<?>> columns) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(column.name()));
        return names;
    }
}
