package org.alkahest.orm.mapping;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.alkahest.schema.Column;
import org.alkahest.sql.Comparison;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.ImplicitJoin;
import org.alkahest.sql.InExpressions;
import org.alkahest.sql.Inlined;
import org.alkahest.sql.JoinClause;
import org.alkahest.sql.NestedJoin;
import org.alkahest.sql.TableRef;

/** What is known of a hierarchy beyond one class: its subclasses, from the index of its module. */
final class Hierarchies {
    private Hierarchies() {}

    /** The canonical tables of the direct subclasses of a class, in the order of their names. */
    @SuppressWarnings("unchecked") // the index has subclasses of the class
    static <E> List<EntityTable<? extends E>> subclasses(EntityTable<E> canonical) {
        List<EntityTable<? extends E>> tables = new ArrayList<>();
        for (Class<?> subclass : EntityIndex.subclasses(canonical.mapping().entityClass())) {
            tables.add((EntityTable<? extends E>) Mappings.table(subclass));
        }
        return tables;
    }

    /** A class and everything below it, each class before its subclasses. */
    static <E> List<EntityTable<? extends E>> family(EntityTable<E> canonical) {
        List<EntityTable<? extends E>> family = new ArrayList<>();
        collect(canonical, family);
        return family;
    }

    private static <E, S extends E> void collect(EntityTable<S> canonical, List<EntityTable<? extends E>> family) {
        family.add(canonical);
        for (EntityTable<? extends S> subclass : subclasses(canonical)) {
            collect(subclass, family);
        }
    }

    /** {@code discriminator IN (…)} for the rows of a class and its subclasses; constants, which planners like to know. */
    static Expression<Boolean> restriction(EntityTable<?> canonical, Column<?> discriminator) {
        List<Expression<?>> values = new ArrayList<>();
        for (EntityTable<?> table : family(canonical)) {
            Object value = table.lineage().value();
            if (value != null) {
                values.add(constant(discriminator, value));
            }
        }
        return values.size() == 1
                ? new Comparison(Comparison.Operator.EQUAL, discriminator, values.get(0))
                : new InExpressions(discriminator, values, false);
    }

    @SuppressWarnings("unchecked") // a discriminator's values are of its type
    private static <T> Expression<T> constant(Column<T> discriminator, Object value) {
        return new Inlined<>((T) value, discriminator.type());
    }

    /** A table, in parentheses with the superclasses' tables that some columns are in. */
    static FromItem with(EntityTable<?> table, List<? extends Column<?>> columns) {
        Deque<TableRef> way = new ArrayDeque<>();
        TableRef each = columns.get(0).owner();
        for (ImplicitJoin join = each.implicitJoin(); !each.equals(table) && join != null; join = each.implicitJoin()) {
            way.push(each);
            each = join.source();
        }
        FromItem item = table;
        for (TableRef next : way) {
            ImplicitJoin join = Objects.requireNonNull(next.implicitJoin(), "a table on the way joins itself");
            item = new NestedJoin(item, JoinClause.Kind.INNER, next, join.on());
        }
        return item;
    }
}
