package org.alkahest.orm.mapping;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.alkahest.schema.Column;
import org.alkahest.sql.Expression;
import org.alkahest.sql.OrderItem;
import org.jspecify.annotations.Nullable;

/** A one-to-many or many-to-many association: a collection. */
public final class ToMany<E, T> extends Association<E, T> {
    private final Link<E, T> link;
    private final CollectionKind kind;
    private final Supplier<List<OrderItem>> orderBy;
    private final @Nullable Placement placement;

    ToMany(
            EntityTable<E> owner,
            String name,
            int index,
            Supplier<? extends EntityTable<T>> target,
            Set<Cascade> cascades,
            Link<E, T> link,
            CollectionKind kind,
            Supplier<List<OrderItem>> orderBy,
            @Nullable Placement placement) {
        super(owner, name, index, target, cascades);
        this.link = link;
        this.kind = kind;
        this.orderBy = orderBy;
        this.placement = placement;
        requirePlacement();
    }

    /** The same of an occurrence of a subclass's table. */
    ToMany<E, T> of(EntityTable<E> occurrence) {
        return new ToMany<>(occurrence, name(), index(), targetSupplier(), cascades(), link, kind, orderBy, placement);
    }

    /** How rows of the target are found. */
    public Link<E, T> link() {
        return link;
    }

    public CollectionKind kind() {
        return kind;
    }

    @Override
    public boolean isViewOnly() {
        return link instanceof Link.Viewed<E, T> || link instanceof Link.On<E, T>;
    }

    @Override
    public @Nullable ToOne<T, E> back() {
        return isViewOnly() ? null : referring();
    }

    /** The target's association by which rows belong to an owner, whether a change sets it or not; null for none. */
    public @Nullable ToOne<T, E> referring() {
        return reading() instanceof Link.MappedBy<E, T> mapped ? mapped.toOne().get() : null;
    }

    /** The link that tells which rows there are. */
    private Link<E, T> reading() {
        return link instanceof Link.Viewed<E, T> viewed ? viewed.link() : link;
    }

    /** Whether the other side of a many-to-many writes the association table. */
    public boolean isWrittenByOtherSide() {
        return link instanceof Link.MappedByMany<E, T>;
    }

    /** Whether it is changed and queried, and never loaded. */
    public boolean isWriteOnly() {
        return kind == CollectionKind.WRITE_ONLY;
    }

    /** What is kept of where elements stand; null for nothing. */
    public @Nullable Placement placement() {
        return placement;
    }

    /** What the association table keeps of where elements stand; null if it keeps nothing. */
    public @Nullable Placement placementInJoinTable() {
        return placement == null || placement.isAttribute() ? null : placement;
    }

    private void requirePlacement() {
        boolean fits = kind == CollectionKind.MAP
                ? placement instanceof Placement.Key
                : placement == null || (placement instanceof Placement.Position && kind == CollectionKind.LIST);
        if (!fits) {
            throw new MappingException(
                    "ALK-2043",
                    "Cannot map '" + describePath() + "' as " + kind + " with " + placement
                            + ": a map has a key, a list may have a position, and others have neither. Give the"
                            + " placement that fits.");
        }
    }

    /** The order in which the collection is loaded; empty for the target's key. */
    public List<OrderItem> orderBy() {
        return placement instanceof Placement.Position position
                ? List.of(position.column().asc())
                : orderBy.get();
    }

    /** The association table that a change writes, seen from this side; null where it writes none. */
    public @Nullable JoinTable joinTable() {
        return isViewOnly() ? null : tableBetween();
    }

    /** The association table seen from this side, written or not; null if there is none. */
    private @Nullable JoinTable tableBetween() {
        return switch (reading()) {
            case Link.MappedBy<E, T> l -> null;
            case Link.On<E, T> l -> null;
            case Link.Viewed<E, T> l -> null;
            case Link.Through<E, T> l -> l.joinTable();
            case Link.MappedByMany<E, T> l -> {
                JoinTable other = l.owning().get().joinTable();
                if (other == null) {
                    throw new MappingException(
                            "ALK-2008",
                            "Cannot resolve '" + describePath() + "': mappedBy names '"
                                    + l.owning().get() + "', which has no join table. Name the owning side.");
                }
                yield other.reversed();
            }
        };
    }

