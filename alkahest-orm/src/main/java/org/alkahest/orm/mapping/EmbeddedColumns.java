package org.alkahest.orm.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.alkahest.schema.Column;
import org.alkahest.sql.ColumnGroup;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Logical;
import org.alkahest.sql.SelectableExtension;
import org.alkahest.type.Decoder;
import org.alkahest.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an embeddable as one value: to be selected, compared and set. A value whose parts are all null is in the
 * database what null is. Immutable.
 *
 * @param <T> the embeddable
 */
public final class EmbeddedColumns<T> implements SelectableExtension<T>, ColumnGroup<T> {
    private final String name;
    private final Class<T> type;
    private final List<Column<?>> columns;
    private final Reader<T> reader;
    private final Function<? super T, @Nullable Object[]> parts;

    EmbeddedColumns(
            String name,
            Class<T> type,
            List<Column<?>> columns,
            Reader<T> reader,
            Function<? super T, @Nullable Object[]> parts) {
        this.name = name;
        this.type = type;
        this.columns = List.copyOf(columns);
        this.reader = reader;
        this.parts = parts;
    }

    /** Makes an embeddable of a row in which the owner's columns begin at a position. */
    @FunctionalInterface
    public interface Reader<T> {
        @Nullable
        T read(RowReader row, int position);
    }

    /** The embeddable's class. */
    public Class<T> type() {
        return type;
    }

    @Override
    public List<Column<?>> columns() {
        return columns;
    }

    @Override
    public List<@Nullable Object> valuesOf(T value) {
        return Arrays.asList(parts.apply(value));
    }

    @Override
    public List<Column<?>> expressions() {
        return columns;
    }

    @Override
    public Decoder<T> decoder(int position, DecodeScope scope) {
        int owner = position - EntityTable.position(columns.get(0));
        return row -> reader.read(row, owner);
    }

    /** That each part is the value's; a part that is null is NULL in the row. */
    public Expression<Boolean> eq(T value) {
        List<@Nullable Object> values = valuesOf(value);
        List<Expression<Boolean>> terms = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            terms.add(equal(columns.get(i), values.get(i)));
        }
        return Logical.of(Logical.Connective.AND, terms);
    }

    /** That a part is not the value's, NULL counting as a value of its own. */
    public Expression<Boolean> ne(T value) {
        List<@Nullable Object> values = valuesOf(value);
        List<Expression<Boolean>> terms = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            terms.add(distinct(columns.get(i), values.get(i)));
        }
        return Logical.of(Logical.Connective.OR, terms);
    }

    /** That it is one of the values; of none nothing is. */
    public Expression<Boolean> in(Collection<? extends T> values) {
        List<Expression<Boolean>> terms = new ArrayList<>();
        values.forEach(value -> terms.add(eq(value)));
        return Logical.of(Logical.Connective.OR, terms);
    }

    /** That every part is NULL, so that an object has null there. */
    public Expression<Boolean> isNull() {
        List<Expression<Boolean>> terms = new ArrayList<>();
        columns.forEach(column -> terms.add(column.isNull()));
        return Logical.of(Logical.Connective.AND, terms);
    }

    /** That some part is not NULL. */
    public Expression<Boolean> isNotNull() {
        List<Expression<Boolean>> terms = new ArrayList<>();
        columns.forEach(column -> terms.add(column.isNotNull()));
        return Logical.of(Logical.Connective.OR, terms);
    }

    @SuppressWarnings("unchecked") // a part of a value has its column's type
    private static <C> Expression<Boolean> equal(Column<C> column, @Nullable Object value) {
        return value == null ? column.isNull() : column.eq(new Literal<>((C) value, column.type()));
    }

    @SuppressWarnings("unchecked") // a part of a value has its column's type
    private static <C> Expression<Boolean> distinct(Column<C> column, @Nullable Object value) {
        return value == null
                ? column.isNotNull()
                : column.isDistinctFromValueOf(new Literal<>((C) value, column.type()));
    }

    @Override
    public String toString() {
        return name;
    }
}
