package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.TablePart;
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
     * Inserts in the order of the objects, grouped by table and columns; of an object with rows in several tables the
     * superclass's first.
     *
     * @param tables those that are written now
     * @param postponed columns that are left out of an object's INSERT because an UPDATE will set them
     */
    @SuppressWarnings("ReferenceEquality") // a table's parts are made once
    static void inserts(
            Set<EntityTable<?>> tables,
            List<EntityEntry<?>> entries,
            Map<EntityEntry<?>, Set<Column<?>>> postponed,
            List<FlushAction> actions) {
        boolean more = true;
        for (int depth = 0; more; depth++) {
            Map<Shape, List<EntityEntry<?>>> groups = new LinkedHashMap<>();
            more = false;
            TablePart latestPart = null; // most objects are as the one before
            boolean latestUnset = false;
            List<EntityEntry<?>> latest = List.of();
            for (EntityEntry<?> entry : entries) {
                List<TablePart> parts = entry.mapping().table().parts();
                more |= parts.size() > depth + 1;
                if (parts.size() > depth && tables.contains(parts.get(depth).table())) {
                    TablePart part = parts.get(depth);
                    boolean unset = isKeyUnset(entry);
                    Set<Column<?>> later = postponed.getOrDefault(entry, Set.of());
                    if (part != latestPart || unset != latestUnset || !later.isEmpty()) {
                        latest = groups.computeIfAbsent(shape(entry, part, later), s -> new ArrayList<>());
                        latestPart = later.isEmpty() && isAlikeForAll(part) ? part : null;
                        latestUnset = unset;
                    }
                    latest.add(entry);
                }
            }
            groups.forEach((shape, rows) ->
                    actions.add(new InsertRows(shape.table(), shape.columns(), shape.generated(), rows)));
        }
    }

    /** Whether nothing but the key decides what the INSERT of an object names. */
    private static boolean isAlikeForAll(TablePart part) {
        return part.columns().stream()
                .allMatch(column ->
                        EntityTable.use(column).inserted() && column.options().serverDefault() == null);
    }

    private static <E> boolean isKeyUnset(EntityEntry<E> entry) {
        return entry.mapping().key(entry.entity()) == null;
    }

    private static <E> Shape shape(EntityEntry<E> entry, TablePart part, Set<Column<?>> postponed) {
        EntityTable<?> table = part.table();
        List<Column<?>> columns = new ArrayList<>();
        List<Column<?>> generated = new ArrayList<>();
        boolean keyUnset = isKeyUnset(entry);
        for (Column<?> column : part.columns()) {
            if (RowVersions.isByDatabase(table, column)) {
                continue;
            }
            if ((column.isGenerated() && keyUnset) || leavesToDatabase(entry, column)) {
                if (column.isGenerated() || ReadBack.isReturned(column)) {
                    generated.add(column);
                }
            } else if (postponed.isEmpty() || !isAmong(postponed, column)) {
                columns.add(column);
            }
        }
        return new Shape(table, columns, generated);
    }

    /** A column of an object may be named by its table, or by an occurrence of that which a subclass's table joins. */
    private static boolean isAmong(Collection<Column<?>> columns, Column<?> column) {
        int position = EntityTable.position(column);
        return columns.stream().anyMatch(each -> EntityTable.position(each) == position);
    }

    /** What no INSERT writes, and a null in a column that has a server default. */
    private static <E> boolean leavesToDatabase(EntityEntry<E> entry, Column<?> column) {
        if (!EntityTable.use(column).inserted()) {
            WrittenColumns.requireUnset(entry, column);
            return true;
        }
        return column.options().serverDefault() != null
                && Lazy.contentOf(entry.mapping().value(entry.entity(), EntityTable.position(column))) == null;
    }

    /** Updates in the order of keys, grouped by table and columns. */
    static void updates(Set<EntityTable<?>> tables, List<Update> updates, List<FlushAction> actions) {
        record Group(EntityTable<?> table, List<Column<?>> columns) {}
        Map<Group, List<EntityEntry<?>>> groups = new LinkedHashMap<>();
        for (Update update : RowSequence.updatesByKey(updates)) {
            for (TablePart part : update.entry().mapping().table().parts()) {
                List<Column<?>> columns = RowVersions.withVersion(part.table(), in(part, update));
                if (tables.contains(part.table()) && !columns.isEmpty()) {
                    groups.computeIfAbsent(new Group(part.table(), columns), g -> new ArrayList<>())
                            .add(update.entry());
                }
            }
        }
        groups.forEach((group, rows) -> actions.add(new UpdateRows(group.table(), group.columns(), rows)));
    }

    /** The columns of an update that one table has. */
    private static List<Column<?>> in(TablePart part, Update update) {
        return update.entry().mapping().table().parts().size() == 1 ? update.columns() : in(part, update.columns());
    }

    /** The columns of one table that are attributes which columns of an object stand for. */
    static List<Column<?>> in(TablePart part, Collection<Column<?>> columns) {
        return part.columns().stream()
                .filter(column -> !column.isPrimaryKey() && isAmong(columns, column))
                .toList();
    }

    /** The table itself, where the class's stands for those of its subclasses as well. */
    private static EntityTable<?> stored(EntityTable<?> table) {
        return table.rowSource() == null ? table : table.parts().get(0).table();
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
            groups.computeIfAbsent(
                            new Group(stored(each.now().mapping().table()), columns, defaults), g -> new ArrayList<>())
                    .add(each);
        }
        groups.forEach(
                (group, rows) -> actions.add(new SwitchRows(group.table(), group.columns(), group.defaults(), rows)));
    }
}
