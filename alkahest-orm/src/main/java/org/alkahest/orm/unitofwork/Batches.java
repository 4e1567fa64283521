package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.unitofwork.Changes.Switch;
import org.alkahest.orm.unitofwork.Changes.Update;
import org.alkahest.orm.unitofwork.FlushAction.InsertRows;
import org.alkahest.orm.unitofwork.FlushAction.SwitchRows;
import org.alkahest.orm.unitofwork.FlushAction.UpdateRows;
import org.alkahest.schema.Column;

/** Groups rows that are written in the same way into one action each. */
final class Batches {
    private Batches() {}

    /** What an INSERT of an object names, and what it gets back. */
    private record Shape(EntityTable<?> table, List<Column<?>> columns, List<Column<?>> generated) {}

    /**
     * Inserts in the order of the objects, grouped by table and columns.
     *
     * @param postponed columns that are left out of an object's INSERT because an UPDATE will set them
     */
    static void inserts(
            List<EntityEntry<?>> entries, Map<EntityEntry<?>, Set<Column<?>>> postponed, List<FlushAction> actions) {
        Map<Shape, List<EntityEntry<?>>> groups = new LinkedHashMap<>();
        for (EntityEntry<?> entry : entries) {
            groups.computeIfAbsent(shape(entry, postponed.getOrDefault(entry, Set.of())), s -> new ArrayList<>())
                    .add(entry);
        }
        groups.forEach(
                (shape, rows) -> actions.add(new InsertRows(shape.table(), shape.columns(), shape.generated(), rows)));
    }

    private static <E> Shape shape(EntityEntry<E> entry, Set<Column<?>> postponed) {
        EntityTable<E> table = entry.mapping().table();
        List<Column<?>> columns = new ArrayList<>();
        List<Column<?>> generated = new ArrayList<>();
        boolean keyUnset = entry.mapping().key(entry.entity()) == null;
        for (Column<?> column : table.columns()) {
            if (RowVersions.isByDatabase(table, column)) {
                continue;
            }
            if ((column.isGenerated() && keyUnset) || leavesToDatabase(entry, column)) {
                if (column.isGenerated() || ReadBack.isReturned(column)) {
                    generated.add(column);
                }
            } else if (!postponed.contains(column)) {
                columns.add(column);
            }
        }
        return new Shape(table, columns, generated);
    }

    /** What no INSERT writes, and a null in a column that has a server default. */
    private static <E> boolean leavesToDatabase(EntityEntry<E> entry, Column<?> column) {
        if (!EntityTable.use(column).inserted()) {
            WrittenColumns.requireUnset(entry, column);
            return true;
        }
        return column.options().serverDefault() != null
                && entry.mapping().value(entry.entity(), EntityTable.position(column)) == null;
    }

    /** Updates in the order of keys, grouped by table and columns. */
    static void updates(List<Update> updates, List<FlushAction> actions) {
        record Group(EntityTable<?> table, List<Column<?>> columns) {}
        Map<Group, List<EntityEntry<?>>> groups = new LinkedHashMap<>();
        for (Update update : RowSequence.updatesByKey(updates)) {
            groups.computeIfAbsent(
                            new Group(update.entry().mapping().table(), RowVersions.withVersion(update)),
                            g -> new ArrayList<>())
                    .add(update.entry());
        }
        groups.forEach((group, rows) -> actions.add(new UpdateRows(group.table(), group.columns(), rows)));
    }

    /** Rows that new objects take over, in the order of keys, grouped by table and columns. */
    static void switches(List<Switch> switches, List<FlushAction> actions) {
        record Group(EntityTable<?> table, List<Column<?>> columns, List<Column<?>> defaults) {}
        Map<Group, List<Switch>> groups = new LinkedHashMap<>();
        for (Switch each : switches) {
            List<Column<?>> defaults = each.columns().stream()
                    .filter(column -> leavesToDatabase(each.now(), column))
                    .toList();
            List<Column<?>> columns = new ArrayList<>(each.columns());
            columns.removeAll(defaults);
            groups.computeIfAbsent(new Group(each.now().mapping().table(), columns, defaults), g -> new ArrayList<>())
                    .add(each);
        }
        groups.forEach(
                (group, rows) -> actions.add(new SwitchRows(group.table(), group.columns(), group.defaults(), rows)));
    }
}
