package org.alkahest.reflect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.schema.Column;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.Table;
import org.alkahest.schema.TableBuilder;
import org.alkahest.sql.Expression;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.OrderItem.Direction;
import org.alkahest.sql.OrderItem.Nulls;
import org.alkahest.sql.RawExpression;
import org.alkahest.sql.TextTemplate;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Makes tables of what a database describes. Their foreign keys refer to each other's columns; defaults, checks and what is
 * computed are the database's own words, so that the tables can be created again on a database of that kind. Options of one
 * database are not carried over: they stay in {@link ReflectedTable#options}.
 */
public final class ReflectedTables {
    private final Map<ObjectName, Table> made = new HashMap<>();

    private ReflectedTables() {}

    /** The tables, in the order given. Using a foreign key to a table that is not among them errors with ALK-1612. */
    public static List<Table> toTables(Collection<ReflectedTable> reflected) {
        ReflectedTables tables = new ReflectedTables();
        List<Table> all = new ArrayList<>();
        for (ReflectedTable table : reflected) {
            Table one = tables.make(table);
            tables.made.put(table.name(), one);
            all.add(one);
        }
        return all;
    }

    /** The tables that foreign keys refer to and that are not among these. */
    public static Set<ObjectName> missingTargets(Collection<ReflectedTable> reflected) {
        Set<ObjectName> present = new HashSet<>();
        reflected.forEach(table -> present.add(table.name()));
        Set<ObjectName> missing = new LinkedHashSet<>();
        for (ReflectedTable table : reflected) {
            for (ReflectedForeignKey key : table.foreignKeys()) {
                if (!present.contains(key.target())) {
                    missing.add(key.target());
                }
            }
        }
        return missing;
    }

    private Table make(ReflectedTable reflected) {
        String schema = reflected.name().schema();
        TableBuilder builder = schema == null
                ? Table.named(reflected.name().name())
                : Table.named(schema, reflected.name().name());
        List<String> keyColumns = reflected.primaryKey() == null
                ? List.of()
                : reflected.primaryKey().columns();
        for (ReflectedColumn column : reflected.columns()) {
            builder.column(column.name(), column.type(), column.options(keyColumns.contains(column.name())));
        }
        for (ReflectedKey unique : reflected.uniques()) {
            builder.constraint(table -> new Constraint.Unique(unique.name(), columns(table, unique.columns())));
        }
        for (ReflectedCheck check : reflected.checks()) {
            builder.constraint(
                    table -> new Constraint.Check(check.name(), verbatim(check.condition(), SqlTypes.BOOLEAN)));
        }
        for (ReflectedForeignKey key : reflected.foreignKeys()) {
            builder.foreignKey((Table table) -> new ForeignKey(
                    key.name(),
                    columns(table, key.columns()),
                    () -> columns(target(reflected, key), key.targetColumns()),
                    key.onDelete(),
                    key.onUpdate()));
        }
        for (ReflectedIndex index : reflected.indexes()) {
            builder.index((Table table) -> index(table, index));
        }
        if (reflected.comment() != null) {
            builder.comment(reflected.comment());
        }
        return builder.build();
    }

    private Table target(ReflectedTable from, ReflectedForeignKey key) {
        Table target = made.get(key.target());
        if (target == null) {
            throw new AlkahestArgumentException(
                    "ALK-1612",
                    "Cannot follow the foreign key " + key.columns() + " of reflected table '" + from.name()
                            + "': it refers to '" + key.target()
                            + "', which was not reflected with it. Reflect both together.");
        }
        return target;
    }

    private static Index index(Table table, ReflectedIndex index) {
        List<OrderItem> items = new ArrayList<>();
        for (ReflectedIndex.Item item : index.items()) {
            Expression<?> expression =
                    item.isExpression() ? verbatim(item.text(), SqlTypes.OTHER) : table.column(item.text());
            Boolean first = item.nullsFirst();
            items.add(new OrderItem(
                    expression,
                    item.descending() ? Direction.DESC : Direction.ASC,
                    first == null ? Nulls.DEFAULT : first ? Nulls.FIRST : Nulls.LAST));
        }
        Index made = new Index(index.name(), items, index.unique());
        @Nullable String where = index.where();
        if (where != null) {
            made = made.where(verbatim(where, SqlTypes.BOOLEAN));
        }
        return made.include(columns(table, index.include()).toArray(new Column<?>[0]));
    }

    private static List<Column<?>> columns(Table table, List<String> names) {
        List<Column<?>> columns = new ArrayList<>();
        names.forEach(name -> columns.add(table.column(name)));
        return columns;
    }

    /** The database's words as they are: a colon in them is no parameter. */
    static <T> Expression<T> verbatim(String sql, SqlType<T> type) {
        return new RawExpression<>(new TextTemplate(List.of(sql), List.of()), type);
    }
}
