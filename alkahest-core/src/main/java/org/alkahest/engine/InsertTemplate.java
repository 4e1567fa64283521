package org.alkahest.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.alkahest.compile.StatementKey;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Parameter;
import org.alkahest.sql.SqlNode;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * The one row of an INSERT, of which a statement of several is made. Its values are parameters, named apart per row, or
 * are the same in every row because they have none.
 *
 * @param insert the INSERT, in which the statement's own values are parameters too
 * @param names the parameters, the statement's own values last
 * @param constants the statement's own values
 */
record InsertTemplate(Insert insert, List<String> names, List<@Nullable Object> constants) {
    private static final String CONSTANT = "constant ";

    /** Null where a value is neither a parameter nor a value, and yet has one inside. */
    static @Nullable InsertTemplate of(Insert insert) {
        Set<String> names = new LinkedHashSet<>();
        List<@Nullable Object> constants = new ArrayList<>();
        List<String> constantNames = new ArrayList<>();
        List<Expression<?>> row = new ArrayList<>();
        for (Expression<?> value : insert.rows().get(0)) {
            if (value instanceof Literal<?> literal) {
                String name = CONSTANT + constants.size();
                constantNames.add(name);
                constants.add(literal.value());
                row.add(new Parameter<>(name, literal.type()));
            } else if (value instanceof Parameter<?> parameter) {
                names.add(parameter.name());
                row.add(parameter);
            } else if (hasValues(value)) {
                return null;
            } else {
                row.add(value);
            }
        }
        Insert template = new Insert(
                insert.table(), insert.columns(), List.of(row), null, insert.conflicts(), insert.extensions());
        if (hasOtherValues(template, row)) {
            return null;
        }
        List<String> all = new ArrayList<>(names);
        all.addAll(constantNames);
        return new InsertTemplate(template, all, constants);
    }

    /** Whether the program gives it. */
    static boolean isValue(Expression<?> expression) {
        return expression instanceof Literal<?> || expression instanceof Parameter<?>;
    }

    private static boolean hasValues(SqlNode node) {
        StatementKey.Walk walk = StatementKey.walk(node);
        return !walk.values().isEmpty() || !walk.isComplete();
    }

    /** What happens on a conflict happens once for all rows, so it cannot have a row's values. */
    private static boolean hasOtherValues(Insert template, List<Expression<?>> row) {
        long own = row.stream().filter(Parameter.class::isInstance).count();
        StatementKey.Walk walk = StatementKey.walk(template);
        return walk.values().size() != own || !walk.isComplete();
    }

    /** The values of one row, its parameters named after its number. */
    List<Expression<?>> row(int number) {
        List<Expression<?>> row = new ArrayList<>();
        for (Expression<?> value : insert.rows().get(0)) {
            row.add(value instanceof Parameter<?> parameter ? inRow(parameter, number) : value);
        }
        return row;
    }

    private static <T> Parameter<T> inRow(Parameter<T> parameter, int number) {
        SqlType<T> type = parameter.type();
        return new Parameter<>(number + " " + parameter.name(), type);
    }

    /** The position among the names of the parameter that a column is set to, or -1. */
    int parameterOf(ColumnRef<?> column) {
        int index = insert.columns().indexOf(column);
        return index >= 0 && insert.rows().get(0).get(index) instanceof Parameter<?> parameter
                ? names.indexOf(parameter.name())
                : -1;
    }

    /** The value of a name in a row. */
    @Nullable
    Object value(ParameterRows rows, int row, int name, int[] places) {
        int own = name - (names.size() - constants.size());
        return own < 0 ? rows.value(row, places[name]) : constants.get(own);
    }
}
