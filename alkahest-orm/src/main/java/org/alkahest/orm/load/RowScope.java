package org.alkahest.orm.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityScope;
import org.alkahest.orm.mapping.EntitySelection;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.HierarchyRows;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.Siblings;
import org.alkahest.type.Decoder;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the entities of one result: through the identity map, in sibling groups, with plain to-one fields filled in
 * batches when the rows have been read ({@link #completed}). One thread at a time.
 */
public final class RowScope implements EntityScope {
    private final Loading session;
    private final Loader loader;
    private final String origin;
    private boolean entities;
    private boolean refreshing;
    private boolean readOnly;
    private final List<Loading.Loaded> loaded = new ArrayList<>();
    private final Map<EntityMapping<?>, Siblings> siblings = new LinkedHashMap<>();
    private final Map<ToOne<?, ?>, List<PlainReference>> plain = new LinkedHashMap<>();

    /** @param origin where the objects come from, for messages: "was loaded by …" */
    RowScope(Loading session, Loader loader, String origin) {
        this.session = session;
        this.loader = loader;
        this.origin = origin;
    }

    /**
     * A plain to-one field that is waiting for its target.
     *
     * @param standIn what the field holds until then
     */
    record PlainReference(
            EntityEntry<?> owner, Object key, @Nullable Object standIn) {}

    /** Objects that are fresh are read again, too: the rows are locked now. */
    public RowScope refreshing() {
        refreshing = true;
        return this;
    }

    /** Whether objects that the session does not have are loaded to be read alone. */
    public RowScope readOnly(boolean alone) {
        readOnly = alone;
        return this;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    boolean isRefreshing() {
        return refreshing;
    }

    /** Whether the result has entities. */
    public boolean hasEntities() {
        return entities;
    }

    @Override
    public <E> Decoder<E> entityDecoder(EntityTable<E> occurrence, int position) {
        if (!occurrence.isReadWhole()) {
            return entityDecoder(occurrence.selection(), position);
        }
        entities = true;
        return new EntityDecoder<>(session, this, occurrence.mapping(), position);
    }

    @Override
    public <E> Decoder<E> entityDecoder(EntitySelection<E> selection, int position) {
        entities = true;
        EntityMapping<E> mapping = selection.table().mapping();
        if (selection.table().isPolymorphic()) {
            return new HierarchyDecoder<>(session, this, selection, position);
        }
        HierarchyRows.Branch<? extends E> only = selection.rows().branches().get(0);
        EntityDecoder<E> decoder = new EntityDecoder<>(session, this, mapping, 0, only.lazies());
        RowView view = new RowView(only.positions(), position);
        return row -> decoder.decode(view.of(row));
    }

    Loader loader() {
        return loader;
    }

    String origin() {
        return origin;
    }

    void addSibling(EntityEntry<?> entry) {
        Siblings group = siblings.get(entry.mapping());
        if (group == null || group.isFull()) {
            group = new Siblings(session.batchSize());
            siblings.put(entry.mapping(), group);
        }
        group.add(entry);
    }

    void addLoaded(EntityEntry<?> entry, boolean isNew) {
        loaded.add(new Loading.Loaded(entry, isNew));
    }

    void addPlain(EntityEntry<?> owner, ToOne<?, ?> association, Object key, @Nullable Object standIn) {
        plain.computeIfAbsent(association, a -> new ArrayList<>()).add(new PlainReference(owner, key, standIn));
    }

    /** Fills plain to-one fields of the objects read so far, and tells who listens. Emits: one SELECT per association and batch, if any. */
    public void completed() {
        while (!plain.isEmpty()) {
            Map<ToOne<?, ?>, List<PlainReference>> round = new LinkedHashMap<>(plain);
            plain.clear();
            round.forEach(loader::fillPlain);
        }
        if (!loaded.isEmpty()) {
            List<Loading.Loaded> filled = List.copyOf(loaded);
            loaded.clear();
            session.loaded(filled);
        }
    }
}
