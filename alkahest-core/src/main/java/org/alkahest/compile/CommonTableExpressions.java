package org.alkahest.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.sql.ChildrenOnly;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.Description;
import org.alkahest.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Collects the named queries of a statement, each after those that it uses. */
final class CommonTableExpressions implements ChildrenOnly {
    private final Map<String, CommonTableExpression> byName = new LinkedHashMap<>();

    private CommonTableExpressions() {}

    static List<CommonTableExpression> in(SqlNode statement) {
        CommonTableExpressions all = new CommonTableExpressions();
        statement.describe(all);
        return new ArrayList<>(all.byName.values());
    }

    @Override
    public Description child(@Nullable SqlNode child) {
        if (child instanceof ColumnRef<?> column) {
            visitOwner(column);
        } else if (child != null) {
            child.describe(this);
            if (child instanceof CommonTableExpression cte && cte.kind() != CommonTableExpression.Kind.SELF) {
                add(cte);
            }
        }
        return this;
    }

    /** A query without from(…) takes the owners of its columns. */
    private void visitOwner(ColumnRef<?> column) {
        if (column.owner() instanceof CommonTableExpression cte && !byName.containsKey(cte.name())) {
            child(cte);
        }
    }

    private void add(CommonTableExpression cte) {
        CommonTableExpression present = byName.putIfAbsent(cte.name(), cte);
        if (present != null && !present.query().equals(cte.query())) {
            throw new CompileException(
                    "ALK-1231",
                    "Cannot compile the statement: it has two different queries named '" + cte.name()
                            + "'. Give one of them another name.");
        }
    }
}
