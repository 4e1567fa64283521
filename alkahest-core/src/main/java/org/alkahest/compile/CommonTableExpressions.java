package org.alkahest.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.sql.ChildrenOnly;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.Delete;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Description;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.Insert;
import org.alkahest.sql.JoinClause;
import org.alkahest.sql.JoinTarget;
import org.alkahest.sql.Merge;
import org.alkahest.sql.NestedJoin;
import org.alkahest.sql.Returning;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Select;
import org.alkahest.sql.SetOperation;
import org.alkahest.sql.SqlNode;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TextQuery;
import org.alkahest.sql.TextStatement;
import org.alkahest.sql.Update;
import org.jspecify.annotations.Nullable;

/** Collects the named queries of a statement, each after those that it uses. */
final class CommonTableExpressions implements ChildrenOnly {
    private final Map<String, CommonTableExpression> byName = new LinkedHashMap<>();
    private final Set<SqlNode> owners = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The queries behind the names, each of which may be met at many places. */
    private final Set<RowStatement<?>> walked = Collections.newSetFromMap(new IdentityHashMap<>());

    private CommonTableExpressions() {}

    static List<CommonTableExpression> in(Statement statement) {
        CommonTableExpressions all = new CommonTableExpressions();
        statement.describe(all);
        items(statement).forEach(item -> nestedIn(item).forEach(all::add));
        return new ArrayList<>(all.byName.values());
    }

    /** Those that are written at the query which has them in FROM. */
    static List<CommonTableExpression> nestedIn(FromClause from) {
        Set<CommonTableExpression> nested = new LinkedHashSet<>();
        from.items().forEach(item -> nested.addAll(nestedIn(item)));
        return List.copyOf(nested);
    }

    static boolean isNestedIn(Select<?> select) {
        return items(select).stream().anyMatch(item -> !nestedIn(item).isEmpty());
    }

    /** What a statement itself has in FROM, or beside its target. */
    private static List<? extends JoinTarget> items(Statement statement) {
        return switch (statement) {
            case Select<?> select ->
                select.body().from().isEmpty()
                        ? FromClause.resolve(select, null, Set.of()).items()
                        : items(select.body().from(), select.body().joins());
            case Returning<?> returning -> items(returning.statement());
            case Update update -> items(update.others().items(), update.others().joins());
            case Delete delete -> items(delete.others().items(), delete.others().joins());
            case Merge merge -> List.of(merge.source());
            case Insert insert -> List.of();
            case SetOperation<?> operation -> List.of();
            case TextQuery<?> text -> List.of();
            case TextStatement text -> List.of();
        };
    }

    private static List<JoinTarget> items(List<FromItem> from, List<JoinClause> joins) {
        List<JoinTarget> items = new ArrayList<>(from);
        joins.forEach(join -> items.add(join.target()));
        return items;
    }

    /** Without their alias, which belongs to the occurrence. */
    private static List<CommonTableExpression> nestedIn(JoinTarget item) {
        return switch (item) {
            case CommonTableExpression cte
            when cte.clauses().nested() && isDefinition(cte) ->
                List.of(new CommonTableExpression(cte.name(), null, cte.query(), cte.kind(), cte.clauses()));
            case NestedJoin join -> {
                List<CommonTableExpression> both = new ArrayList<>(nestedIn(join.left()));
                both.addAll(nestedIn(join.right()));
                yield both;
            }
            default -> List.of();
        };
    }

    private static boolean isDefinition(CommonTableExpression cte) {
        return cte.kind() != CommonTableExpression.Kind.SELF;
    }

    @Override
    public Description child(@Nullable SqlNode child) {
        if (child instanceof ColumnRef<?> column) {
            visitOwner(column);
        } else if (child instanceof CommonTableExpression cte) {
            visitQuery(cte);
        } else if (child != null) {
            child.describe(this);
        }
        return this;
    }

    private void visitQuery(CommonTableExpression cte) {
        if (!isDefinition(cte)) {
            return;
        }
        if (walked.add(cte.query())) {
            cte.describe(this);
        }
        if (!cte.clauses().nested()) {
            add(cte);
        }
    }

    /** A query without from(…) takes the owners of its columns. */
    private void visitOwner(ColumnRef<?> column) {
        if (column.owner() instanceof CommonTableExpression cte) {
            visitQuery(cte);
        } else if (column.owner() instanceof DerivedTable table && owners.add(table)) {
            child(table);
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
