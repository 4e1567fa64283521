package org.alkahest.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.Feature;
import org.alkahest.compile.Styles.RowMatch;
import org.alkahest.compile.Styles.UpsertStyle;
import org.alkahest.schema.Column;
import org.alkahest.schema.InsertOption;
import org.alkahest.schema.Table;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Insert;
import org.alkahest.sql.OnConflict;
import org.alkahest.sql.Selectable;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;
import org.jspecify.annotations.Nullable;

/** Whether an INSERT of one row can be made one of several, and by what its rows are told apart. */
final class InsertPages {
    /** Values of these classes come back from the database equal to what they were. */
    private static final Set<Class<?>> EXACT =
            Set.of(Integer.class, Long.class, Short.class, Boolean.class, String.class, UUID.class, LocalDate.class);

    private static final int MAX_PAGE = 1 << 12;

    private InsertPages() {}

    /**
     * What was found.
     *
     * @param columns those that tell rows apart: the number, or values that the rows had
     * @param template the row that pages repeat; null where there is a reason
     * @param reason why not; empty for yes
     */
    record Choice(
            RowMatch match,
            List<ColumnRef<?>> columns,
            int pageSize,
            @Nullable InsertTemplate template,
            String reason) {
        static Choice not(String reason) {
            return new Choice(RowMatch.NONE, List.of(), 1, null, reason);
        }

        private static Choice by(RowMatch match, List<ColumnRef<?>> columns) {
            return new Choice(match, columns, 1, null, "");
        }
    }

    static Choice choose(DialectTraits traits, int pageSize, Insert insert, Selectable<?> keys) {
        String reason = reasonAgainst(traits, pageSize, insert, keys);
        if (reason != null) {
            return Choice.not(reason);
        }
        InsertTemplate template = InsertTemplate.of(insert);
        if (template == null) {
            return Choice.not("a value is an expression that has values inside, or what is done on a conflict has");
        }
        Choice choice = insert.conflicts().isEmpty() ? match(traits, insert, keys) : matchUpsert(traits, insert);
        if (!choice.reason().isEmpty()) {
            return choice;
        }
        int perRow = Math.max(1, template.names().size());
        int most = Math.min(Math.min(pageSize, MAX_PAGE), traits.maxParameters() / perRow);
        int size = Integer.highestOneBit(Math.max(1, most));
        if (size < InsertMethod.SMALLEST_PAGE) {
            return Choice.not("a row has too many columns for " + InsertMethod.SMALLEST_PAGE + " in one statement");
        }
        return new Choice(choice.match(), choice.columns(), size, template, "");
    }

    private static @Nullable String reasonAgainst(
            DialectTraits traits, int pageSize, Insert insert, Selectable<?> keys) {
        if (pageSize < InsertMethod.SMALLEST_PAGE) {
            return "the engine's insertPageSize is " + pageSize;
        }
        if (insert.table() instanceof Table table && table.tableOptions().has(InsertOption.ROW_BY_ROW)) {
            return "the table has the option ROW_BY_ROW";
        }
        if (traits.rowMatch() == RowMatch.NONE || !traits.has(Feature.MULTI_ROW_INSERT)) {
            return traits.dialect() + " does not tell apart the rows of one statement";
        }
        if (insert.query() != null
                || insert.rows().size() != 1
                || insert.columns().isEmpty()) {
            return "the statement has no row of values, or several";
        }
        if (!insert.extensions().isEmpty()) {
            return "the statement has SQL of its own";
        }
        boolean columns = keys.expressions().stream().allMatch(key -> key instanceof ColumnRef<?>);
        return columns ? null : "what is wanted is no column";
    }

    private static Choice match(DialectTraits traits, Insert insert, Selectable<?> keys) {
        List<ColumnRef<?>> key = keyColumns(insert);
        Column<?> numbered = numbered(insert);
        return switch (traits.rowMatch()) {
            case NUMBERED -> numbered(insert, key);
            case ASCENDING -> numbered != null ? Choice.by(RowMatch.ASCENDING, List.of(numbered)) : byKey(insert, key);
            case COUNTED ->
                numbered != null && keys.expressions().equals(List.of(numbered))
                        ? Choice.by(RowMatch.COUNTED, List.of(numbered))
                        : Choice.not("other columns are wanted than the one that the database numbers");
            case EQUAL_VALUES -> isExact(insert, key) ? byKey(insert, key) : byKey(insert, insert.columns());
            case NONE -> throw new IllegalStateException("Refused before");
        };
    }

    /** Parameters need a type there that the database can be told, which it cannot be of types that it has alone. */
    private static Choice numbered(Insert insert, List<ColumnRef<?>> key) {
        for (Expression<?> value : insert.rows().get(0)) {
            SqlType<?> type = value.type();
            SqlType<?> element = type.element();
            if (isOfVendor(type) || (element != null && isOfVendor(element))) {
                return isExact(insert, key)
                        ? byKey(insert, key)
                        : Choice.not("a parameter's type is one of this database alone: " + type);
            }
        }
        return Choice.by(RowMatch.NUMBERED, List.of());
    }

    private static boolean isOfVendor(SqlType<?> type) {
        return type.vendor() != null || type.name() == TypeName.OTHER;
    }

    private static Choice byKey(Insert insert, List<ColumnRef<?>> columns) {
        return isExact(insert, columns)
                ? Choice.by(RowMatch.EQUAL_VALUES, columns)
                : Choice.not("no column tells its rows apart: none is numbered in ascending order, and not all of "
                        + columns.stream().map(ColumnRef::name).toList() + " come back as they are given");
    }

    /** The rows of an upsert are told apart by the key that may conflict, which each has once. */
    private static Choice matchUpsert(DialectTraits traits, Insert insert) {
        OnConflict conflict = insert.conflicts().get(0);
        boolean keeps = conflict.assignments(insert.columns()).stream()
                .flatMap(assignment -> assignment.columns().stream())
                .noneMatch(conflict.columns()::contains);
        if (insert.conflicts().size() > 1 || traits.upsert() != UpsertStyle.ON_CONFLICT || !keeps) {
            return Choice.not("the rows of this upsert may be told apart by no key");
        }
        return byKey(insert, conflict.columns());
    }

    private static boolean isExact(Insert insert, List<ColumnRef<?>> columns) {
        return !columns.isEmpty() && columns.stream().allMatch(column -> isExact(insert, column));
    }

    private static boolean isExact(Insert insert, ColumnRef<?> column) {
        int index = insert.columns().indexOf(column);
        SqlType<?> type = column.type();
        return index >= 0
                && InsertTemplate.isValue(insert.rows().get(0).get(index))
                && type.vendor() == null
                && type.conversion() == null
                && type.enumeration() == null
                && type.name() != TypeName.CHAR
                && EXACT.contains(type.javaType())
                && insert.rows().get(0).get(index).type().javaType() == type.javaType();
    }

    /** The columns of the primary key; of lightweight tables nobody knows them. */
    private static List<ColumnRef<?>> keyColumns(Insert insert) {
        return insert.table() instanceof Table table ? List.copyOf(table.primaryKey()) : List.of();
    }

    /** The column that the database numbers upwards and the INSERT leaves to it, or null. */
    private static @Nullable Column<?> numbered(Insert insert) {
        if (!(insert.table() instanceof Table table)) {
            return null;
        }
        for (Column<?> column : table.columns()) {
            var identity = column.options().identity();
            if (identity != null
                    && identity.increment() > 0
                    && !insert.columns().contains(column)) {
                return column;
            }
        }
        return null;
    }
}
