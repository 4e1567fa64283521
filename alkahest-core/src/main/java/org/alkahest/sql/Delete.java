package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code DELETE FROM table [WHERE …]}. Immutable. */
public record Delete(TableRef table, @Nullable Expression<Boolean> where) implements DmlStatement {
    public Delete {
        Objects.requireNonNull(table, "table is null");
    }

    /** Adds a condition, joined to earlier ones by AND. */
    public Delete where(Expression<Boolean> condition) {
        Objects.requireNonNull(condition, "condition is null");
        return new Delete(table, where == null ? condition : where.and(condition));
    }

    @Override
    public void describe(Description description) {
        description.add(Delete.class).child(table).child(where);
    }

    @Override
    public Delete mapChildren(NodeMapper mapper) {
        return new Delete(mapper.map(table), mapper.mapNullable(where));
    }

    @Override
    public List<ColumnRef<?>> assignedColumns() {
        return List.of();
    }
}
