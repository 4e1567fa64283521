package org.alkahest.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.alkahest.schema.Column;
import org.alkahest.sql.Expression;
import org.alkahest.sql.RowSource;

/**
 * What a query of one class of a hierarchy selects, so that each row can be read as an object of its own class. Immutable.
 *
 * @param columns the class's own, then those of its subclasses
 * @param discriminator the position of the discriminator among them
 * @param branches the classes that rows may be of
 */
public record HierarchyRows<E>(List<Expression<?>> columns, int discriminator, List<Branch<? extends E>> branches) {
    public HierarchyRows {
        columns = List.copyOf(columns);
        branches = List.copyOf(branches);
    }

    /**
     * One class that rows may be of.
     *
     * @param value what the discriminator is in its rows
     * @param positions where its attributes are in a row, by attribute position
     */
    public record Branch<S>(EntityTable<S> table, Object value, List<Integer> positions) {
        public Branch {
            positions = List.copyOf(positions);
        }
    }

    static <E> HierarchyRows<E> of(EntityTable<E> occurrence) {
        Collector<E> collector = new Collector<>();
        List<Integer> own = new ArrayList<>();
        for (Column<?> column : occurrence.mappedColumns()) {
            own.add(collector.columns.size());
            collector.columns.add(column);
        }
        collector.add(occurrence, own);
        Column<?> discriminator = occurrence.lineage().discriminator();
        int position;
        if (discriminator != null) {
            position = EntityTable.position(discriminator);
        } else {
            RowSource rows = Objects.requireNonNull(occurrence.rowSource(), "rows are of one class");
            position = collector.columns.size();
            collector.columns.add(ConcreteRows.discriminator(occurrence, rows));
        }
        return new HierarchyRows<>(collector.columns, position, collector.branches);
    }

    private static final class Collector<E> {
        private final List<Expression<?>> columns = new ArrayList<>();
        private final List<Branch<? extends E>> branches = new ArrayList<>();

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
            List<Integer> positions = new ArrayList<>(inherited);
            List<? extends Column<?>> mapped = occurrence.mappedColumns();
            for (Column<?> column : mapped.subList(inherited.size(), mapped.size())) {
                positions.add(place(column));
            }
            add(occurrence, positions);
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
