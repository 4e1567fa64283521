package org.alkahest.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.alkahest.compile.Compiled;
import org.alkahest.compile.StatementKey;
import org.alkahest.compile.StatementKey.NamedSlot;
import org.alkahest.compile.Styles.RowMatch;
import org.alkahest.dialect.Dialect;
import org.alkahest.sql.Assignment;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Field;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Merge;
import org.alkahest.sql.MergeBranch;
import org.alkahest.sql.Parameter;
import org.alkahest.sql.Returning;
import org.alkahest.sql.Sql;
import org.alkahest.sql.Statement;
import org.alkahest.sql.ValuesTable;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of so many rows, compiled: of its placeholders each is one row's value of one name. It holds no value. Immutable.
 */
final class InsertPage {
    private static final String SOURCE = "given";
    private static final Field<Integer> NUMBER = new Field<>("n", SqlTypes.INTEGER);

    private final Compiled compiled;
    private final int[] rows;
    private final int[] names;

    private InsertPage(Compiled compiled, int[] rows, int[] names) {
        this.compiled = compiled;
        this.rows = rows;
        this.names = names;
    }

    /** @param returned the columns that are given back; behind the row's number where rows are numbered */
    static InsertPage of(
            InsertTemplate template,
            RowMatch match,
            List<? extends Expression<?>> returned,
            int size,
            Dialect dialect) {
        Statement statement = switch (match) {
            case NUMBERED -> numbered(template, returned, size);
            case ASCENDING, EQUAL_VALUES ->
                new Returning<>(plain(template, size), Sql.selectRow(returned).selection());
            case COUNTED -> plain(template, size);
            case NONE -> throw new IllegalStateException("Its rows are inserted one by one");
        };
        StatementKey.Walk walk = StatementKey.walk(statement);
        Compiled compiled = dialect.sqlCompiler().compile(statement, walk);
        int[] rows = new int[compiled.binds().size()];
        int[] names = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            NamedSlot slot = (NamedSlot) Objects.requireNonNull(
                    walk.values().get(compiled.binds().get(i).slot()));
            int space = slot.name().indexOf(' ');
            rows[i] = Integer.parseInt(slot.name().substring(0, space));
            names[i] = template.names().indexOf(slot.name().substring(space + 1));
        }
        return new InsertPage(compiled, rows, names);
    }

    private static Insert plain(InsertTemplate template, int size) {
        Insert insert = template.insert();
        List<List<Expression<?>>> rows = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            rows.add(template.row(row));
        }
        return new Insert(insert.table(), insert.columns(), rows, null, insert.conflicts(), insert.extensions());
    }

    /** The number of a row comes back with it, whatever triggers and defaults do: nothing is read off any order. */
    private static Statement numbered(InsertTemplate template, List<? extends Expression<?>> returned, int size) {
        Insert insert = template.insert();
        List<Expression<?>> values = insert.rows().get(0);
        List<Field<?>> fields = new ArrayList<>(List.of(NUMBER));
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Parameter<?> parameter) {
                fields.add(new Field<>("c" + i, parameter.type()));
            }
        }
        List<List<Expression<?>>> rows = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            List<Expression<?>> cells = new ArrayList<>(List.of(Sql.inline(row)));
            template.row(row).stream().filter(Parameter.class::isInstance).forEach(cells::add);
            rows.add(cells);
        }
        ValuesTable source = new ValuesTable(SOURCE, fields, rows);
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Expression<?> value = values.get(i) instanceof Parameter<?> parameter
                    ? source.column("c" + i, parameter.type())
                    : values.get(i);
            assignments.add(new Assignment.OfColumn(insert.columns().get(i), value));
        }
        Merge merge = new Merge(
                insert.table(),
                source,
                Sql.inline(0).eq(Sql.inline(1)),
                List.of(new MergeBranch(
                        MergeBranch.Match.NOT_MATCHED, null, new MergeBranch.Action.Insert(assignments))),
                List.of());
        List<Expression<?>> all = new ArrayList<>();
        all.add(source.column(NUMBER));
        all.addAll(returned);
        return new Returning<>(merge, Sql.selectRow(all).selection());
    }

    Compiled compiled() {
        return compiled;
    }

    /** Binds the values of rows from one on. */
    void bind(
            PreparedStatement target,
            InsertTemplate template,
            ParameterRows given,
            int from,
            int[] places,
            Codecs codecs)
            throws SQLException {
        for (int i = 0; i < rows.length; i++) {
            Object value = template.value(given, from + rows[i], names[i], places);
            BoundStatement.write(target, i + 1, compiled.binds().get(i), value, codecs, compiled.sql());
        }
    }

    /** The values in the order of the placeholders. */
    List<@Nullable Object> values(InsertTemplate template, ParameterRows given, int from, int[] places) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            values.add(template.value(given, from + rows[i], names[i], places));
        }
        return values;
    }
}
