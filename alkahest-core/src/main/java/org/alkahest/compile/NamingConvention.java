package org.alkahest.compile;

import java.util.List;
import java.util.stream.Collectors;
import org.alkahest.schema.Column;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.Table;
import org.alkahest.sql.OrderItem;
import org.jspecify.annotations.Nullable;

/**
 * The names of constraints and indexes that were given none: {@code pk_table}, {@code uq_table_columns},
 * {@code fk_table_columns_target}, {@code ck_table_number}, {@code ix_table_columns}. Names, so that a later migration can
 * refer to what it drops; cut to the database's length. Immutable.
 */
public final class NamingConvention {
    private final IdentifierRules identifiers;

    public NamingConvention(IdentifierRules identifiers) {
        this.identifiers = identifiers;
    }

    public String primaryKey(Table table) {
        return identifiers.shorten("pk_" + table.name());
    }

    public String foreignKey(Table table, ForeignKey key) {
        return given(
                key.name(),
                "fk_" + table.name() + "_" + names(key.columns()) + "_"
                        + key.target().name());
    }

    public String unique(Table table, Constraint.Unique unique) {
        return given(unique.name(), "uq_" + table.name() + "_" + names(unique.columns()));
    }

    /** The name of a check; one without a name is numbered by its place among the table's constraints, from 1. */
    public String check(Table table, Constraint.Check check) {
        return given(
                check.name(), "ck_" + table.name() + "_" + (table.constraints().indexOf(check) + 1));
    }

    /** The check that a column of an enumerated type takes its labels only. */
    public String labels(Column<?> column) {
        return identifiers.shorten("ck_" + column.owner().name() + "_" + column.name());
    }

    public String index(Table table, Index index) {
        String items = index.items().stream()
                .map(OrderItem::expression)
                .map(expression -> expression.label().orElse("expr"))
                .collect(Collectors.joining("_"));
        return given(index.name(), "ix_" + table.name() + "_" + items);
    }

    /** The sequence that numbers a column where the database has no identity. */
    public String identitySequence(Column<?> column) {
        return identifiers.shorten(column.owner().name() + "_" + column.name() + "_seq");
    }

    private String given(@Nullable String name, String generated) {
        return name == null ? identifiers.shorten(generated) : name;
    }

    private static String names(List<Column<?>> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining("_"));
    }
}
