package org.alkahest.orm.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.HierarchyRows;
import org.alkahest.orm.mapping.KeyConditions;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;
import org.alkahest.sql.Row;
import org.alkahest.sql.Select;
import org.alkahest.sql.Sql;
import org.alkahest.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects of rows that have the columns of a class alone: those of its subclasses are selected by key, for all rows of
 * one subclass together. One thread at a time.
 */
public final class SubclassRows<E> {
    private final Loading session;
    private final Loader loader;
    private final RowScope scope;
    private final EntityTable<E> table;
    private final String origin;

    /** @param scope that of the result which the objects are of */
    public SubclassRows(Loading session, Loader loader, RowScope scope, EntityTable<E> table, String origin) {
        this.session = session;
        this.loader = loader;
        this.scope = scope;
        this.table = table;
        this.origin = origin;
    }

    /**
     * Whether rows of a class tell of which subclass each is, so that its other columns can follow: lazy ones do not, and
     * classes that have any are read with their subclasses.
     */
    public static boolean canFollow(EntityTable<?> table) {
        return table.isPolymorphic()
                && table.family().stream().allMatch(each -> each.lazyColumns().isEmpty())
                && table.selection().rows().discriminator()
                        < table.mappedColumns().size();
    }

    /**
     * The objects of rows of the class's {@link EntityTable#mappedColumns}, in their order, without those whose rows were
     * deleted meanwhile. Emits: one SELECT for each subclass with columns of its own, and batch. Errors with ALK-2020 for
     * a row of no known class.
     */
    public List<E> objects(List<Row> rows) {
        Map<HierarchyRows.Branch<? extends E>, List<Row>> byClass = new LinkedHashMap<>();
        Map<Object, HierarchyRows.Branch<? extends E>> branches = new HashMap<>();
        HierarchyRows<E> hierarchy = table.selection().rows();
        hierarchy.branches().forEach(branch -> branches.put(branch.value(), branch));
        for (Row row : rows) {
            Object value = row.value(hierarchy.discriminator());
            HierarchyRows.Branch<? extends E> branch = value == null ? null : branches.get(value);
            if (branch == null) {
                throw HierarchyDecoder.unknown(table, value, key(reader(row)), hierarchy.branches());
            }
            byClass.computeIfAbsent(branch, b -> new ArrayList<>()).add(row);
        }
        Map<Object, E> found = new HashMap<>();
        byClass.forEach((branch, some) -> read(branch.table(), some, found));
        List<E> objects = new ArrayList<>(rows.size());
        for (Row row : rows) {
            E object = found.get(key(reader(row)));
            if (object != null) {
                objects.add(object);
            }
        }
        return objects;
    }

    private <S extends E> void read(EntityTable<S> subclass, List<Row> rows, Map<Object, E> found) {
        EntityDecoder<S> decoder = new EntityDecoder<>(session, scope, subclass.mapping(), 0);
        List<? extends Column<?>> all = subclass.mappedColumns();
        List<Column<?>> missing =
                new ArrayList<>(all.subList(table.mappedColumns().size(), all.size()));
        List<String> labels = all.stream().<String>map(Column::name).toList();
        Map<Object, Row> wanted = new LinkedHashMap<>();
        for (Row row : rows) {
            Object key = key(reader(row));
            EntityEntry<S> entry = session.identities().find(subclass.mapping(), key);
            boolean stays = entry != null && (!entry.isReadOnly() || scope.isReadOnly());
            if (entry != null && stays && entry.epoch() == session.epoch() && !scope.isRefreshing()) {
                found.put(key, entry.entity());
            } else {
                wanted.put(key, row);
            }
        }
        List<Object> keys = new ArrayList<>(wanted.keySet());
        for (int from = 0; from < keys.size(); from += session.batchSize()) {
            List<Object> batch = keys.subList(from, Math.min(keys.size(), from + session.batchSize()));
            Map<Object, Row> others = missing.isEmpty() ? Map.of() : others(subclass, missing, batch);
            for (Object key : batch) {
                Row other = others.get(key);
                Row row = wanted.get(key);
                if (row != null && (other != null || missing.isEmpty())) {
                    S object = decoder.decode(RowReader.of(together(row, other, missing.size()), labels));
                    if (object != null) {
                        found.put(key, object);
                    }
                }
            }
        }
    }

    /** What a subclass's tables have beside the class's, by key. */
    private Map<Object, Row> others(EntityTable<?> subclass, List<Column<?>> missing, List<Object> batch) {
        List<Column<?>> columns = new ArrayList<>(missing);
        columns.addAll(subclass.primaryKey());
        Select<Row> select =
                Sql.selectRow(columns).from(subclass).where(KeyConditions.in(subclass.primaryKey(), batch));
        Map<Object, Row> others = new HashMap<>();
        for (Row row : loader.query(select, origin, scope.isReadOnly())) {
            List<Object> parts = new ArrayList<>();
            for (int i = missing.size(); i < columns.size(); i++) {
                Object part = row.value(i);
                if (part != null) {
                    parts.add(part);
                }
            }
            others.put(parts.size() == 1 ? parts.get(0) : new CompositeKey(parts), row);
        }
        return others;
    }

    private static @Nullable Object[] together(Row row, @Nullable Row other, int more) {
        @Nullable Object[] values = new @Nullable Object[row.size() + more];
        for (int i = 0; i < row.size(); i++) {
            values[i] = row.value(i);
        }
        for (int i = 0; i < more && other != null; i++) {
            values[row.size() + i] = other.value(i);
        }
        return values;
    }

    private static RowReader reader(Row row) {
        return RowReader.of(together(row, null, 0), row.names());
    }

    private Object key(RowReader row) {
        Object key = table.mapping().readKey(row, 0);
        if (key == null) {
            throw new IllegalStateException("a row of " + table.name() + " has no key");
        }
        return key;
    }
}
