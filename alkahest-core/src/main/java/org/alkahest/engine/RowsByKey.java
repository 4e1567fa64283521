package org.alkahest.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.alkahest.schema.Column;
import org.alkahest.schema.Table;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Inlined;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Parameter;
import org.alkahest.sql.Select;
import org.alkahest.sql.Selectable;
import org.alkahest.sql.Sql;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an INSERT makes, to be selected by primary key afterwards: each column of the key is set to a value, but for
 * one at most, which the database numbers.
 *
 * @param numbered the column of the key that the database numbers, or null
 */
record RowsByKey(Insert insert, Table table, @Nullable Column<?> numbered) {
    /** Empty unless the keys of all rows can be known: not those of a query, nor of rows that may not be inserted. */
    static Optional<RowsByKey> of(Insert insert, Selectable<?> wanted) {
        if (!(insert.table() instanceof Table table)
                || table.primaryKey().isEmpty()
                || insert.query() != null
                || !insert.conflicts().isEmpty()
                || !insert.extensions().isEmpty()
                || !wanted.expressions().stream().allMatch(column -> isOf(table, column))) {
            return Optional.empty();
        }
        Column<?> numbered = null;
        for (Column<?> key : table.primaryKey()) {
            int index = insert.columns().indexOf(key);
            if (index < 0 && (numbered != null || !key.isGenerated())) {
                return Optional.empty();
            }
            if (index < 0) {
                numbered = key;
            } else if (!insert.rows().stream().allMatch(row -> isValue(row.get(index)))) {
                return Optional.empty();
            }
        }
        return Optional.of(new RowsByKey(insert, table, numbered));
    }

    private static boolean isOf(Table table, Expression<?> wanted) {
        return wanted instanceof ColumnRef<?> column && column.owner().equals(table);
    }

    /** Whether the program knows it before the row is there. */
    private static boolean isValue(Expression<?> given) {
        return switch (given) {
            case Literal<?> literal -> literal.value() != null;
            case Inlined<?> inlined -> inlined.value() != null;
            case Parameter<?> parameter -> true;
            default -> false;
        };
    }

    /** Errors with ALK-1038 if a parameter in the key is NULL: the database would number the row, or refuse it. */
    void requireKeys(ParameterRows parameters, int row) {
        for (List<Expression<?>> values : insert.rows()) {
            for (Column<?> key : table.primaryKey()) {
                if (given(values, key) instanceof Parameter<?> parameter
                        && parameters.names().contains(parameter.name())
                        && value(parameters, row, parameter) == null) {
                    throw new AlkahestArgumentException(
                            "ALK-1038",
                            "Cannot give what the database put into the row of '" + table.name()
                                    + "': its key is needed to select it afterwards, and the parameter '"
                                    + parameter.name() + "' of the column '" + key.name()
                                    + "' is null. Give it a value, or leave the column out if the database numbers"
                                    + " it.");
                }
            }
        }
    }

    /** The query of each row, in order, with the parameters of the INSERT that it needs. */
    <R> List<Lookup<R>> lookups(Selectable<R> wanted, List<?> numbers, ParameterRows parameters, int row) {
        List<Lookup<R>> lookups = new ArrayList<>();
        List<List<Expression<?>>> rows = insert.rows().isEmpty() ? List.of(List.of()) : insert.rows();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, @Nullable Object> used = new TreeMap<>();
            Select<R> query = Sql.select(wanted).from(table);
            for (Column<?> key : table.primaryKey()) {
                Expression<?> value = key.equals(numbered) ? literal(key, numbers.get(i)) : given(rows.get(i), key);
                if (value instanceof Parameter<?> parameter) {
                    used.put(parameter.name(), value(parameters, row, parameter));
                }
                query = query.where(equal(key, value));
            }
            lookups.add(new Lookup<>(query, used));
        }
        return lookups;
    }

    private static @Nullable Object value(ParameterRows parameters, int row, Parameter<?> parameter) {
        return parameters.value(row, parameters.names().indexOf(parameter.name()));
    }

    private @Nullable Expression<?> given(List<Expression<?>> row, Column<?> key) {
        int index = insert.columns().indexOf(key);
        return index < 0 ? null : row.get(index);
    }

    @SuppressWarnings("unchecked") // the number was read by the column's type
    private static <T> Literal<T> literal(Column<T> column, Object number) {
        return new Literal<>((T) number, column.type());
    }

    @SuppressWarnings("unchecked") // the INSERT sets the column to it
    private static <T> Expression<Boolean> equal(Column<T> column, @Nullable Expression<?> value) {
        return column.eq((Expression<? extends T>) Objects.requireNonNull(value));
    }

    /** A query of one row. */
    record Lookup<R>(Select<R> query, Map<String, @Nullable Object> parameters) {}
}
