package org.alkahest.schema;

import java.util.Objects;
import org.alkahest.sql.Expression;
import org.alkahest.sql.ImplicitJoin;
import org.alkahest.sql.Rewrite;
import org.alkahest.sql.TableRef;
import org.jspecify.annotations.Nullable;

/**
 * An occurrence of a table that stands for those of its rows that meet a condition: in FROM, joined, joined along a path, and
 * as the table of an UPDATE or DELETE. Compilation puts the condition into ON or WHERE, where it keeps no other rows out.
 * The values in it are bind parameters. Immutable, and equal to the table itself.
 */
public final class RestrictedTable extends Table {
    private final Table original;
    private final Condition conditions;
    private @Nullable Expression<Boolean> condition;
    private @Nullable Expression<Boolean> restriction;

    private RestrictedTable(Table original, Condition conditions, @Nullable ImplicitJoin join) {
        super(original.schema(), original.name(), original.alias());
        this.original = original;
        this.conditions = conditions;
        for (Column<?> column : original.columns()) {
            column(column.name(), column.type(), column.options());
        }
        original.foreignKeys().forEach(this::foreignKey);
        original.tableOptions().all().forEach(this::option);
        if (join != null) {
            joinItself(this, join);
        }
    }

    /** What rows of a table meet. */
    @FunctionalInterface
    public interface Condition {
        /** The condition for an occurrence, made of its columns, found by name, and of values; null for all rows. */
        @Nullable
        Expression<Boolean> of(Table occurrence);
    }

    /**
     * A rewrite that restricts tables wherever they stand in a statement: aliases, subqueries and implicit joins included. It
     * restricts tables of a {@link MetaData}, not those that are only named ({@code Sql.table}), and no target of MERGE. A
     * restricted side of a FULL JOIN errors with ALK-2028 when compiled.
     */
    public static Rewrite rewrite(Condition conditions) {
        Objects.requireNonNull(conditions, "conditions is null");
        return Rewrite.of(node -> node instanceof Table table ? restrict(table, conditions) : node);
    }

    private static Table restrict(Table table, Condition conditions) {
        if (table instanceof RestrictedTable known) {
            return restrict(known.original, each -> and(known.conditions.of(each), conditions.of(each)));
        }
        ImplicitJoin join = restricted(table.implicitJoin(), conditions);
        RestrictedTable restricted = new RestrictedTable(table, conditions, join);
        Expression<Boolean> condition = conditions.of(restricted);
        if (condition == null && Objects.equals(join, table.implicitJoin()) && !leadsToRestricted(join)) {
            return table;
        }
        restricted.condition = condition;
        restricted.restriction = and(table.restriction(), condition);
        return restricted;
    }

    /** The source of a table that joins itself is an occurrence, too. */
    private static @Nullable ImplicitJoin restricted(@Nullable ImplicitJoin join, Condition conditions) {
        return join != null && join.source() instanceof Table source
                ? new ImplicitJoin(restrict(source, conditions), join.columns(), join.targetColumns(), join.optional())
                : join;
    }

    private static boolean leadsToRestricted(@Nullable ImplicitJoin join) {
        return join != null && join.source() instanceof RestrictedTable;
    }

    private static @Nullable Expression<Boolean> and(
            @Nullable Expression<Boolean> some, @Nullable Expression<Boolean> more) {
        return some == null ? more : more == null ? some : some.and(more);
    }

    /** The table without the condition. */
    public TableRef original() {
        return original;
    }

    /** The condition, without what the table itself says; null where only the source that it joins itself to has one. */
    public @Nullable Expression<Boolean> condition() {
        return condition;
    }

    @Override
    public @Nullable Expression<Boolean> restriction() {
        return restriction;
    }

    @Override
    public Table as(String newAlias) {
        return restrict(original.as(newAlias), conditions);
    }
}
