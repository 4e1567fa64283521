package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * {@code (VALUES (…), (…)) AS alias (fields)}: rows given in the statement, for FROM (SQL:2023 part 2, 7.3). Made by
 * {@link Sql#values}; the number of rows is part of the statement's structure. Immutable.
 */
public record ValuesTable(String alias, List<Field<?>> fields, List<List<Expression<?>>> rows) implements FromItem {
    public ValuesTable {
        Objects.requireNonNull(alias, "alias is null");
        fields = List.copyOf(fields);
        rows = rows.stream().<List<Expression<?>>>map(List::copyOf).toList();
        if (fields.isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1161", "Cannot make the list of values '" + alias + "': it has no field. Give at least one.");
        }
    }

    /** The same with one more row: a value per field, or an expression, or null. Errors with ALK-1161 if they do not fit. */
    public ValuesTable row(@Nullable Object... values) {
        if (values.length != fields.size()) {
            throw new AlkahestArgumentException(
                    "ALK-1161",
                    "Cannot add row " + (rows.size() + 1) + " to '" + alias + "': it has " + values.length
                            + " values for " + fields.size() + " fields. Give one per field.");
        }
        List<Expression<?>> row = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            row.add(values[i] instanceof Expression<?> expression ? expression : literal(fields.get(i), values[i]));
        }
        List<List<Expression<?>>> all = new ArrayList<>(rows);
        all.add(row);
        return new ValuesTable(alias, fields, all);
    }

    @SuppressWarnings("unchecked") // the class is checked here
    private <T> Literal<T> literal(Field<T> field, @Nullable Object value) {
        if (value != null && !field.type().javaType().isInstance(value)) {
            throw new AlkahestArgumentException(
                    "ALK-1161",
                    "Cannot set '" + field.name() + "' in row " + (rows.size() + 1) + " of '" + alias
                            + "': the field is "
                            + field.type() + " and takes "
                            + field.type().javaType().getSimpleName() + ", not "
                            + value.getClass().getSimpleName() + ". Convert the value.");
        }
        return new Literal<>((T) value, field.type());
    }

    /** The column of a field; errors with ALK-1105 if it is not one of these. */
    public <T> ColumnRef<T> column(Field<T> field) {
        return column(field.name(), field.type());
    }

    /** The column of a name; errors with ALK-1105 if there is none. */
    public <T> ColumnRef<T> column(String name, SqlType<T> type) {
        return FieldColumn.of(this, alias, fields, name, type);
    }

    /** All rows as a query, for set operations, {@code with} and INSERT. */
    public Select<Row> select() {
        List<Selectable<?>> columns = new ArrayList<>();
        fields.forEach(field -> columns.add(column(field)));
        return Sql.selectRow(columns).from(this);
    }

    @Override
    public void describe(Description description) {
        description.add(ValuesTable.class).add(alias).add(fields).add(rows.size());
        for (List<Expression<?>> row : rows) {
            description.children(row);
        }
    }

    @Override
    public ValuesTable mapChildren(NodeMapper mapper) {
        return new ValuesTable(alias, fields, rows.stream().map(mapper::mapAll).toList());
    }

    @Override
    public <T> ColumnRef<T> correspondingColumn(ColumnRef<T> column) {
        return column(column.name(), column.type());
    }
}
