package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A function that gives rows, in FROM: {@code generate_series(1, 5) AS g (n)}. Made by {@link FunctionCall#asTable}. Its
 * arguments may name what stands before it in FROM. Immutable.
 *
 * @param columns what the statement says of the function's columns
 * @param ordinality the name of a column that numbers the rows from 1, or null
 */
public record TableFunction(
        FunctionCall<?> call,
        String alias,
        List<Field<?>> fields,
        Columns columns,
        @Nullable String ordinality) implements FromItem {
    public TableFunction {
        Objects.requireNonNull(call, "call is null");
        Objects.requireNonNull(alias, "alias is null");
        Objects.requireNonNull(columns, "columns is null");
        fields = List.copyOf(fields);
        if (columns == Columns.TYPED && fields.isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1130",
                    "Cannot give the columns of '" + alias + "' types: it has no field. Name its columns with"
                            + " asTable(alias, fields).");
        }
    }

    /** What a statement says of a function's columns. */
    public enum Columns {
        /** Nothing: the fields are names that the function gives. */
        OWN,
        /** Names: {@code AS g (n)}. */
        RENAMED,
        /** Names and types, of a function that gives rows of any columns: {@code AS t (a INTEGER, b TEXT)}. */
        TYPED
    }

    /** The same, giving its columns the names of the fields. */
    public TableFunction renamingColumns() {
        return new TableFunction(call, alias, fields, Columns.RENAMED, ordinality);
    }

    /**
     * The same, telling the database names and types of the columns, for functions whose rows have any columns: {@code
     * jsonb_to_recordset(…) AS t (a INTEGER, b TEXT)} on PostgreSQL, {@code OPENJSON(…) WITH (a INT, b NVARCHAR(MAX)) AS t}
     * on SQL Server. Errors with ALK-1130 if there is no field.
     */
    public TableFunction withColumnTypes() {
        return new TableFunction(call, alias, fields, Columns.TYPED, ordinality);
    }

    /** The same with a column that numbers the rows from 1; the columns get the names of the fields. */
    public TableFunction withOrdinality(String name) {
        Columns told = columns == Columns.TYPED ? Columns.TYPED : Columns.RENAMED;
        return new TableFunction(call, alias, fields, told, Objects.requireNonNull(name, "name is null"));
    }

    /** The column of a field; errors with ALK-1105 if it is not one of these. */
    public <T> ColumnRef<T> column(Field<T> field) {
        return column(field.name(), field.type());
    }

    /** The column of a name; errors with ALK-1105 if there is none. */
    public <T> ColumnRef<T> column(String name, SqlType<T> type) {
        return FieldColumn.of(this, alias, fields, name, type);
    }

    /** The column that numbers the rows; errors with ALK-1105 unless asked for by {@link #withOrdinality}. */
    public ColumnRef<Long> ordinalityColumn() {
        if (ordinality == null) {
            throw new AlkahestArgumentException(
                    "ALK-1105",
                    "Cannot take the row number of '" + alias + "': it has none. Add withOrdinality(name).");
        }
        return new FieldColumn<>(this, alias, ordinality, SqlTypes.BIGINT);
    }

    /** The names of all columns, in order. */
    public List<String> columnNames() {
        List<String> names = new ArrayList<>();
        fields.forEach(field -> names.add(field.name()));
        if (ordinality != null) {
            names.add(ordinality);
        }
        return names;
    }

    @Override
    public void describe(Description description) {
        description
                .add(TableFunction.class)
                .add(alias)
                .add(fields)
                .add(columns)
                .add(ordinality)
                .child(call);
    }

    @Override
    public TableFunction mapChildren(NodeMapper mapper) {
        return new TableFunction(mapper.map(call), alias, fields, columns, ordinality);
    }

    @Override
    @SuppressWarnings("unchecked") // only a column of BIGINT is the row number
    public <T> ColumnRef<T> correspondingColumn(ColumnRef<T> column) {
        return column.name().equals(ordinality)
                ? (ColumnRef<T>) ordinalityColumn()
                : column(column.name(), column.type());
    }
}