    /** Where the elements of several owners are read. */
    public OwnedRows rows(List<Object> ownerKeys) {
        if (link instanceof Link.On<E, T> on) {
            return on.join().rows(ownerKeys);
        }
        JoinTable through = tableBetween();
        if (through != null) {
            Step step = new Step(target(), ToOne.pairs(through.targetColumns(), target().primaryKey()));
            List<Column<?>> owner = through.ownerColumns();
            return new OwnedRows(through.table(), List.of(step), KeyConditions.in(owner, ownerKeys), owner);
        }
        List<Column<?>> referring = foreignKeyColumns();
        return new OwnedRows(target(), List.of(), KeyConditions.in(referring, ownerKeys), referring);
    }

    /** The target's columns that refer to this entity's key; empty where it has none. */
    public List<Column<?>> foreignKeyColumns() {
        ToOne<T, E> referring = referring();
        return referring == null ? List.of() : referring.columns();
    }

    /** The path through the elements to what they refer to. */
    public <U> Through<E, T, U> through(ToOne<T, U> reference) {
        return new Through<>(this, reference);
    }

    /** The collection has an element that meets a condition. */
    public Expression<Boolean> any(@Nullable Expression<Boolean> condition) {
        return any(inner(condition), condition);
    }

    private Expression<Boolean> any(EntityTable<T> inner, @Nullable Expression<Boolean> condition) {
        return exists(steps(inner), condition);
    }

    /** The collection has this element; its key is compared. */
    public Expression<Boolean> contains(T element) {
        Object key = target().mapping().key(element);
        if (key == null) {
            throw new MappingException(
                    "ALK-2007",
                    "Cannot test whether '" + describePath() + "' contains a "
                            + element.getClass().getSimpleName() + ": it has no key yet. Flush the session first.");
        }
        EntityTable<T> inner = inner(null);
        List<Column<?>> columns = inner.primaryKey();
        Expression<Boolean> same = ToOne.isValue(columns.get(0), Keys.part(key, 0));
        for (int i = 1; i < columns.size(); i++) {
            same = same.and(ToOne.isValue(columns.get(i), Keys.part(key, i)));
        }
        return any(inner, same);
    }

    /** The collection has no element. */
    public Expression<Boolean> isEmpty() {
        return any(null).not();
    }

    @Override
    List<Step> stepsTo(EntityTable<?> occurrence) {
        if (link instanceof Link.On<E, T> on) {
            return on.join().steps(owner(), occurrence);
        }
        JoinTable through = tableBetween();
        if (through != null) {
            return List.of(
                    new Step(through.table(), ToOne.pairs(owner().primaryKey(), through.ownerColumns())),
                    new Step(occurrence, ToOne.pairs(through.targetColumns(), occurrence.primaryKey())));
        }
        List<Column<?>> referring = foreignKeyColumns().stream()
                .<Column<?>>map(c -> occurrence.mappedColumns().get(EntityTable.position(c)))
                .toList();
        return List.of(new Step(occurrence.with(referring), ToOne.pairs(owner().primaryKey(), referring)));
    }

    /** How rows of the target belong to an owner. */
    public sealed interface Link<E, T> {
        /** By the to-one association of the target. */
        record MappedBy<E, T>(Supplier<ToOne<T, E>> toOne) implements Link<E, T> {}

        /** Through an association table; this side writes it. */
        record Through<E, T>(JoinTable joinTable) implements Link<E, T> {}

        /** Through the association table of the other side, which writes it together with this one. */
        record MappedByMany<E, T>(Supplier<ToMany<T, E>> owning) implements Link<E, T> {}

        /** By another link, which is written by somebody else: this collection is read alone. */
        record Viewed<E, T>(Link<E, T> link) implements Link<E, T> {}

        /** By a condition; read alone. */
        final class On<E, T> implements Link<E, T> {
            private final CustomJoin<E, T> join;

            On(CustomJoin<E, T> join) {
                this.join = join;
            }

            CustomJoin<E, T> join() {
                return join;
            }
        }
    }

    /** The Java type of the field. */
    public enum CollectionKind {
        LIST,
        SET,
        COLLECTION,
        MAP,
        /** {@link WriteOnly}, which is never loaded. */
        WRITE_ONLY
    }
}
