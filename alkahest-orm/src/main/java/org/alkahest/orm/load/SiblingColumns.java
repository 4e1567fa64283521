package org.alkahest.orm.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.KeyConditions;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.LazyColumn;
import org.alkahest.orm.mapping.LazyLoader;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.State;
import org.alkahest.schema.Column;
import org.alkahest.sql.Row;
import org.alkahest.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Loads Lazy attributes of one object, with those of its siblings. */
public final class SiblingColumns implements LazyLoader {
    private final Loading session;
    private final Loader loader;
    private final EntityEntry<?> owner;
    private final String origin;

    /** @param origin where the object comes from, for messages: "was loaded by …" */
    public SiblingColumns(Loading session, Loader loader, EntityEntry<?> owner, String origin) {
        this.session = session;
        this.loader = loader;
        this.owner = owner;
        this.origin = origin;
    }

    @Override
    public int epoch() {
        return session.epoch();
    }

    @Override
    public boolean serves(Object entity) {
        return session.isOpen() && owner.equals(session.identities().find(entity));
    }

    @Override
    public void load(Lazy<?> lazy) {
        LazyColumn column = Objects.requireNonNull(
                owner.mapping().table().lazyColumn(lazy.column()), "a Lazy stands for a lazy column");
        boolean readable = session.isOpen() && owner.state() == State.PERSISTENT;
        if (readable && (!lazy.isKnown() || lazy.equals(baseline(owner, column)))) {
            session.exclusively(() -> read(lazy, column));
        } else if (!lazy.isKnown()) {
            throw neverLoaded(column);
        }
    }

    /**
     * What an object holds for its row, which is in the snapshot: the user may have put another one into the field. Objects
     * that are read alone have no snapshot.
     */
    private static <E> @Nullable Lazy<?> baseline(EntityEntry<E> entry, LazyColumn column) {
        Object snapshot = entry.snapshot();
        Object baseline = snapshot == null
                ? entry.mapping().value(entry.entity(), column.position())
                : entry.mapping().snapshotValue(snapshot, column.position());
        return baseline instanceof Lazy<?> lazy && lazy.isOf(entry.entity()) ? lazy : null;
    }

    private boolean read(Lazy<?> lazy, LazyColumn asked) {
        EntityTable<?> table = owner.mapping().table();
        List<LazyColumn> group =
                table.lazyColumns().stream().filter(asked::isLoadedWith).toList();
        Map<Object, EntityEntry<?>> byKey = new LinkedHashMap<>();
        add(byKey, owner);
        for (EntityEntry<?> sibling : SiblingSearch.of(owner, session)) {
            if (byKey.size() < session.batchSize()
                    && sibling.state() == State.PERSISTENT
                    && group.stream().anyMatch(column -> isUnloaded(baseline(sibling, column)))) {
                add(byKey, sibling);
            }
        }
        List<Column<?>> key = table.primaryKey();
        List<Column<?>> columns = new ArrayList<>(key);
        group.forEach(column -> columns.add(column.column()));
        boolean found = false;
        for (Row row : loader.query(
                Sql.selectRow(columns).from(table).where(KeyConditions.in(key, List.copyOf(byKey.keySet()))),
                origin,
                owner.isReadOnly())) {
            EntityEntry<?> entry = byKey.get(keyOf(row, key.size()));
            for (int i = 0; entry != null && i < group.size(); i++) {
                Lazy<?> baseline = baseline(entry, group.get(i));
                if (baseline != null && !baseline.isLoaded()) {
                    baseline.resolve(row.value(key.size() + i));
                }
                if (entry.equals(owner) && group.get(i).equals(asked)) {
                    lazy.resolve(row.value(key.size() + i));
                    found = true;
                }
            }
        }
        if (!found) {
            throw new MappingException(
                    "ALK-2051",
                    "Cannot load '" + describe(asked) + "' of " + owner
                            + ": its row is not there any more. Expunge the object.");
        }
        return true;
    }

    private static boolean isUnloaded(@Nullable Lazy<?> lazy) {
        return lazy != null && !lazy.isLoaded();
    }

    private static void add(Map<Object, EntityEntry<?>> byKey, EntityEntry<?> entry) {
        Object key = entry.key();
        if (key != null) {
            byKey.put(key, entry);
        }
    }

    private static Object keyOf(Row row, int parts) {
        List<Object> key = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) {
            key.add(Objects.requireNonNull(row.value(i), "a key has no null"));
        }
        return parts == 1 ? key.get(0) : new CompositeKey(key);
    }

    private String describe(LazyColumn column) {
        return owner.mapping().entityClass().getSimpleName() + "." + column.attribute();
    }

    private MappingException neverLoaded(LazyColumn column) {
        return new MappingException(
                "ALK-2050",
                "Cannot get '" + describe(column) + "' of " + owner + ": it was never loaded, the object " + origin
                        + ", and its session is closed or has let go of it. Load it with the query: query.load("
                        + owner.mapping().table().name() + "." + column.attribute() + "), or read it before.");
    }
}
