package org.alkahest.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.alkahest.schema.Column;
import org.alkahest.sql.Expression;
import org.alkahest.sql.RowSource;
import org.jspecify.annotations.Nullable;

/**
 * What a query of a class selects, so that each row can be read as an object of its own class. Immutable.
 *
 * @param columns the class's own, then those of its subclasses
 * @param discriminator the position of the discriminator among them; -1 where all rows are of the class
 * @param positions where the class's own attributes are in a row, by attribute position
 * @param branches the classes that rows may be of
 */
public record HierarchyRows<E>(
        List<Expression<?>> columns, int discriminator, List<Integer> positions, List<Branch<? extends E>> branches) {
    public HierarchyRows {
        columns = List.copyOf(columns);
        positions = List.copyOf(positions);
        branches = List.copyOf(branches);
    }

    /**
     * One class that rows may be of.
     *
     * @param value what the discriminator is in its rows; null where there is none
     * @param positions where its attributes are in a row, by attribute position; -1 for those that are not in it
     */
    public record Branch<S>(EntityTable<S> table, @Nullable Object value, List<Integer> positions) {
        public Branch {
            positions = List.copyOf(positions);
        }

        /** The lazy columns that a row has. */
        public List<LazyColumn> lazies() {
            return table.lazyColumns().stream()
                    .filter(lazy -> positions.get(lazy.position()) >= 0)
                    .toList();
        }
    }

    /** @param selects whether rows of a class have a lazy column of it */
    static <E> HierarchyRows<E> of(EntityTable<E> occurrence, BiPredicate<EntityTable<?>, LazyColumn> selects) {
        Collector<E> collector = new Collector<>(selects);
        List<Integer> own = collector.positions(occurrence, List.of());
        if (!occurrence.isPolymorphic()) {
            HierarchyRows.Branch<E> only = new Branch<>(occurrence.mapping().table(), null, own);
            return new HierarchyRows<>(collector.columns, -1, own, List.of(only));
        }
        collector.add(occurrence, own);
        int discriminator = discriminator(occurrence, own, collector.columns);
        return new HierarchyRows<>(collector.columns, discriminator, own, collector.branches);
    }

    /** That of the tables; of a union of tables, one more column. */
    private static int discriminator(EntityTable<?> occurrence, List<Integer> own, List<Expression<?>> columns) {
        Column<?> discriminator = occurrence.lineage().discriminator();
        if (discriminator != null) {
            return own.get(EntityTable.position(discriminator));
        }
        RowSource rows = Objects.requireNonNull(occurrence.rowSource(), "rows are of one class");
        columns.add(ConcreteRows.discriminator(occurrence, rows));
        return columns.size() - 1;
    }

    private static final class Collector<E> {
        private final BiPredicate<EntityTable<?>, LazyColumn> selects;
        private final List<Expression<?>> columns = new ArrayList<>();
        private final List<Branch<? extends E>> branches = new ArrayList<>();

        Collector(BiPredicate<EntityTable<?>, LazyColumn> selects) {
            this.selects = selects;
        }

        /** A class, then its subclasses, whose attributes begin with those of the class. */
        <S extends E> void add(EntityTable<S> occurrence, List<Integer> positions) {
            EntityTable<S> canonical = occurrence.mapping().table();
            Object value = canonical.lineage().value();
            if (value != null) {
                branches.add(new Branch<>(canonical, value, positions));
            }
            for (EntityTable<? extends S> subclass : Hierarchies.subclasses(canonical)) {
                addSubclass(subclass.below(occurrence), positions);
            }
        }

        private <S extends E> void addSubclass(EntityTable<S> occurrence, List<Integer> inherited) {
            add(occurrence, positions(occurrence, inherited));
        }

        /** The inherited ones, then those of the class's own; what is not selected has no place. */
        List<Integer> positions(EntityTable<?> occurrence, List<Integer> inherited) {
            List<Integer> positions = new ArrayList<>(inherited);
            List<? extends Column<?>> mapped = occurrence.mappedColumns();
            for (int i = inherited.size(); i < mapped.size(); i++) {
                LazyColumn lazy = occurrence.lazyColumn(i);
                positions.add(lazy == null || selects.test(occurrence, lazy) ? place(mapped.get(i)) : -1);
            }
            return positions;
        }

        /** A column that another subclass has as well is selected once. */
        private int place(Column<?> column) {
            int known = columns.indexOf(column);
            if (known >= 0) {
                return known;
            }
            columns.add(column);
            return columns.size() - 1;
        }
    }
}
