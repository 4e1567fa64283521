package org.alkahest.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.sql.ChildrenOnly;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.Description;
import org.alkahest.sql.JoinTarget;
import org.alkahest.sql.Select;
import org.alkahest.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Collects the named queries of a statement, each after those that it uses. */
final class CommonTableExpressions implements ChildrenOnly {
    private final Map<String, CommonTableExpression> byName = new LinkedHashMap<>();

    private CommonTableExpressions() {}

    static List<CommonTableExpression> in(SqlNode statement) {
        CommonTableExpressions all = new CommonTableExpressions();
        statement.describe(all);
        if (statement instanceof Select<?> select) {
            nestedIn(select).forEach(all::add);
        }
        return new ArrayList<>(all.byName.values());
    }

    /** Those that are written at the query which has them in FROM. */
    static List<CommonTableExpression> nestedIn(FromClause from) {
        Set<CommonTableExpression> nested = new LinkedHashSet<>();
        for (FromClause.Root root : from.roots()) {
            addNested(root.item(), nested);
            root.joins().forEach(join -> addNested(join.item(), nested));
        }
        return List.copyOf(nested);
    }

    private static List<CommonTableExpression> nestedIn(Select<?> select) {
        Set<CommonTableExpression> nested = new LinkedHashSet<>();
        select.body().from().forEach(item -> addNested(item, nested));
        select.body().joins().forEach(join -> addNested(join.target(), nested));
        return List.copyOf(nested);
    }

    static boolean isNestedIn(Select<?> select) {
        return !nestedIn(select).isEmpty();
    }

    /** Without its alias, which belongs to the occurrence. */
    private static void addNested(JoinTarget item, Set<CommonTableExpression> into) {
        if (item instanceof CommonTableExpression cte && cte.clauses().nested() && isDefinition(cte)) {
            into.add(new CommonTableExpression(cte.name(), null, cte.query(), cte.kind(), cte.clauses()));
        }
    }

    private static boolean isDefinition(CommonTableExpression cte) {
        return cte.kind() != CommonTableExpression.Kind.SELF;
    }

    @Override
    public Description child(@Nullable SqlNode child) {
        if (child instanceof ColumnRef<?> column) {
            visitOwner(column);
        } else if (child != null) {
            child.describe(this);
            if (child instanceof CommonTableExpression cte
                    && isDefinition(cte)
                    && !cte.clauses().nested()) {
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
        if (present != null
                && !(present.query().equals(cte.query()) && present.clauses().equals(cte.clauses()))) {
            throw new CompileException(
                    "ALK-1231",
                    "Cannot compile the statement: it has two different queries named '" + cte.name()
                            + "'. Give one of them another name.");
        }
    }
}
