package org.alkahest.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.alkahest.sql.Expression;
import org.alkahest.sql.OrderTerm;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a table; {@link #build} makes it. One thread at a time. */
public final class TableBuilder {
    private final @Nullable String schema;
    private final String name;
    private final List<Consumer<Table>> parts = new ArrayList<>();

    TableBuilder(@Nullable String schema, String name) {
        this.schema = schema;
        this.name = name;
    }

    /** Adds a nullable column. */
    public TableBuilder column(String columnName, SqlType<?> type) {
        return column(columnName, type, ColumnOptions.nullable());
    }

    public TableBuilder column(String columnName, SqlType<?> type, ColumnOptions options) {
        parts.add(table -> table.column(columnName, type, options));
        return this;
    }

    /** Adds a foreign key of one column. */
    public TableBuilder foreignKey(String column, Supplier<? extends Column<?>> target) {
        parts.add(table -> table.foreignKey(table.column(column), target));
        return this;
    }

    /** Adds a foreign key of columns, with what happens to referring rows. */
    public TableBuilder foreignKey(
            List<String> columns,
            Supplier<? extends List<? extends Column<?>>> target,
            ForeignKey.Action onDelete,
            ForeignKey.Action onUpdate) {
        return foreignKey(null, columns, target, onDelete, onUpdate);
    }

    /** The same with a name of the constraint, or null for the naming convention's. */
    public TableBuilder foreignKey(
            @Nullable String constraintName,
            List<String> columns,
            Supplier<? extends List<? extends Column<?>>> target,
            ForeignKey.Action onDelete,
            ForeignKey.Action onUpdate) {
        parts.add(table -> table.foreignKey(
                new ForeignKey(constraintName, columnsOf(table, columns), target, onDelete, onUpdate)));
        return this;
    }

    public TableBuilder unique(String... columns) {
        parts.add(table -> table.constraint(new Constraint.Unique(null, columnsOf(table, Arrays.asList(columns)))));
        return this;
    }

    /** Adds a check; the function builds its condition from the table's columns. */
    public TableBuilder check(String constraintName, Function<Table, Expression<Boolean>> condition) {
        parts.add(table -> table.constraint(new Constraint.Check(constraintName, condition.apply(table))));
        return this;
    }

    public TableBuilder index(String indexName, boolean unique, String... columns) {
        parts.add(table -> table.index(new Index(
                indexName,
                columnsOf(table, Arrays.asList(columns)).stream()
                        .map(OrderTerm::toOrderItem)
                        .toList(),
                unique)));
        return this;
    }

    /** Adds an index that the function builds from the table's columns. */
    public TableBuilder index(Function<Table, Index> index) {
        parts.add(table -> table.index(index.apply(table)));
        return this;
    }

    /** Adds a unique or check constraint that the function builds from the table's columns. */
    public TableBuilder constraint(Function<Table, Constraint> constraint) {
        parts.add(table -> table.constraint(constraint.apply(table)));
        return this;
    }

    /** Adds a foreign key that the function builds from the table's columns. */
    public TableBuilder foreignKey(Function<Table, ForeignKey> key) {
        parts.add(table -> table.foreignKey(key.apply(table)));
        return this;
    }

    /** Adds an option of one database; {@link #build} errors with ALK-1320 if it conflicts with another. */
    public TableBuilder option(TableOption option) {
        return option(table -> option);
    }

    /** Adds an option of one database that the function builds from the table's columns. */
    public TableBuilder option(Function<Table, ? extends TableOption> option) {
        parts.add(table -> table.option(option.apply(table)));
        return this;
    }

    /** Adds an option of the primary key; {@link #build} errors with ALK-1320 if it conflicts with another. */
    public TableBuilder primaryKeyOption(ConstraintOption option) {
        return primaryKeyOption(table -> option);
    }

    /** Adds an option of the primary key that the function builds from the table's columns. */
    public TableBuilder primaryKeyOption(Function<Table, ? extends ConstraintOption> option) {
        parts.add(table -> table.primaryKeyOption(option.apply(table)));
        return this;
    }

    /** Says what the table is for, to those who read the database. */
    public TableBuilder comment(String text) {
        parts.add(table -> table.comment(text));
        return this;
    }

    public Table build() {
        Table table = new Table(schema, name, null);
        parts.forEach(part -> part.accept(table));
        return table;
    }

    private static List<Column<?>> columnsOf(Table table, List<String> names) {
        List<Column<?>> columns = new ArrayList<>();
        for (String columnName : names) {
            columns.add(table.column(columnName));
        }
        return columns;
    }
}
