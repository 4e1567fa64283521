package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A table that is known by its name and some of its columns: for a statement on a table that nobody has described. Made by
 * {@link Sql#table}. Immutable.
 *
 * @param schema the schema, or null for the connection's own
 * @param alias the name of this occurrence, or null for the table's own
 */
public record LightweightTable(
        @Nullable String schema, String name, @Nullable String alias, List<Field<?>> fields) implements TableRef {
    public LightweightTable {
        Objects.requireNonNull(name, "name is null");
        fields = List.copyOf(fields);
    }

    /** The same table in a schema. */
    public LightweightTable in(String newSchema) {
        return new LightweightTable(Objects.requireNonNull(newSchema, "newSchema is null"), name, alias, fields);
    }

    @Override
    public LightweightTable as(String newAlias) {
        return new LightweightTable(schema, name, Objects.requireNonNull(newAlias, "newAlias is null"), fields);
    }

    /** The column of a field; errors with ALK-1105 if it is not one of these. */
    public <T> ColumnRef<T> column(Field<T> field) {
        return column(field.name(), field.type());
    }

    /** The column of a name; errors with ALK-1105 if there is none. */
    public <T> ColumnRef<T> column(String columnName, SqlType<T> type) {
        return FieldColumn.of(this, correlationName(), fields, columnName, type);
    }

    @Override
    public List<ColumnRef<?>> columns() {
        return fields.stream().<ColumnRef<?>>map(this::column).toList();
    }

    @Override
    public List<ForeignKeyRef> foreignKeys() {
        return List.of();
    }

    /** Errors always: the compiler writes tables itself. */
    @Override
    public void render(RenderContext context) {
        throw new IllegalStateException("The compiler renders tables itself: " + this);
    }

    @Override
    public String toString() {
        return TableName.of(this).toString();
    }
}
