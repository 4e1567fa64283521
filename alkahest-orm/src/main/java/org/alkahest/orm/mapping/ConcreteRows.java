package org.alkahest.orm.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Table;
import org.alkahest.sql.Cast;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Inlined;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.Row;
import org.alkahest.sql.RowSource;
import org.alkahest.sql.Sql;
import org.alkahest.sql.TableName;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a class and its subclasses, each of which has a table of its own with all its columns: their union, with a
 * constant that tells the class of each row.
 */
final class ConcreteRows {
    private ConcreteRows() {}

    /** The union; null for a class without subclasses, whose rows are those of its table. */
    static @Nullable RowSource of(EntityTable<?> canonical) {
        List<? extends EntityTable<?>> family = canonical.family();
        if (family.size() == 1 && !canonical.isAbstract()) {
            return null;
        }
        List<Column<?>> columns = columns(canonical);
        String discriminator = discriminatorName(columns);
        QueryExpression<Row> union = null;
        Set<TableName> tables = new LinkedHashSet<>();
        Set<Object> values = new HashSet<>();
        for (EntityTable<?> table : family) {
            Object value = table.lineage().value();
            if (value != null) {
                if (!values.add(value)) {
                    throw wrong(canonical, "two classes are called " + value + ". Rename one.");
                }
                QueryExpression<Row> rows = rows(table.alone(), columns, value, discriminator);
                union = union == null ? rows : union.unionAll(rows);
                tables.add(TableName.of(table));
            }
        }
        if (union == null) {
            throw wrong(canonical, "it is abstract and has no subclass. Compile one with alkahest-processor.");
        }
        return new RowSource(union, tables);
    }

    private static QueryExpression<Row> rows(
            EntityTable<?> table, List<Column<?>> columns, Object value, String discriminator) {
        List<Expression<?>> selected = new ArrayList<>();
        for (Column<?> column : columns) {
            Column<?> own = table.find(column.name()).orElse(null);
            selected.add(own == null ? missing(column.type()).as(column.name()) : own);
        }
        selected.add(Sql.inline(value.toString()).as(discriminator));
        return Sql.selectRow(selected).from(table);
    }

    /** Databases that ask for the type of a column of a union look at each part. */
    private static <T> Expression<T> missing(SqlType<T> type) {
        return new Cast<>(new Inlined<>(null, type), type);
    }

    private static List<Column<?>> columns(EntityTable<?> canonical) {
        List<Column<?>> columns = new ArrayList<>();
        Map<String, Column<?>> named = new HashMap<>();
        for (EntityTable<?> table : canonical.family()) {
            for (Column<?> column : table.columns()) {
                Column<?> known = named.putIfAbsent(column.name(), column);
                if (known == null) {
                    columns.add(column);
                } else if (!known.type().equals(column.type())) {
                    throw wrong(
                            canonical,
                            "column '" + column.name() + "' is " + known.type() + " in "
                                    + known.owner().name()
                                    + " and " + column.type() + " in " + table.name()
                                    + ". Give one of the two another column name.");
                }
            }
        }
        return columns;
    }

    private static MappingException wrong(EntityTable<?> canonical, String problem) {
        return new MappingException(
                "ALK-2026",
                "Cannot query " + canonical.mapping().entityClass().getSimpleName() + " and its subclasses: "
                        + problem);
    }

    private static String discriminatorName(List<Column<?>> columns) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(column.name()));
        String name = "dtype";
        while (names.contains(name)) {
            name += "_";
        }
        return name;
    }

    /** The column of a union that tells the class of each row. */
    static Column<String> discriminator(EntityTable<?> occurrence, RowSource rows) {
        String name = discriminatorName(columns(occurrence.mapping().table()));
        return new Union(occurrence, rows, name).discriminator;
    }

    /** An occurrence with the one column that no class has. */
    private static final class Union extends Table {
        private final RowSource rows;
        private final Column<String> discriminator;

        Union(EntityTable<?> occurrence, RowSource rows, String name) {
            super(occurrence.schema(), occurrence.name(), occurrence.alias());
            this.rows = rows;
            this.discriminator = column(name, SqlTypes.TEXT, ColumnOptions.notNull());
        }

        @Override
        public RowSource rowSource() {
            return rows;
        }
    }
}
