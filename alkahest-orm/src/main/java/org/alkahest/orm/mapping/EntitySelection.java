package org.alkahest.orm.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.alkahest.schema.Column;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.Expression;
import org.alkahest.sql.SelectableExtension;
import org.alkahest.type.Decoder;
import org.jspecify.annotations.Nullable;

/**
 * An entity with some of its {@link Lazy} attributes: what a query selects, and where each attribute is in a row. Immutable.
 */
public final class EntitySelection<E> implements SelectableExtension<E> {
    private final EntityTable<E> table;
    private final Set<Column<?>> wanted;
    private @Nullable HierarchyRows<E> rows;

    private EntitySelection(EntityTable<E> table, Set<Column<?>> wanted) {
        this.table = table;
        this.wanted = wanted;
    }

    static <E> EntitySelection<E> of(EntityTable<E> table) {
        return new EntitySelection<>(table, Set.of());
    }

    /**
     * The same with one Lazy attribute more, and its group. Errors with ALK-2052 if the column is no lazy one of the entity
     * or its subclasses.
     */
    public EntitySelection<E> with(Column<?> column) {
        Set<Column<?>> all = new LinkedHashSet<>(wanted);
        all.add(column);
        return new EntitySelection<>(table, all);
    }

    /** The entity. */
    public EntityTable<E> table() {
        return table;
    }

    /** What is selected, and where each class finds its attributes. */
    public HierarchyRows<E> rows() {
        HierarchyRows<E> known = rows;
        if (known == null) {
            known = HierarchyRows.of(table, this::selects);
            rows = known;
        }
        return known;
    }

    private boolean selects(EntityTable<?> of, LazyColumn column) {
        for (Column<?> each : wanted) {
            LazyColumn lazy = find(of, each);
            if (lazy != null && lazy.isLoadedWith(column)) {
                return true;
            }
        }
        return false;
    }

    /** The lazy attribute of a class that a column is, also where a superclass or subclass of it names the column; null for others. */
    private static @Nullable LazyColumn find(EntityTable<?> of, Column<?> column) {
        if (!(column.owner() instanceof EntityTable<?> owner)) {
            return null;
        }
        Class<?> named = owner.mapping().entityClass();
        Class<?> present = of.mapping().entityClass();
        if (!named.isAssignableFrom(present) && !present.isAssignableFrom(named)) {
            return null;
        }
        return of.lazyColumn(EntityTable.position(column));
    }

    /** Whether a column is a lazy one of a class or its subclasses. */
    public static boolean isLazy(EntityTable<?> table, Column<?> column) {
        List<EntityTable<?>> family = new ArrayList<>(table.family());
        return family.stream().anyMatch(each -> find(each, column) != null);
    }

    @Override
    public List<Expression<?>> expressions() {
        return rows().columns();
    }

    @Override
    public Decoder<E> decoder(int position, DecodeScope scope) {
        if (scope instanceof EntityScope entities) {
            return entities.entityDecoder(this, position);
        }
        return table.decoder(position, scope); // which says why not
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntitySelection<?> that && table.equals(that.table) && wanted.equals(that.wanted);
    }

    @Override
    public int hashCode() {
        return Objects.hash(table, wanted);
    }

    @Override
    public String toString() {
        return table + (wanted.isEmpty() ? "" : " with " + wanted);
    }
}
