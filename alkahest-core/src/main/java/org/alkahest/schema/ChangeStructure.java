package org.alkahest.schema;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.sql.ColumnRef;
import org.jspecify.annotations.Nullable;

/**
 * What the SQL of a change depends on besides the name of its table: the columns, which of them number themselves or are
 * computed, the unique keys, and the options about statements. Made once per table, with its hash. Immutable.
 */
final class ChangeStructure {
    private final List<Object> parts;
    private final int hash;

    private ChangeStructure(List<Object> parts) {
        this.parts = parts;
        this.hash = parts.hashCode();
    }

    static ChangeStructure of(Table table) {
        List<Object> parts = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            parts.add(new ColumnPart(
                    column.name(),
                    column.options().identity(),
                    column.options().computed() != null,
                    column.isPrimaryKey(),
                    column.options().isUnique()));
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Unique unique) {
                parts.add(unique.columns().stream().map(Column::name).toList());
            }
        }
        for (Index index : table.indexes()) {
            if (index.unique()) {
                parts.add(names(index));
            }
        }
        table.tableOptions().all().stream()
                .filter(TableOption::isAboutStatements)
                .forEach(parts::add);
        return new ChangeStructure(List.copyOf(parts));
    }

    /** The indexed columns; expressions are no key that a row could be found by. */
    private static List<String> names(Index index) {
        return index.items().stream()
                .map(item -> item.expression() instanceof ColumnRef<?> column ? column.name() : "()")
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ChangeStructure that && hash == that.hash && parts.equals(that.parts));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return parts.toString();
    }

    private record ColumnPart(
            String name, ColumnOptions.@Nullable Identity identity, boolean computed, boolean key, boolean unique) {}
}
